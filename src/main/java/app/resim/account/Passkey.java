package app.resim.account;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer's passkey, as they may see it.
 *
 * @param id names it in forms; no secret
 * @param label what the customer calls it
 * @param madeAt when it was added
 * @param lastUsedAt when it last signed in, or when it was added
 */
public record Passkey(UUID id, String label, Instant madeAt, Instant lastUsedAt) {
}
