package app.resim.account;

import app.resim.kernel.SubscriberId;

/**
 * The answer to a passkey that a browser brought.
 */
public sealed interface PasskeyAnswer {

	/**
	 * It is somebody's.
	 *
	 * @param who whose
	 * @param proven what they have proven
	 */
	record Known(SubscriberId who, Proven proven) implements PasskeyAnswer {
	}

	/** Unknown, forged, too late, or for another question. */
	record Refused() implements PasskeyAnswer {
	}

}
