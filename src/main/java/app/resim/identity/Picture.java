package app.resim.identity;

import java.time.Instant;

/**
 * A stored picture, without its bytes.
 *
 * @param id its key
 * @param side what it shows
 * @param width in pixels
 * @param height in pixels
 * @param at when it was accepted
 * @param findings what the machine saw on it
 */
public record Picture(DocumentId id, Side side, int width, int height, Instant at, Findings findings) {
}
