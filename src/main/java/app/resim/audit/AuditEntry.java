package app.resim.audit;

import java.time.Instant;

import app.resim.kernel.Actor;

/**
 * A row of the audit trail.
 *
 * @param id grows with every row; gaps are possible
 * @param at when it happened
 * @param actor who did it
 * @param deed what was done, for example {@code request.submitted}
 * @param subject what it was done to
 * @param details anything else, may be empty
 */
public record AuditEntry(long id, Instant at, Actor actor, String deed, String subject, String details) {
}
