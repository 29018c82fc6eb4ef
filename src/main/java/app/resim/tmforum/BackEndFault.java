package app.resim.tmforum;

/**
 * Thrown when the back end does not answer as it should. Holds neither address nor
 * content, because both may name a customer.
 */
class BackEndFault extends RuntimeException {

	private final String word;

	private final boolean nothingDone;

	/**
	 * Makes a fault.
	 * @param word such as {@code timeout} or {@code http-500}
	 * @param nothingDone whether the back end surely did nothing
	 */
	BackEndFault(String word, boolean nothingDone) {
		super("The back end does not answer as it should: " + word);
		this.word = word;
		this.nothingDone = nothingDone;
	}

	String word() {
		return this.word;
	}

	boolean nothingDone() {
		return this.nothingDone;
	}

	/** Whether the same call would fail again. */
	boolean refused() {
		return this.word.matches("http-(400|403|404|405|422)|ambiguous-line");
	}

}
