package app.resim.catalogue;

/**
 * On which way a new SIM comes to its customer.
 */
public enum SimWay {

	/** An eSIM, by a code on a page. */
	ESIM,
	/** A card that is made out at the counter of a shop. */
	STORE,
	/** A card that is ordered first and then collected in a shop. */
	PICKUP,
	/** A card that a courier brings. */
	COURIER;

	/**
	 * Whether it ends with a card of plastic.
	 * @return false for the eSIM alone
	 */
	public boolean isCard() {
		return this != ESIM;
	}

}
