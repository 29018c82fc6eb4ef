package app.resim.identity.mrz;

/**
 * What became of some lines.
 */
public sealed interface MrzParsing {

	/**
	 * They have the form of a zone. Whether its checks hold is another matter.
	 *
	 * @param mrz what they say
	 */
	record Parsed(Mrz mrz) implements MrzParsing {
	}

	/**
	 * They are no zone.
	 *
	 * @param reason why not
	 */
	record NotAnMrz(Reason reason) implements MrzParsing {
	}

	/**
	 * Why lines are no zone.
	 */
	enum Reason {

		/** Neither two nor three of them. */
		NUMBER_OF_LINES,
		/** Not 30, 36 or 44 symbols each. */
		LENGTH,
		/** Something else than A to Z, 0 to 9 and the filler. */
		SYMBOLS,
		/** The first symbol is no letter. */
		DOCUMENT_CODE

	}

}
