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
	 * Not stored, because a better one is asked for; an earlier picture of the same side
	 * stays. The next one of this side is taken as it is.
	 *
	 * @param findings what is wrong
	 */
	record Again(Findings.Retake findings) implements Acceptance {
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

		EMPTY, TOO_BIG, WRONG_TYPE, HEIC, TOO_MANY_PIXELS, TOO_SMALL, INCOMPLETE, DAMAGED, PDF_LOCKED, PDF_PAGES, BUSY,
		FAILED, INFECTED, SCAN_DOWN, STORE_DOWN

	}

}
