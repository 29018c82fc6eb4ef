package app.resim.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.keys.FreshSeal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a name waits, on every database.
 */
abstract class SlowDownContract {

	private final MovingClock clock = new MovingClock();

	private JdbcClient database;

	private SlowDown slowDown;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.database = JdbcClient.create(database());
		this.slowDown = new SlowDown(this.database, FreshSeal.make(), this.clock);
	}

	@Test
	void tenTurnsAreFree() {
		for (int i = 0; i < 10; i++) {
			assertThat(this.slowDown.takeTurn("kay")).isTrue();
		}

		assertThat(this.slowDown.takeTurn("kay")).isFalse();
	}

	@Test
	void aClockFinerThanTheDatabaseMakesNobodyWait() {
		this.clock.move(Duration.ofNanos(700));

		assertThat(this.slowDown.takeTurn("kay")).isTrue();
	}

	@Test
	void theWaitDoublesWithEachFurtherFailure() {
		guess("kay", 10);

		assertThatItWaits(Duration.ofSeconds(30));
		assertThatItWaits(Duration.ofSeconds(60));
		assertThatItWaits(Duration.ofSeconds(120));
	}

	@Test
	void theWaitIsNeverLongerThanAQuarterOfAnHour() {
		guess("kay", 10);
		for (int i = 0; i < 70; i++) {
			this.clock.move(Duration.ofMinutes(15));
			assertThat(this.slowDown.takeTurn("kay")).isTrue();
		}

		assertThatItWaits(Duration.ofMinutes(15));
	}

	@Test
	void guessingWhileWaitingDoesNotMakeTheWaitLonger() {
		guess("kay", 60);

		assertThatItWaits(Duration.ofSeconds(30));
	}

	@Test
	void aQuietQuarterOfAnHourForgetsFailures() {
		guess("kay", 9);
		this.clock.move(Duration.ofMinutes(15));
		guess("kay", 9);

		assertThat(this.slowDown.takeTurn("kay")).isTrue();
	}

	@Test
	void forgivenNamesStartAfresh() {
		guess("kay", 9);
		this.slowDown.forgive("kay");
		guess("kay", 9);

		assertThat(this.slowDown.takeTurn("kay")).isTrue();
	}

	@Test
	void eachNameWaitsForItself() {
		guess("ghost", 11);

		assertThat(this.slowDown.takeTurn("kay")).isTrue();
	}

	@Test
	void namesAreNotKeptReadable() {
		guess("ghost", 1);

		byte[] kept = this.database.sql("SELECT name FROM staff_slowdown").query(byte[].class).single();
		assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("ghost");
	}

	@Test
	void namesThatWereQuietForADayAreForgotten() {
		guess("ghost", 1);
		this.clock.move(Duration.ofHours(25));
		guess("kay", 1);

		this.slowDown.purge();

		assertThat(this.database.sql("SELECT COUNT(*) FROM staff_slowdown").query(Integer.class).single()).isEqualTo(1);
	}

	private void assertThatItWaits(Duration wait) {
		this.clock.move(wait.minusMillis(1));
		assertThat(this.slowDown.takeTurn("kay")).isFalse();
		this.clock.move(Duration.ofMillis(1));
		assertThat(this.slowDown.takeTurn("kay")).isTrue();
	}

	private void guess(String name, int times) {
		for (int i = 0; i < times; i++) {
			this.slowDown.takeTurn(name);
		}
	}

}
