package app.resim.kernel;

/**
 * The answer to reading what a person typed: the value, or the one thing that is wrong
 * with it. Never an exception, because a typing error is expected.
 *
 * @param <T> the type read
 */
public sealed interface Reading<T> {

	/**
	 * What can be wrong with a typed number.
	 */
	enum Fault {

		/** Nothing was typed. */
		EMPTY,
		/** Something else than digits and separators. */
		NOT_DIGITS,
		/** Too few or too many digits. */
		LENGTH,
		/** The check digits do not fit: most often one digit was mistyped. */
		CHECK_DIGITS,
		/** Sixteen digits: an IMEI with a software version (IMEISV). */
		IMEISV

	}

	/**
	 * The input was understood.
	 *
	 * @param value what was read
	 * @param <T> the type read
	 */
	record Read<T>(T value) implements Reading<T> {
	}

	/**
	 * The input was not understood.
	 *
	 * @param fault what is wrong
	 * @param found how many digits were found
	 * @param <T> the type that was wanted
	 */
	record Unreadable<T>(Fault fault, int found) implements Reading<T> {
	}

}
