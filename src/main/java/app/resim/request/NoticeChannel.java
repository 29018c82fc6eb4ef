package app.resim.request;

/**
 * The ways on which owners are told of a request. From each the request can be stopped,
 * once.
 */
public enum NoticeChannel {

	/** E-mail to the address on file. */
	EMAIL,
	/** A short message to the line itself, so to its old SIM. */
	LINE,
	/** A short message to the backup phone. */
	BACKUP

}
