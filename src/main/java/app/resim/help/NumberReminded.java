package app.resim.help;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;

/**
 * Somebody was written to how they find their numbers, because a stranger gave their
 * address.
 *
 * @param at when
 * @param customer who was written to
 */
record NumberReminded(Instant at, SubscriberId customer) implements AuditedEvent {

	@Override
	public Actor actor() {
		return Actor.stranger("help");
	}

	@Override
	public String deed() {
		return "number.reminded";
	}

	@Override
	public String subject() {
		return this.customer.subscriber();
	}

}
