package app.resim.protection;

/**
 * Something that a rule noticed. Reviewers read a sentence for each
 * ({@code backoffice.signal.*}); customers never do, because it would teach thieves.
 */
public enum Signal {

	/** The brand lets a person decide about this reason. */
	REASON_NEEDS_PERSON,
	/** The device is not surely one that takes an eSIM. */
	DEVICE_UNSURE,
	/** Something about a picture should be seen by a person. */
	PICTURE_DOUBTFUL,
	/** The document differs from what is on file, or has expired. */
	DOCUMENT_CONTRADICTS,
	/** The line was replaced within the last thirty days. */
	REPLACED_LATELY,
	/** The line was replaced as often in thirty days as the brand allows. */
	LIMIT_OF_THIRTY_DAYS,
	/** The line was replaced as often in a year as the brand allows. */
	LIMIT_OF_A_YEAR

}
