package app.resim.identity.scan;

/**
 * What the scanner says.
 */
public enum Verdict {

	CLEAN, INFECTED,
	/** No answer, or none that can be understood. */
	UNKNOWN

}
