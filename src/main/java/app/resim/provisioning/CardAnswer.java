package app.resim.provisioning;

/**
 * What became of a change at a card's order.
 */
public enum CardAnswer {

	/** It is so, now or since an earlier call. */
	DONE,
	/** That card goes to somebody else, or has gone. */
	CARD_TAKEN,
	/** The order is not, or not any more, where this could be done. */
	NOT_NOW

}
