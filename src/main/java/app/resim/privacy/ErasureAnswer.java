package app.resim.privacy;

/**
 * What became of the wish to erase.
 */
public enum ErasureAnswer {

	/** Everything that may be erased is erased. */
	ERASED,
	/** Ordered; a part has failed and is tried again by itself. */
	GOES_ON,
	/** A request is open: it has to end first. */
	OPEN_REQUEST,
	/** A legal hold lies on the customer. */
	HELD,
	/** Nothing is kept about this customer, or there is no such customer. */
	NOTHING_KEPT,
	/** The account is the asking person's own, or of somebody close to them. */
	OWN_ACCOUNT

}
