package app.resim.kernel;

/**
 * How many lines a customer has locked against replacement.
 */
@FunctionalInterface
public interface LockedLines {

	/**
	 * Counts.
	 * @param customer whose
	 * @return the number of locked lines
	 */
	int of(SubscriberId customer);

}
