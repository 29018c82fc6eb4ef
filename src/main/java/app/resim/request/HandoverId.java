package app.resim.request;

import java.util.UUID;

/**
 * The key of a {@link Handover}. Whoever knows it can do nothing with it.
 *
 * @param id random
 */
public record HandoverId(UUID id) {
}
