package app.resim.protection;

/**
 * Something that a rule noticed. Reviewers read a sentence for each
 * ({@code backoffice.signal.*}); customers never do, because it would teach thieves. How
 * much each one weighs is laid down for each brand.
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
	LIMIT_OF_A_YEAR,
	/** The account is younger than the brand trusts. */
	NEW_ACCOUNT,
	/** The e-mail address or another way to reach the customer was changed lately. */
	CONTACT_CHANGED,
	/** The customer was never seen with this browser. */
	NEW_BROWSER,
	/** Somebody failed to sign in lately, more often than by mistake. */
	FAILED_SIGN_INS,
	/** More requests for this line within a day than the brand allows. */
	MANY_FOR_LINE,
	/** More requests of this account within a day than the brand allows. */
	MANY_OF_ACCOUNT,
	/** More requests with this document within a day than the brand allows. */
	MANY_WITH_DOCUMENT,
	/** More requests from this network within a day than the brand allows. */
	MANY_FROM_NETWORK,
	/** The phone is said to be gone, and the old SIM is still in use. */
	OLD_SIM_IN_USE,
	/** Nothing but a code by e-mail was shown. */
	WEAK_SIGN_IN,
	/** The customer locked the line against replacement. */
	SIM_LOCKED

}
