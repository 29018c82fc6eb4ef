package app.resim.request;

/**
 * The answer to asking for a new code instead of one that ran out or failed.
 */
public enum NewCodeAnswer {

	/** It is being made; the page tells when it is there. */
	ON_ITS_WAY,

	/** A phone has loaded the old one: a person of the operator looks first. */
	A_PERSON_LOOKS,

	/** The last sign-in is older than five minutes: a fresh proof first. */
	NEEDS_FRESH_SIGN_IN,

	/** There is a code that works, or no further one is given. */
	NOT_NOW

}
