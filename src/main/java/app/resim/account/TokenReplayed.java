package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * A token came back after it was replaced: a copy of a browser's cookie is about. The
 * session has ended for everybody.
 *
 * @param at when
 * @param whose whose session it was
 */
record TokenReplayed(Instant at, Actor whose) implements AuditedEvent {

	/** The owner or the thief: nobody knows. */
	@Override
	public Actor actor() {
		return SignInEvent.STRANGER;
	}

	@Override
	public String deed() {
		return "session.token-replayed";
	}

	@Override
	public String subject() {
		return this.whose.id();
	}

	@Override
	public String details() {
		return this.whose.kind().name();
	}

}
