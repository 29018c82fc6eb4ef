package app.resim.identity.port;

/**
 * Compares the face on a document with a portrait. Keeps nothing. Whatever it answers may
 * at most decide which request a person looks at first; it never approves and never
 * refuses. May be slow and may fail with a runtime exception, without personal data in
 * it; a call may be repeated.
 *
 * <p>
 * Resim ships no model: none was found whose licence, origin and error rates are known.
 */
public interface FaceComparer {

	/**
	 * Compares.
	 * @param document a cleaned picture of a document, JPEG
	 * @param portrait a cleaned portrait, JPEG
	 * @return what it found
	 */
	Comparison compare(byte[] document, byte[] portrait);

	/** The answer. */
	sealed interface Comparison {

		/** Nobody compared. */
		record NotAvailable() implements Comparison {
		}

		/**
		 * They were compared.
		 *
		 * @param likeness nought to one, on the model's own scale; never shown to anybody
		 */
		record Compared(double likeness) implements Comparison {
		}

	}

}
