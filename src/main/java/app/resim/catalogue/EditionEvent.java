package app.resim.catalogue;

import java.time.Instant;
import java.util.UUID;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.BrandId;

/**
 * Somebody proposed, agreed to or dropped an edition of a brand.
 *
 * @param at when
 * @param deed a stable word
 * @param brand whose
 * @param edition which
 * @param by sign-in name
 */
record EditionEvent(Instant at, String deed, BrandId brand, UUID edition, String by) implements AuditedEvent {

	@Override
	public Actor actor() {
		return Actor.staff(this.by);
	}

	@Override
	public String subject() {
		return this.brand.brand();
	}

	@Override
	public String details() {
		return this.edition.toString();
	}

}
