package app.resim.request;

/**
 * What became of something that people do with a physical card.
 */
public enum DeskAnswer {

	/** It is so, now or since an earlier time. */
	DONE,
	/** That card goes to somebody else, or has gone. */
	CARD_TAKEN,
	/** The code is not the one on the owner's page. */
	WRONG_CODE,
	/** It was wrong too often: a reviewer has to look. */
	TOO_OFTEN,
	/** It is about an account of their own. */
	OWN_ACCOUNT,
	/** It cannot be done now, or not any more. */
	NOT_NOW

}
