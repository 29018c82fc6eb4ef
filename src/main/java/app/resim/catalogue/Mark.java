package app.resim.catalogue;

/**
 * How sure it is that a figure is the operator's.
 */
public enum Mark {

	/** Laid down by the operator that runs this installation. */
	OWN,
	/** Said by a public page or an official text. */
	PUBLIC,
	/** Said by somebody else only. */
	WEAK,
	/** Said by an article that names no source. */
	ARTICLE,
	/** Commonly known, and looked up by nobody. */
	UNVERIFIED,
	/** Made up. */
	ILLUSTRATIVE;

	/**
	 * Whether people must be told that a figure is only an example.
	 * @return false for what the operator says itself or has published
	 */
	public boolean isExample() {
		return this != OWN && this != PUBLIC;
	}

}
