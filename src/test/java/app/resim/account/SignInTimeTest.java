package app.resim.account;

import java.time.Duration;
import java.util.Arrays;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asking for a code takes as long for strangers as for customers.
 */
class SignInTimeTest {

	private static final int PAIRS = 300;

	private final Desk desk = new Desk(FreshDatabase.h2());

	@Test
	void theMediansLieWithinFiveMilliseconds() {
		measured("warm@example.com", 200);
		long[] known = new long[PAIRS];
		long[] unknown = new long[PAIRS];
		for (int i = 0; i < PAIRS; i++) {
			known[i] = measured("sam.demo@example.com", 1);
			unknown[i] = measured("nobody%d@example.com".formatted(i), 1);
			this.desk.clock.move(Duration.ofMinutes(4));
		}

		assertThat(this.desk.postbox.letters).hasSize(PAIRS);
		assertThat(Math.abs(median(known) - median(unknown))).isLessThan(Duration.ofMillis(5).toNanos());
	}

	private long measured(String contact, int times) {
		long start = System.nanoTime();
		for (int i = 0; i < times; i++) {
			this.desk.ask(contact);
		}
		return System.nanoTime() - start;
	}

	private static long median(long[] times) {
		Arrays.sort(times);
		return times[times.length / 2];
	}

}
