package app.resim.limits;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often something may be done, on every database.
 */
abstract class LimitsContract {

	private static final Deed DEED = Deed.STOP_LINE;

	private static final int PER_ACCOUNT = 10;

	private static final Asker SAM = Asker.account("sam");

	private final MovingClock clock = new MovingClock();

	private final Seal seal = FreshSeal.make();

	private DataSource database;

	private Limits limits;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.database = database();
		this.limits = node();
	}

	private Limits node() {
		return FreshLimits.on(this.database, this.seal, this.clock);
	}

	@Test
	void whatIsAllowedPassesAndOneMoreWaits() {
		assertThat(granted(this.limits, SAM, PER_ACCOUNT)).isEqualTo(PER_ACCOUNT);

		assertThat(this.limits.take(DEED, SAM)).isEqualTo(new Turn.TooOften(Duration.ofMinutes(6)));
	}

	@Test
	void twoNodesCountTogether() {
		Limits other = node();

		assertThat(granted(this.limits, SAM, 6) + granted(other, SAM, 6)).isEqualTo(PER_ACCOUNT);
	}

	@Test
	void aRestartForgetsNothing() {
		granted(this.limits, SAM, PER_ACCOUNT);

		assertThat(node().take(DEED, SAM)).isInstanceOf(Turn.TooOften.class);
	}

	@Test
	void manyAtTheSameMomentShareTheTurns() throws InterruptedException, ExecutionException {
		List<Limits> nodes = List.of(node(), node());
		try (var threads = Executors.newFixedThreadPool(16)) {
			Stream<Callable<Boolean>> tries = IntStream.range(0, 100)
				.mapToObj(i -> () -> nodes.get(i % 2).take(DEED, SAM) instanceof Turn.Granted);
			int granted = 0;
			for (Future<Boolean> each : threads.invokeAll(tries.toList())) {
				granted += each.get() ? 1 : 0;
			}
			assertThat(granted).isEqualTo(PER_ACCOUNT);
		}
	}

	@Test
	void turnsComeBackEvenlyAndAreNeverMoreThanAllowed() {
		granted(this.limits, SAM, PER_ACCOUNT);

		this.clock.move(Duration.ofMinutes(6).minusMillis(1));
		assertThat(granted(this.limits, SAM, 3)).isZero();
		this.clock.move(Duration.ofMillis(1));
		assertThat(granted(this.limits, SAM, 3)).isEqualTo(1);
		this.clock.move(Duration.ofDays(3));
		assertThat(granted(this.limits, SAM, 30)).isEqualTo(PER_ACCOUNT);
	}

	@Test
	void whoKeepsAskingDoesNotWaitLonger() {
		granted(this.limits, SAM, 100);
		this.clock.move(Duration.ofMinutes(6));

		assertThat(this.limits.take(DEED, SAM)).isEqualTo(new Turn.Granted());
	}

	@Test
	void eachAccountEachLineAndEachDeedIsCountedForItself() {
		granted(this.limits, SAM, PER_ACCOUNT);

		assertThat(this.limits.take(DEED, Asker.account("anna"))).isEqualTo(new Turn.Granted());
		assertThat(this.limits.take(Deed.SUBMIT, SAM)).isEqualTo(new Turn.Granted());
	}

	@Test
	void aLineIsCountedWhoeverAsks() {
		int granted = 0;
		for (int i = 0; i < 20; i++) {
			granted += granted(this.limits, Asker.account("somebody " + i).andLine("+85255550100"), 1);
		}
		assertThat(granted).isEqualTo(5);
	}

	@Test
	void aThousandAddressesOfOneHouseholdCountAsOne() {
		int granted = 0;
		for (int i = 0; i < 1000; i++) {
			Asker somewhere = Asker.at("2001:db8:1:2:%x:%x:0:%x".formatted(i * 7, i, i + 1));
			granted += (this.limits.take(Deed.ASK_CODE, somewhere) instanceof Turn.Granted) ? 1 : 0;
		}
		assertThat(granted).isEqualTo(60);

		assertThat(this.limits.take(Deed.ASK_CODE, Asker.at("2001:db8:1:3::1"))).isEqualTo(new Turn.Granted());
		assertThat(this.limits.take(Deed.ASK_CODE, Asker.at("192.0.2.1"))).isEqualTo(new Turn.Granted());
	}

	@Test
	void everybodyTogetherHasAnEndAndTheRefusedUseNothingOfIt() {
		Asker loud = Asker.at("192.0.2.1");
		for (int i = 0; i < 300; i++) {
			this.limits.take(Deed.STAFF_SIGN_IN, loud);
		}

		int others = 0;
		for (int i = 0; i < 2000; i++) {
			Asker other = Asker.at("198.51.%d.%d".formatted(i / 250, i % 250));
			others += (this.limits.take(Deed.STAFF_SIGN_IN, other) instanceof Turn.Granted) ? 1 : 0;
		}
		assertThat(others).isEqualTo(2000 - 60);
	}

	@Test
	void nobodyIsReadableInTheTable() {
		this.limits.take(Deed.ASK_CODE, Asker.at("192.0.2.77").andAccount("sam.demo@example.com"));

		List<byte[]> ids = JdbcClient.create(this.database)
			.sql("SELECT id FROM limit_bucket")
			.query(byte[].class)
			.list();
		assertThat(ids).hasSize(3)
			.allSatisfy(
					id -> assertThat(new String(id, StandardCharsets.ISO_8859_1)).doesNotContain("192", "sam", "ASK"));
		List<byte[]> states = JdbcClient.create(this.database)
			.sql("SELECT state FROM limit_bucket")
			.query(byte[].class)
			.list();
		assertThat(states).allSatisfy(
				state -> assertThat(new String(state, StandardCharsets.ISO_8859_1)).doesNotContain("192.0", "sam"));
	}

	@Test
	void whatIsFullAgainIsForgottenAndWhatIsNotStays() {
		granted(this.limits, SAM, PER_ACCOUNT);
		this.clock.move(Duration.ofMinutes(59));
		granted(this.limits, Asker.account("anna"), 1);

		this.clock.move(Duration.ofMinutes(3));
		this.limits.purge();

		// anna lacks one for six minutes
		assertThat(rows()).isEqualTo(1);
	}

	@Test
	void aDatabaseThatIsAwayLetsNothingPass() {
		Limits cut = FreshLimits.on(new Away(), this.seal, this.clock);

		assertThat(Deed.values())
			.allSatisfy(deed -> assertThat(cut.take(deed, SAM)).isInstanceOf(Turn.Uncounted.class));
	}

	@Test
	void aRowThatNobodyUnderstandsLetsNothingPass() {
		this.limits.take(DEED, SAM);
		JdbcClient.create(this.database)
			.sql("UPDATE limit_bucket SET state = ?")
			.param(new byte[] { 7, 7, 7, 7, 7, 7, 7, 7 })
			.update();

		assertThat(this.limits.take(DEED, SAM)).isInstanceOf(Turn.Uncounted.class);
	}

	private static int granted(Limits limits, Asker asker, int tries) {
		int granted = 0;
		for (int i = 0; i < tries; i++) {
			granted += (limits.take(DEED, asker) instanceof Turn.Granted) ? 1 : 0;
		}
		return granted;
	}

	private int rows() {
		return JdbcClient.create(this.database).sql("SELECT COUNT(*) FROM limit_bucket").query(Integer.class).single();
	}

	/** A database that does not answer. */
	private static final class Away extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			throw new SQLException("away");
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

	}

}
