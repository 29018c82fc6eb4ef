package app.resim.request;

/**
 * That something has changed which an open page may show. The page reads the rest anew.
 */
public sealed interface Stir {

	/**
	 * A request has moved.
	 *
	 * @param which it was
	 */
	record Moved(RequestReference which) implements Stir {
	}

	/** A case has been taken or given back. */
	record ChangedHands() implements Stir {
	}

	/** Nobody was heard for a while: anything may have changed. */
	record Anything() implements Stir {
	}

}
