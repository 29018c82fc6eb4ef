package app.resim.request;

/** What became of sending the pictures that a reviewer asked for. */
public enum PicturesAnswer {

	/** The request is back with the reviewers. */
	SENT,
	/** A picture is still missing. */
	INCOMPLETE,
	/** Nobody waits for pictures any more. */
	OVER

}
