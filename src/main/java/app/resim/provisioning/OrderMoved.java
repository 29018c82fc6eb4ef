package app.resim.provisioning;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import org.jspecify.annotations.Nullable;

/**
 * An order came into another state, for the audit trail.
 *
 * @param order which
 * @param state the new state
 * @param callId the ES2+ call that led to it, if one did
 * @param at when
 */
record OrderMoved(OrderId order, ProfileOrder.State state, @Nullable String callId,
		Instant at) implements AuditedEvent {

	@Override
	public Actor actor() {
		return switch (this.state) {
			case DOWNLOADED, FAILED, INSTALLED -> Actor.system("sm-dp+");
			case ORDERING, ORDERED, ATTACHED, PROVING, RELEASED, HELD, CANCELLING, CANCELLED -> Actor.RESIM;
		};
	}

	@Override
	public String deed() {
		return "profile." + this.state.name().toLowerCase(java.util.Locale.ROOT);
	}

	@Override
	public String subject() {
		return this.order.order().toString();
	}

	@Override
	public String details() {
		return (this.callId != null) ? "call " + this.callId : "";
	}

}
