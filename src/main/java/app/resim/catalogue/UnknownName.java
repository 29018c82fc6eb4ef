package app.resim.catalogue;

import java.time.Instant;

/**
 * A device name that customers typed and the list did not know.
 *
 * @param name in plain lower-case letters
 * @param asked how many times
 * @param lastAsked when last
 */
public record UnknownName(String name, long asked, Instant lastAsked) {
}
