package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * Sessions of somebody were ended: by themselves, or because a factor has changed.
 *
 * @param at when
 * @param actor whose they were
 * @param count how many
 */
record SessionEvent(Instant at, Actor actor, int count) implements AuditedEvent {

	@Override
	public String deed() {
		return "session.ended";
	}

	@Override
	public String subject() {
		return this.actor.id();
	}

	@Override
	public String details() {
		return Integer.toString(this.count);
	}

}
