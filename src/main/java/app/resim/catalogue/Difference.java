package app.resim.catalogue;

import java.util.Optional;

/**
 * One field that two editions of a brand say otherwise.
 *
 * @param field its name in the file, for example {@code fees.later}
 * @param before empty if the earlier one said nothing
 * @param after empty if the later one says nothing
 */
public record Difference(String field, Optional<String> before, Optional<String> after) {
}
