package app.resim.catalogue;

import java.time.Duration;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion.Chosen;
import app.resim.catalogue.DeviceQuestion.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that the list does not know, counted in a database.
 */
abstract class UnknownNamesContract {

	private static final DeviceList LIST = DeviceLists.of(ShippedDevices.read(DeviceLists.SHIPPED));

	private final DataSource database = database();

	private final MovingClock clock = new MovingClock();

	abstract DataSource database();

	@Test
	void anUnknownNameIsCountedHoweverItIsWritten() {
		Devices devices = devices();
		devices.check(new Named("Galaxy Z99"));
		devices.check(new Named("Fernweh 9000"));
		this.clock.move(Duration.ofHours(1));
		devices.check(new Named("  FERNWEH   9000 "));

		assertThat(devices.unknownNames()).containsExactly(
				new UnknownName("fernweh 9000", 2, MovingClock.START.plus(Duration.ofHours(1))),
				new UnknownName("galaxy z99", 1, MovingClock.START));
	}

	@Test
	void whatTheListKnowsIsNotCounted() {
		Devices devices = devices();
		devices.check(new Named("iPhone XR"));
		devices.check(new Named("Apple Watch Series 9"));
		devices.check(new Chosen("apple-iphone-99"));

		assertThat(devices.unknownNames()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "chan.tai.man@example.com 9", "+852 5550 0142", "55500142 iphone", "A123456(7)",
			"K12345678", "440524188001010014", "44052418800101001X", "89049032123451234512345678901235",
			"490154203237518", "Chan Tai Man", "моё имя Иван", "🤖", "   ", "12345", "5550 0142 samsung" })
	void whatMayBelongToAPersonOrIsAboutNoDeviceIsNotKept(String text) {
		Devices devices = devices();

		assertThat(devices.check(new Named(text)).verdict()).isEqualTo(Verdict.UNKNOWN);
		assertThat(devices.unknownNames()).isEmpty();
	}

	@Test
	void aLongTextIsNotKept() {
		Devices devices = devices();
		devices.check(new Named("phone 1 " + "x".repeat(UnknownNames.LONGEST)));
		devices.check(new Named("samsung 1 ".repeat(2_000)));

		assertThat(devices.unknownNames()).isEmpty();
	}

	@Test
	void onlySoManyNamesAreKeptButTheyGoOnBeingCounted() {
		Devices devices = devices();
		devices.check(new Named("Fernweh 1"));
		fill(UnknownNames.MOST - 1);

		devices.check(new Named("Fernweh 2"));
		devices.check(new Named("Fernweh 1"));

		assertThat(
				JdbcClient.create(this.database).sql("SELECT COUNT(*) FROM unknown_device").query(Long.class).single())
			.isEqualTo(UnknownNames.MOST);
		assertThat(devices.unknownNames()).first().isEqualTo(new UnknownName("fernweh 1", 2, MovingClock.START));
		assertThat(devices.unknownNames()).hasSize(200);
	}

	@Test
	void theCheckAnswersThoughTheCountFails() {
		var broken = new UnknownNames(JdbcClient.create(this.database), new JdbcTransactionManager(this.database),
				this.clock);
		JdbcClient.create(this.database).sql("ALTER TABLE unknown_device RENAME TO gone").update();
		try {
			assertThat(new Devices(LIST, broken).check(new Named("Fernweh 9000")).verdict()).isEqualTo(Verdict.UNKNOWN);
		}
		finally {
			JdbcClient.create(this.database).sql("ALTER TABLE gone RENAME TO unknown_device").update();
		}
	}

	@Test
	void theCallersTransactionIsNotTouched() {
		Devices devices = devices();
		new TransactionTemplate(new JdbcTransactionManager(this.database)).executeWithoutResult(status -> {
			devices.check(new Named("Fernweh 9000"));
			status.setRollbackOnly();
		});

		assertThat(devices.unknownNames()).hasSize(1);
	}

	private void fill(int rows) {
		JdbcClient client = JdbcClient.create(this.database);
		new TransactionTemplate(new JdbcTransactionManager(this.database)).executeWithoutResult(status -> {
			for (int i = 0; i < rows; i++) {
				client.sql("INSERT INTO unknown_device (name, asked, last_asked) VALUES (?, 1, ?)")
					.param("filler " + i)
					.param(MovingClock.START.atOffset(ZoneOffset.UTC))
					.update();
			}
		});
	}

	private Devices devices() {
		return new Devices(LIST, CatalogueFixture.unknownNames(this.database, this.clock));
	}

}
