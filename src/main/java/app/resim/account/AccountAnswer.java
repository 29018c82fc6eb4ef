package app.resim.account;

import app.resim.kernel.SubscriberId;

/**
 * Whose account of the operator it is.
 */
public sealed interface AccountAnswer {

	/**
	 * A customer's.
	 *
	 * @param who whose
	 * @param proven what it proves
	 */
	record Known(SubscriberId who, Proven proven) implements AccountAnswer {
	}

	/** The directory has no customer for it. */
	record Unknown() implements AccountAnswer {
	}

}
