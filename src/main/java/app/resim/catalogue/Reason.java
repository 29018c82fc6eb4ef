package app.resim.catalogue;

/**
 * Why a customer needs a new eSIM.
 */
public enum Reason {

	LOST, STOLEN, DAMAGED, NEW_DEVICE, DELETED, NOT_WORKING;

	/**
	 * Whether the old SIM may be in strange hands, so that the line is stopped at once.
	 * @return true for lost and stolen
	 */
	public boolean stopsTheLine() {
		return this == LOST || this == STOLEN;
	}

	/**
	 * Whether an eSIM that was ordered and never downloaded may simply be shown again
	 * before a new profile is spent.
	 * @return true where the old code may still serve
	 */
	public boolean mayReuseCode() {
		return this == DELETED || this == NOT_WORKING;
	}

}
