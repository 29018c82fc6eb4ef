package app.resim.notification.sms;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Keeps parts of messages so far apart as was agreed with the message centre. Times are
 * nanoseconds of any clock that never goes back.
 */
final class Pace {

	private final long gap;

	private long next;

	/**
	 * Sets the pace.
	 * @param perSecond how many a second, or 0 for as many as come
	 * @param now the time
	 */
	Pace(int perSecond, long now) {
		this.gap = (perSecond == 0) ? 0 : TimeUnit.SECONDS.toNanos(1) / perSecond;
		this.next = now;
	}

	/**
	 * Takes the turns of a whole message, or none if the last one would come too late: a
	 * message that begins is to be finished.
	 * @param turns how many
	 * @param now the time
	 * @param patience how long somebody waits for the last
	 * @return when each may go, or empty
	 */
	synchronized Optional<long[]> take(int turns, long now, long patience) {
		long first = (this.next - now > 0) ? this.next : now;
		long last = first + (turns - 1) * this.gap;
		if (last - now > patience) {
			return Optional.empty();
		}
		this.next = last + this.gap;
		return Optional.of(LongStream.range(0, turns).map(turn -> first + turn * this.gap).toArray());
	}

}
