package app.resim.identity;

import java.time.Instant;
import java.util.Locale;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

/**
 * Something was done with a picture, as the audit trail keeps it.
 *
 * @param at when
 * @param actor by whom
 * @param handling what was done
 * @param id the picture
 * @param side what it shows
 * @param folder where it lies
 */
record DocumentHandled(Instant at, Actor actor, Handling handling, DocumentId id, Side side,
		String folder) implements AuditedEvent {

	/** What can be done with a picture. */
	enum Handling {

		STORED, VIEWED, READ, REMOVED

	}

	@Override
	public String deed() {
		return "document." + this.handling.name().toLowerCase(Locale.ROOT);
	}

	@Override
	public String subject() {
		return this.id.document().toString();
	}

	@Override
	public String details() {
		return this.side + " of " + this.folder;
	}

}
