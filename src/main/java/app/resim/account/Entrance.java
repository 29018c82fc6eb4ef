package app.resim.account;

/**
 * What a member of staff begins a sign-in with.
 */
public enum Entrance {

	/** A name and a password that Resim keeps. */
	PASSWORD,

	/** An account of the operator's own provider. */
	OPERATOR_ACCOUNT

}
