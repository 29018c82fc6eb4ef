package app.resim.limits;

import java.time.Duration;

/**
 * Whether something may be done now.
 */
public sealed interface Turn {

	/** It may. */
	record Granted() implements Turn {
	}

	/**
	 * It was done too often.
	 *
	 * @param pause until it may be done again, above zero
	 */
	record TooOften(Duration pause) implements Turn {
	}

	/**
	 * Nobody can tell how often it was done, so it may not.
	 *
	 * @param pause after which asking again makes sense
	 */
	record Uncounted(Duration pause) implements Turn {
	}

}
