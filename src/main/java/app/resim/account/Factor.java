package app.resim.account;

/**
 * A way in which a customer proves who they are. None of them is a message to a phone
 * number.
 */
public enum Factor {

	/** A code that went to the e-mail address on file. */
	MAIL_CODE,

	/** A code from the list that the customer printed. */
	RECOVERY_CODE,

	/** A code that an authenticator app shows for half a minute. */
	AUTHENTICATOR_APP,

	/** A key in a device or a password manager, unlocked by its owner. */
	PASSKEY

}
