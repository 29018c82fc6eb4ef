package app.resim.visit;

import java.time.Instant;

/**
 * A time at which people may come.
 *
 * @param begins when
 * @param ends when the next one begins
 * @param left how many more people may come then
 */
public record Slot(Instant begins, Instant ends, int left) {
}
