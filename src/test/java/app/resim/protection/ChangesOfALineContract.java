package app.resim.protection;

import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import app.resim.kernel.Msisdn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When lines got their SIMs, on every database.
 */
abstract class ChangesOfALineContract {

	private static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	private static final Msisdn LINE = new Msisdn("+85255500142");

	private static final Msisdn OTHER_LINE = new Msisdn("+85255500187");

	private Protection protection;

	abstract DataSource database();

	@BeforeEach
	void noChange() {
		this.protection = new Protection(new ChangeHistory(JdbcClient.create(database())));
	}

	@Test
	void aLineThatNeverGotANewSimHasNoDate() {
		this.protection.recordChange(OTHER_LINE, NOW, "another");
		assertThat(this.protection.lastChange(LINE)).isEmpty();
	}

	@Test
	void theLatestOfSeveralChangesCountsInWhateverOrderTheyBecameKnown() {
		this.protection.recordChange(LINE, NOW.minus(Duration.ofDays(3)), "first");
		this.protection.recordChange(LINE, NOW, "third");
		this.protection.recordChange(LINE, NOW.minus(Duration.ofDays(1)), "second");
		this.protection.recordChange(OTHER_LINE, NOW.plusSeconds(60), "another");
		assertThat(this.protection.lastChange(LINE)).contains(NOW);
	}

	@Test
	void aChangeThatIsReportedAgainKeepsItsDate() {
		this.protection.recordChange(LINE, NOW, "once");
		this.protection.recordChange(LINE, NOW.plusSeconds(60), "once");
		assertThat(this.protection.lastChange(LINE)).contains(NOW);
	}

}
