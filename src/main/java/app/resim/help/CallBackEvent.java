package app.resim.help;

import java.time.Instant;
import java.util.UUID;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * Something was done about a call-back. Where somebody is reached stands in none.
 *
 * @param deed a stable word
 * @param id of the call-back
 * @param actor who
 * @param at when
 */
record CallBackEvent(String deed, UUID id, Actor actor, Instant at) implements AuditedEvent {

	@Override
	public String subject() {
		return this.id.toString();
	}

}
