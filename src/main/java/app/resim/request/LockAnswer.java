package app.resim.request;

/**
 * What became of locking or opening a line.
 */
public enum LockAnswer {

	/** The line is now as asked. */
	DONE,
	/** The last factor is older than five minutes: a fresh one first. */
	NEEDS_FRESH_PROOF,
	/** A lock is opened with a passkey of the last five minutes and with nothing else. */
	NEEDS_PASSKEY,
	/** The line is not the customer's. */
	NOT_YOURS

}
