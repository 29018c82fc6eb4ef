package app.resim.identity;

/**
 * What is wrong with a document's number as it was typed; each has a sentence
 * {@code identity.number.*}.
 */
public enum NumberFault {

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
