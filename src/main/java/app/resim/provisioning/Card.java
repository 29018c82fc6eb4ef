package app.resim.provisioning;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Iccid;

/**
 * A physical SIM card that was ordered for a line.
 *
 * @param order the caller's key
 * @param state how far it has come
 * @param iccid which card, once one was taken
 * @param tracking the carrier's number, where there is one
 * @param wanted since when it is wanted
 * @param prepared when a card was taken for it
 * @param sent when it went to the carrier
 */
public record Card(OrderId order, State state, Optional<Iccid> iccid, Optional<String> tracking, Instant wanted,
		Optional<Instant> prepared, Optional<Instant> sent) {

	/** How far a card has come. */
	public enum State {

		/** Somebody has to take a card for it. */
		WANTED,
		/** A card lies ready. */
		PREPARED,
		/** The carrier has it. */
		SENT,
		/** It is in its owner's hands, and the line moves onto it. */
		ACTIVATING,
		/** The line lives on it. */
		ACTIVE,
		/** Taken back, for good. */
		CANCELLED

	}

}
