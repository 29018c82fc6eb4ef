package app.resim.notification.sms;

import java.time.Duration;

/**
 * When somebody stops waiting, on the clock that nobody sets.
 *
 * @param nanos in terms of {@link System#nanoTime()}
 */
record Deadline(long nanos) {

	static Deadline in(Duration time) {
		return new Deadline(System.nanoTime() + time.toNanos());
	}

	/**
	 * How long there is to wait.
	 * @return nanoseconds, never negative
	 */
	long left() {
		return Math.max(0, this.nanos - System.nanoTime());
	}

}
