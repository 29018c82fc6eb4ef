package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.catalogue.SimWay;

/**
 * What an owner sees of a physical card that is wanted.
 *
 * @param way how it comes, once that was answered
 * @param store key of the shop, where one hands it over
 * @param state how far the card has come, once it was approved
 * @param tracking the carrier's number, where there is one
 * @param sent when it went to the carrier
 */
public record CardView(Optional<SimWay> way, Optional<String> store, Optional<State> state, Optional<String> tracking,
		Optional<Instant> sent) {

	/** How far a card has come. */
	public enum State {

		/** It is being made ready. */
		WANTED,
		/** It waits in the shop, or to be sent. */
		PREPARED,
		/** It is on its way. */
		SENT,
		/** Its owner has it, and the line moves onto it or has moved. */
		HANDED_OUT

	}

}
