package app.resim.limits;

/**
 * For whom something is counted together.
 */
enum Scope {

	/**
	 * An IPv4 address, or the first 64 bits of an IPv6 address: what one household has.
	 */
	ADDRESS,
	/** A customer, a member of staff or a mailbox. */
	ACCOUNT,
	/** A line of a customer. */
	LINE,
	/** Everybody together. */
	EVERYBODY

}
