package app.resim.request;

import java.io.Serializable;
import java.util.UUID;

import jakarta.persistence.Embeddable;

/**
 * The key of a request's row. Never shown; people use the {@link RequestReference}.
 *
 * @param id the key
 */
@Embeddable
record RequestId(UUID id) implements Serializable {
}
