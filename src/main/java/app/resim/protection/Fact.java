package app.resim.protection;

/**
 * Something that the rules would like to know and that may be unknown.
 */
public enum Fact {

	AGE_OF_ACCOUNT, AGE_OF_CONTACT, BROWSER, FAILED_SIGN_INS, REQUESTS_FOR_LINE, REQUESTS_OF_ACCOUNT,
	REQUESTS_WITH_DOCUMENT, REQUESTS_FROM_NETWORK, OLD_SIM, SIGN_IN, SIM_LOCK

}
