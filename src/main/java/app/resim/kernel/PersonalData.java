package app.resim.kernel;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one part of the product keeps about a customer. Each part that keeps anything
 * implements it; whoever has to export or erase a customer asks all implementations, so a
 * part that comes later joins by implementing it.
 */
public interface PersonalData {

	/**
	 * The name of the part in an export; it never changes.
	 * @return for example {@code requests}
	 */
	String section();

	/**
	 * Everything that the customer has a right to see. Nothing about other people, no
	 * secret that opens anything, no name of staff.
	 * @param customer whose
	 * @param by who asks; a view of a document leaves an audit row
	 * @return what there is
	 */
	Part export(SubscriberId customer, Actor by);

	/**
	 * The keys under which the audit trail knows what belongs to the customer, such as
	 * references of requests; without the customer's own key.
	 * @param customer whose
	 * @return often none
	 */
	default Set<String> subjects(SubscriberId customer) {
		return Set.of();
	}

	/**
	 * Whether something of theirs is not finished and still needs what would be erased.
	 * @param customer whose
	 * @return true if nothing can be erased now
	 */
	default boolean isUnderway(SubscriberId customer) {
		return false;
	}

	/**
	 * Erases. A repeat changes nothing; what came later than the order to erase stays. It
	 * may fail, and is then done again later.
	 * @param customer whose
	 * @param by who asks
	 * @param ordered when it was ordered
	 */
	void erase(SubscriberId customer, Actor by, Instant ordered);

	/**
	 * One part of an export.
	 *
	 * @param entries the newest first, where they have an order
	 * @param files what cannot be told in words
	 */
	record Part(List<Particulars> entries, List<Attachment> files) {

		/** Nothing is kept. */
		public static final Part NOTHING = new Part(List.of(), List.of());

		public Part {
			entries = List.copyOf(entries);
			files = List.copyOf(files);
		}

	}

	/**
	 * A file of an export.
	 *
	 * @param name a path without spaces and without personal data
	 * @param content read only when it is written, because reading may be audited; throws
	 * a runtime exception if it is gone
	 */
	record Attachment(String name, Supplier<byte[]> content) {
	}

}
