package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * A factor was added, removed, proven or refused.
 *
 * @param at when
 * @param who whose factor
 * @param deed for example {@code factor.added}
 * @param factor which
 */
record FactorEvent(Instant at, Actor who, String deed, Factor factor) implements AuditedEvent {

	static final String ADDED = "factor.added";

	static final String REMOVED = "factor.removed";

	static final String PROVEN = "factor.proven";

	static final String REFUSED = "factor.refused";

	@Override
	public Actor actor() {
		return this.who;
	}

	@Override
	public String subject() {
		return this.who.id();
	}

	@Override
	public String details() {
		return this.factor.name();
	}

}
