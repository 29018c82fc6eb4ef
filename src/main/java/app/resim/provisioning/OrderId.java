package app.resim.provisioning;

import java.io.Serializable;
import java.util.UUID;

/**
 * Names one order of a profile. The caller makes it and hands in the same one at every
 * repeat, so that a repeat finds what was done before.
 *
 * @param order the key
 */
public record OrderId(UUID order) implements Serializable {
}
