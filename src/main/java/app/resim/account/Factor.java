package app.resim.account;

/**
 * A way in which a customer proves who they are. None of them is a message to a phone
 * number.
 */
public enum Factor {

	/** A code that went to the e-mail address on file. */
	MAIL_CODE,

	/**
	 * The account that the customer has with the operator, opened with whatever the
	 * operator asks for there; worth as much as the mailbox.
	 */
	OPERATOR_ACCOUNT,

	/**
	 * That account, opened with what the settings ask for a strong proof. Never a message
	 * to a phone number.
	 */
	STRONG_OPERATOR_ACCOUNT,

	/** A code from the list that the customer printed. */
	RECOVERY_CODE,

	/** A code that an authenticator app shows for half a minute. */
	AUTHENTICATOR_APP,

	/** A key in a device or a password manager, unlocked by its owner. */
	PASSKEY

}
