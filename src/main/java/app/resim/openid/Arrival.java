package app.resim.openid;

/**
 * What came back with a browser.
 */
public sealed interface Arrival {

	/**
	 * The provider says who it is.
	 *
	 * @param identity who
	 */
	record Known(Identity identity) implements Arrival {
	}

	/** Nobody signed in there, or what came back does not fit what was asked. */
	record Refused() implements Arrival {
	}

	/** Somebody signed in there, but too long ago or at a time that is not known. */
	record Stale() implements Arrival {
	}

	/** The provider does not answer. */
	record Away() implements Arrival {
	}

}
