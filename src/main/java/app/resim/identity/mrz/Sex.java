package app.resim.identity.mrz;

/**
 * The sex a document states.
 */
public enum Sex {

	/** F. */
	FEMALE,
	/** M. */
	MALE,
	/** Filler, or X. */
	UNSPECIFIED,
	/** Anything else: a misreading. */
	UNREADABLE;

	static Sex of(char symbol) {
		return switch (symbol) {
			case 'F' -> FEMALE;
			case 'M' -> MALE;
			case '<', 'X' -> UNSPECIFIED;
			default -> UNREADABLE;
		};
	}

}
