package app.resim.notification.port;

/**
 * What became of a message.
 */
public enum Outcome {

	/** The other side has it and looks after it now. */
	TAKEN,
	/** The other side will never take it, for example because the address is none. */
	REFUSED,
	/** The operator sends no messages of this sort. */
	NOT_OFFERED

}
