package app.resim.catalogue;

/**
 * Thrown when a file of the operator cannot be used, so that the portal does not start
 * with half of it. The message is one sentence for the person who wrote the file.
 */
class CatalogueFileBroken extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String reason;

	CatalogueFileBroken(String file, String place, String problem) {
		super(file + ", " + place + ": " + problem + ".");
		this.reason = place + ": " + problem + ".";
	}

	/**
	 * The sentence without the file's name.
	 * @return place and problem
	 */
	String reason() {
		return this.reason;
	}

}
