package app.resim.account;

/**
 * What became of a token that a browser without a session has shown.
 */
public sealed interface Resumed {

	/**
	 * The session goes on.
	 *
	 * @param session the same as before, with the same limits
	 * @param grounds what it rests on
	 * @param next takes the place of the token that was shown
	 */
	record GoesOn(SessionId session, Grounds grounds, ResumeToken next) implements Resumed {
	}

	/**
	 * The session is over.
	 *
	 * @param why the reason
	 */
	record IsOver(SessionState.Why why) implements Resumed {
	}

	/** Nobody knows such a token. */
	record Unknown() implements Resumed {
	}

}
