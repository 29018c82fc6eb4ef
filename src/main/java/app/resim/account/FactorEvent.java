package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * A factor was proven or refused.
 *
 * @param at when
 * @param who whose factor
 * @param deed {@code factor.proven} or {@code factor.refused}
 * @param factor which
 */
record FactorEvent(Instant at, Actor who, String deed, Factor factor) implements AuditedEvent {

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
