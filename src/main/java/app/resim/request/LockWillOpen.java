package app.resim.request;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;

/**
 * Two colleagues have agreed to open a SIM lock: its owner is told, and can keep it.
 *
 * @param at when they agreed
 * @param actor the second colleague
 * @param subscriber whose line
 * @param lastTwo the last two digits of its number
 * @param opensAt when it opens
 */
public record LockWillOpen(Instant at, Actor actor, SubscriberId subscriber, String lastTwo,
		Instant opensAt) implements AuditedEvent {

	@Override
	public String deed() {
		return "line.opening-agreed";
	}

	@Override
	public String subject() {
		return this.subscriber.subscriber();
	}

	@Override
	public String details() {
		return this.opensAt.toString();
	}

}
