package app.resim.account;

import java.io.Serializable;
import java.util.UUID;

/**
 * A place at which somebody is signed in. Whoever knows it can do nothing with it.
 *
 * @param id random
 */
public record SessionId(UUID id) implements Serializable {
}
