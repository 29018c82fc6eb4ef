package app.resim.visit;

import java.time.Instant;

import app.resim.catalogue.Store;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;

/**
 * An appointment as it is now.
 *
 * @param reference its key, also for people
 * @param owner who comes
 * @param brand of the shop
 * @param store key of the shop
 * @param purpose what is done there
 * @param subject what it is about: the reference of a request, or the purpose's name
 * @param begins when
 * @param ends when the next one begins
 * @param state what became of it
 * @param revision 0 at first, one more after each change that the owner hears of
 * @param changedAt when it was booked, moved or cancelled last
 */
public record Appointment(VisitReference reference, SubscriberId owner, BrandId brand, String store,
		Store.Service purpose, String subject, Instant begins, Instant ends, State state, int revision,
		Instant changedAt) {

	/** What became of it. */
	public enum State {

		/** It is to come. */
		BOOKED,
		/** The owner gave it back. */
		CANCELLED,
		/** They came. */
		ARRIVED,
		/** They did not come. */
		MISSED,
		/** Its time is over, and nobody in the shop noted anything. */
		OVER

	}

}
