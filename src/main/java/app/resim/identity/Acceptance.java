package app.resim.identity;

/**
 * The answer to an uploaded picture.
 */
public sealed interface Acceptance {

	/**
	 * Cleaned, encrypted and stored.
	 *
	 * @param picture what was stored
	 */
	record Accepted(Picture picture) implements Acceptance {
	}

	/**
	 * Not stored; an earlier picture of the same side stays.
	 *
	 * @param refusal why
	 */
	record Refused(Refusal refusal) implements Acceptance {
	}

	/** Why a picture is refused; each has a sentence {@code identity.refusal.*}. */
	enum Refusal {

		EMPTY, TOO_BIG, WRONG_TYPE, HEIC, TOO_MANY_PIXELS, TOO_SMALL, INCOMPLETE, DAMAGED, PDF_LOCKED, PDF_PAGES, BUSY

	}

}
