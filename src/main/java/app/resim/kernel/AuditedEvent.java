package app.resim.kernel;

import java.time.Instant;

/**
 * Something that must leave a row in the audit trail, written in the transaction that
 * published it. Implementations are records; none holds a phone number, an identity
 * number, an activation code or a name.
 */
public interface AuditedEvent {

	/**
	 * When it happened.
	 * @return the instant
	 */
	Instant at();

	/**
	 * Who did it.
	 * @return the actor
	 */
	Actor actor();

	/**
	 * What was done, as a stable word such as {@code request.submitted}.
	 * @return the deed
	 */
	String deed();

	/**
	 * What it was done to: a request reference, a document id, a subscriber id.
	 * @return the subject's key
	 */
	String subject();

	/**
	 * Anything else worth keeping, without personal data.
	 * @return a short text, empty by default
	 */
	default String details() {
		return "";
	}

}
