package app.resim.account;

import java.time.Instant;
import java.util.Optional;

/**
 * How long a customer has been one. Each part may be unknown; what is unknown counts for
 * nothing.
 *
 * @param customerSince when the account was opened
 * @param contactSince when the ways to reach the customer – e-mail address, backup phone
 * – were last changed; the opening of the account if never
 */
public record Tenure(Optional<Instant> customerSince, Optional<Instant> contactSince) {

	/** Nothing is known. */
	public static final Tenure UNKNOWN = new Tenure(Optional.empty(), Optional.empty());

}
