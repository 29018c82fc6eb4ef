package app.resim.account;

import java.time.Instant;

/**
 * Whether somebody is still signed in.
 */
public sealed interface SessionState {

	/**
	 * They are.
	 *
	 * @param until when that ends unless they do something
	 * @param extendable whether doing something helps: nothing moves the longest time
	 */
	record Open(Instant until, boolean extendable) implements SessionState {
	}

	/**
	 * They are not any more.
	 *
	 * @param why the reason
	 */
	record Over(Why why) implements SessionState {
	}

	/** Why a session is over. */
	enum Why {

		/** Nothing was done for a while. */
		IDLE,
		/** It lasted as long as any may. */
		LONG,
		/** Somebody ended it: the owner, a colleague, a changed factor, an erasure. */
		ENDED

	}

}
