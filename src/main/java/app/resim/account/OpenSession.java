package app.resim.account;

import java.time.Instant;

/**
 * A place at which somebody is signed in now.
 *
 * @param id its key
 * @param browser what they sit at
 * @param begunAt when they signed in
 * @param seenAt when they last did anything
 */
public record OpenSession(SessionId id, Browser browser, Instant begunAt, Instant seenAt) {
}
