package app.resim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until a test moves it.
 */
public final class MovingClock extends Clock {

	/** A Tuesday, 13:31 in Hong Kong. */
	public static final Instant START = Instant.parse("2026-08-04T05:31:00Z");

	private static final Duration WEEK = Duration.ofDays(7);

	private volatile Instant now = START;

	public void move(Duration on) {
		this.now = this.now.plus(on);
	}

	/**
	 * On to the next Tuesday, 13:31 in Hong Kong, when people work: however far other
	 * tests have moved the clock.
	 */
	public void moveToTuesday() {
		Duration intoTheWeek = Duration.ofSeconds(Duration.between(START, this.now).toSeconds() % WEEK.toSeconds());
		if (!intoTheWeek.isZero()) {
			move(WEEK.minus(intoTheWeek));
		}
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.fixed(this.now, zone);
	}

}
