package app.resim.privacy;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;

/**
 * What was done with a customer's rights, as the audit trail keeps it. The reason of a
 * hold stays out of it, because it is free text.
 *
 * @param deed a stable word
 * @param customer whose rights
 * @param actor who
 * @param at when
 * @param details why not, where something was refused
 */
record PrivacyEvent(String deed, SubscriberId customer, Actor actor, Instant at,
		String details) implements AuditedEvent {

	PrivacyEvent(String deed, SubscriberId customer, Actor actor, Instant at) {
		this(deed, customer, actor, at, "");
	}

	@Override
	public String subject() {
		return this.customer.subscriber();
	}

}
