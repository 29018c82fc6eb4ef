package app.resim.account;

import app.resim.kernel.SubscriberId;

/**
 * The answer to a typed code.
 */
public sealed interface CodeAnswer {

	/**
	 * The code was right and is now used up.
	 *
	 * @param subscriber who signed in
	 */
	record SignedIn(SubscriberId subscriber) implements CodeAnswer {
	}

	/**
	 * The code was wrong.
	 *
	 * @param triesLeft how often it may still be tried, at least 1
	 */
	record Wrong(int triesLeft) implements CodeAnswer {
	}

	/** The time is over; a new code is needed. */
	record Expired() implements CodeAnswer {
	}

	/** Tried too often, or used before; a new code is needed. */
	record UsedUp() implements CodeAnswer {
	}

}
