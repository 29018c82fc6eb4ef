package app.resim.help;

/**
 * What somebody wants to be called about.
 */
public enum CallTopic {

	LOST, NOT_WORKING, REQUEST, NUMBER, FEES, OTHER

}
