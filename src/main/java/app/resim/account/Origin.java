package app.resim.account;

import java.io.Serializable;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * From where somebody signed in.
 *
 * @param browserSince since when this customer is known with this browser, the present
 * instant for a new one; null if it was not asked
 * @param network keyed fingerprint of the network, null if it is not known
 */
public record Origin(@Nullable Instant browserSince, @Nullable String network) implements Serializable {

	/** Nothing is known. */
	public static final Origin UNKNOWN = new Origin(null, null);

}
