package app.resim.notification.sms;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

	private static final long SECOND = 1_000_000_000L;

	private static final long START = Long.MAX_VALUE - 5 * SECOND;

	@Test
	void withoutALimitEverythingGoesAtOnce() {
		var pace = new Pace(0, START);

		assertThat(pace.take(3, START, 0)).contains(new long[] { START, START, START });
		assertThat(pace.take(1, START, 0)).contains(new long[] { START });
	}

	@Test
	void partsLeaveSoFarApartAsWasAgreed() {
		var pace = new Pace(2, START);

		assertThat(pace.take(2, START, SECOND)).contains(new long[] { START, START + SECOND / 2 });
		assertThat(pace.take(1, START, SECOND)).contains(new long[] { START + SECOND });
	}

	@Test
	void aMessageWhoseLastPartWouldComeTooLateTakesNoTurn() {
		var pace = new Pace(1, START);

		assertThat(pace.take(3, START, SECOND)).isEmpty();
		assertThat(pace.take(2, START, SECOND)).contains(new long[] { START, START + SECOND });
		assertThat(pace.take(1, START, SECOND)).isEmpty();
	}

	@Test
	void turnsThatNobodyTookAreNotMadeUpFor() {
		var pace = new Pace(1, START);
		long later = START + 3 * SECOND;

		assertThat(pace.take(2, later, SECOND)).contains(new long[] { later, later + SECOND });
	}

	@Test
	void theClockMayOverflow() {
		var pace = new Pace(1, START);
		long late = START + 6 * SECOND;
		assertThat(late).isNegative();

		assertThat(pace.take(1, late, 0)).contains(new long[] { late });
		assertThat(pace.take(1, late, SECOND)).contains(new long[] { late + SECOND });
	}

}
