package app.resim.identity;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one stored picture.
 *
 * @param document 122 random bits
 */
public record DocumentId(UUID document) implements Serializable {
}
