package app.resim.account.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectoryContract;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SimulatedDirectoryTest extends SubscriberDirectoryContract {

	private static final String PEOPLE = """
			people:
			  - id: t-1
			    brand: tidewire
			    name: Two Lines
			    email: Two.Lines@example.com
			    language: en
			    lines:
			      - { number: "+85255500142", sim: ESIM, device: iPhone 15 }
			      - { number: "+85255500187", sim: CARD, device: "" }
			  - id: t-2
			    brand: tidewire
			    name: One
			    email: shared@example.com
			    backupPhone: "+85255500121"
			    language: ru
			    lines: []
			  - id: t-3
			    brand: tidewire
			    name: Other
			    email: shared@example.com
			    language: ru
			    lines: []
			""";

	private final JdbcClient database = JdbcClient.create(FreshDatabase.h2());

	@Override
	protected SubscriberDirectory directory() {
		try {
			return new SimulatedDirectory(new ByteArrayResource(PEOPLE.getBytes(StandardCharsets.UTF_8)), this.database,
					new MovingClock());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	protected SubscriberId known() {
		return new SubscriberId("t-1");
	}

	@Override
	protected String knownEmail() {
		return "two.lines@example.com";
	}

	@Override
	protected List<Msisdn> knownNumbers() {
		return List.of(new Msisdn("+85255500142"), new Msisdn("+85255500187"));
	}

	@Override
	protected String sharedEmail() {
		return "shared@example.com";
	}

	@Override
	protected List<Money> bill(SubscriberId id) {
		return this.database.sql("SELECT minor, currency FROM simulated_charge WHERE subscriber = ? ORDER BY reference")
			.param(id.subscriber())
			.query((row, index) -> new Money(row.getLong("minor"), row.getString("currency")))
			.list();
	}

}
