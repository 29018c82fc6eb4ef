package app.resim.help;

/**
 * What became of the wish to be called back.
 */
public enum CallBackAsked {

	/** It is noted. */
	NOTED,
	/** What was typed is neither a number nor an e-mail address. */
	UNREADABLE,
	/** Calling that number costs more than a call. */
	DEAR,
	/** It was asked for too often, for one to be reached there. */
	TOO_OFTEN,
	/** It cannot be taken at the moment. */
	AWAY

}
