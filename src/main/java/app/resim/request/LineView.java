package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Msisdn;

/**
 * A line as its owner sees it.
 *
 * @param number its number
 * @param device the phone it was last seen in; may be empty
 * @param esim true for an eSIM, false for a plastic card
 * @param state what it does
 * @param since since when, where known
 * @param lockedSince since when its owner has locked it against replacement
 * @param open the request that is open for it, drafts included
 */
public record LineView(Msisdn number, String device, boolean esim, State state, Optional<Instant> since,
		Optional<Instant> lockedSince, Optional<RequestView> open) {

	/** What a line does. */
	public enum State {

		WORKING, STOPPED,
		/** The network did not answer. */
		UNKNOWN

	}

}
