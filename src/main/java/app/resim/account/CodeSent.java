package app.resim.account;

import java.time.Instant;

/**
 * What everybody is told who asked for a code, known or unknown.
 *
 * @param challenge to be handed back with the code
 * @param sentAt when the code was made
 * @param usableUntil when it ends
 */
public record CodeSent(ChallengeId challenge, Instant sentAt, Instant usableUntil) {
}
