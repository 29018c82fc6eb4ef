package app.resim.kernel;

/**
 * Kinds of identity documents that brands accept.
 */
public enum DocumentKind {

	/** Hong Kong identity card. */
	HKID(false),
	/** A passport of any state: the page with the picture. */
	PASSPORT(false),
	/** Macau identity card. */
	MACAU_ID(true),
	/** Exit-entry Permit for travelling to and from Hong Kong and Macau. */
	EXIT_ENTRY_PERMIT(true),
	/** Identity card of the People's Republic of China (GB 11643 number). */
	PRC_ID(true),
	/** Russian internal passport: pages 2 and 3. */
	RU_PASSPORT(false);

	private final boolean back;

	DocumentKind(boolean back) {
		this.back = back;
	}

	/**
	 * Whether the back carries something that a reviewer needs.
	 * @return true if a second picture is asked for
	 */
	public boolean hasBack() {
		return this.back;
	}

}
