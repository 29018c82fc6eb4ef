package app.resim.request;

/**
 * What a request is about.
 */
public enum RequestKind {

	/** A new eSIM, shown as a code. */
	ESIM,
	/** A physical SIM card. */
	CARD

}
