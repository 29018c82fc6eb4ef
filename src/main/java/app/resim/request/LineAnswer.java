package app.resim.request;

/**
 * What became of stopping or starting a line.
 */
public enum LineAnswer {

	/** The line is now as asked. */
	DONE,
	/** The network did not answer: try again, or call. */
	NOT_REACHED,
	/** A request for a lost or stolen phone holds it: take the request back first. */
	HELD_BY_REQUEST,
	/** No such line of this customer. */
	NOT_YOURS

}
