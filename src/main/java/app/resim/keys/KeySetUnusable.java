package app.resim.keys;

/**
 * Thrown when a key set cannot be had: it is missing, not in the form that the settings
 * say, or the key service does not open it. The message is a whole sentence for whoever
 * starts Resim; it holds no key.
 */
class KeySetUnusable extends IllegalStateException {

	private final String remedy;

	KeySetUnusable(String sentence, String remedy) {
		super(sentence);
		this.remedy = remedy;
	}

	KeySetUnusable(String sentence, String remedy, Throwable cause) {
		super(sentence, cause);
		this.remedy = remedy;
	}

	String remedy() {
		return this.remedy;
	}

}
