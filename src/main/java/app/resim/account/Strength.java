package app.resim.account;

/**
 * How strongly a customer has proven who they are, the weakest first. Compare with
 * {@link #compareTo}.
 */
public enum Strength {

	/** The mailbox only. */
	MAIL,

	/** The mailbox and a printed recovery code. */
	MAIL_AND_RECOVERY_CODE,

	/** Two factors that are not lost together. */
	TWO_FACTORS,

	/** A passkey. */
	PASSKEY

}
