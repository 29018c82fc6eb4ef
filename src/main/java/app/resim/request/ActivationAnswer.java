package app.resim.request;

/**
 * What became of the wish to use a card that has come.
 */
public enum ActivationAnswer {

	/** The line moves onto the card now, or has moved. */
	DONE,
	/** The digits are not the card's. */
	WRONG_DIGITS,
	/** They were wrong too often: somebody of the operator has to help. */
	TOO_OFTEN,
	/** The last factor is too old. */
	NEEDS_FRESH_SIGN_IN,
	/** There is no card to be used now. */
	NOT_NOW

}
