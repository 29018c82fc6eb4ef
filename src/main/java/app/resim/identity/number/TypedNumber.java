package app.resim.identity.number;

/**
 * The answer to reading a document's number that a person typed: the number, or the one
 * thing that is wrong with it.
 *
 * @param <T> the kind of number
 */
public sealed interface TypedNumber<T> {

	/**
	 * What can be wrong with a typed number.
	 */
	enum Fault {

		/** Nothing was typed. */
		EMPTY,
		/** A letter where a digit belongs, or the other way round. */
		CHARACTERS,
		/** Too short or too long. */
		LENGTH,
		/** The birth date in it cannot be. */
		DATE,
		/** The check digit does not fit: most often one digit was mistyped. */
		CHECK_DIGIT

	}

	/**
	 * The input was understood.
	 *
	 * @param value what was read
	 * @param <T> the kind of number
	 */
	record Read<T>(T value) implements TypedNumber<T> {
	}

	/**
	 * The input was not understood.
	 *
	 * @param fault what is wrong
	 * @param <T> the kind of number that was wanted
	 */
	record Unreadable<T>(Fault fault) implements TypedNumber<T> {
	}

}
