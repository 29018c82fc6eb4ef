package app.resim.account;

import java.time.Instant;

/**
 * A senior colleague says that somebody of the staff has lost their proofs; a second
 * colleague has to say so too.
 *
 * @param name whose proofs, by sign-in name
 * @param by sign-in name of the senior colleague
 * @param at when
 */
public record ResetAsked(String name, String by, Instant at) {
}
