package app.resim.journey;

/**
 * Where a visitor reads the mail that Resim sent.
 */
interface Mailbox {

	/**
	 * Waits for a sign-in code.
	 * @param email whose code
	 * @param before how many codes this address had got before it asked
	 * @return six digits
	 */
	String code(String email, int before);

	/**
	 * How many codes an address has got.
	 * @param email whose
	 * @return 0 or more
	 */
	int codes(String email);

}
