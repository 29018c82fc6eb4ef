package app.resim.tmforum;

import java.time.Duration;

/**
 * How long a question or a change may still take. Begins no call that might end too late.
 */
final class Patience {

	private final long end;

	private final Duration oneCall;

	/**
	 * Starts now.
	 * @param whole for everything
	 * @param oneCall the longest that a call takes
	 */
	Patience(Duration whole, Duration oneCall) {
		this.end = System.nanoTime() + whole.toNanos();
		this.oneCall = oneCall;
	}

	boolean allowsACallAfter(Duration pause) {
		return this.end - System.nanoTime() >= pause.plus(this.oneCall).toNanos();
	}

	void beforeACall() {
		if (!allowsACallAfter(Duration.ZERO)) {
			throw new BackEndFault("timeout", true);
		}
	}

	boolean waited(Duration pause) {
		if (!allowsACallAfter(pause)) {
			return false;
		}
		try {
			Thread.sleep(pause);
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
