package app.resim.account;

/**
 * Where money goes that a customer gets back. Resim never asks for an account or a card:
 * whoever had taken a line over could name their own.
 */
public enum RefundWay {

	/** It is taken off the next bill of another line of the same customer. */
	NEXT_BILL,

	/** Back the way by which it was paid. */
	AS_PAID,

	/** To the bank account that the billing has on file. */
	BANK_ACCOUNT

}
