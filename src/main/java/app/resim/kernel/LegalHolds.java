package app.resim.kernel;

/**
 * Whether what is kept about a customer must not be deleted now, because a court, an
 * authority or a dispute may need it. Whoever deletes by a clock asks first.
 */
@FunctionalInterface
public interface LegalHolds {

	/**
	 * Whether a hold lies on a customer.
	 * @param customer whose
	 * @return true if nothing about them may be deleted
	 */
	boolean lieOn(SubscriberId customer);

}
