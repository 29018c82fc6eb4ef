package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * Somebody noted, or took away, that an account is close to a member of staff.
 *
 * @param at when
 * @param deed a stable word
 * @param link the member and the account
 * @param by sign-in name of the one who did it
 */
record LinkEvent(Instant at, String deed, StaffLink link, String by) implements AuditedEvent {

	@Override
	public Actor actor() {
		return Actor.staff(this.by);
	}

	@Override
	public String subject() {
		return this.link.staff();
	}

	@Override
	public String details() {
		return this.link.account().subscriber();
	}

}
