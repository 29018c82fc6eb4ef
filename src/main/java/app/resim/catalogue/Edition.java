package app.resim.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.BrandId;
import org.jspecify.annotations.Nullable;

/**
 * What was laid down for a brand at one time: proposed by one person, agreed to by
 * another, in force from its day until the next one.
 *
 * @param id names it
 * @param brand whose
 * @param place where the brand stands among all
 * @param text as YAML
 * @param why the reason given
 * @param basedOn the edition that was changed
 * @param proposedBy sign-in name, or empty if it came from a file
 * @param proposedAt when
 * @param wantedFrom from when it is meant to hold
 * @param agreedBy sign-in name; empty for what a first start took from a file
 * @param agreedAt when
 * @param holdsFrom from when it holds, once it was agreed to
 * @param droppedBy sign-in name
 * @param droppedAt when
 */
public record Edition(UUID id, BrandId brand, int place, String text, String why, Optional<UUID> basedOn,
		Optional<String> proposedBy, Instant proposedAt, Instant wantedFrom, Optional<String> agreedBy,
		Optional<Instant> agreedAt, Optional<Instant> holdsFrom, Optional<String> droppedBy,
		Optional<Instant> droppedAt) {

	/** How far an edition has come. */
	public enum State {

		/** Waits for somebody to agree. */
		PROPOSED,
		/** Agreed to, and holds later. */
		COMING,
		/** Holds now. */
		PRESENT,
		/** Held once. */
		PAST,
		/** Never came to hold, or never will. */
		DROPPED

	}

	boolean agreed() {
		return this.agreedAt.isPresent() && this.droppedAt.isEmpty();
	}

	boolean holdsAt(Instant when) {
		return agreed() && this.holdsFrom.filter(from -> !from.isAfter(when)).isPresent();
	}

	State state(Instant now, @Nullable UUID present) {
		if (this.droppedAt.isPresent()) {
			return State.DROPPED;
		}
		if (this.agreedAt.isEmpty()) {
			return State.PROPOSED;
		}
		if (!holdsAt(now)) {
			return State.COMING;
		}
		return this.id.equals(present) ? State.PRESENT : State.PAST;
	}

	BrandText yaml() {
		return new BrandText(this.text);
	}

}
