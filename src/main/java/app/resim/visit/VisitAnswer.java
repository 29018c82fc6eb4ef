package app.resim.visit;

import java.util.List;

/**
 * What became of booking or moving an appointment.
 */
public sealed interface VisitAnswer {

	/**
	 * The place is theirs.
	 *
	 * @param appointment as it is now
	 */
	record Booked(Appointment appointment) implements VisitAnswer {
	}

	/**
	 * Somebody else has just got the last place.
	 *
	 * @param nearest the nearest free times of the shop, the earliest first; may be empty
	 */
	record Taken(List<Slot> nearest) implements VisitAnswer {

		public Taken {
			nearest = List.copyOf(nearest);
		}

	}

	/**
	 * The shop does not do this, is not open then, or has no appointment that begins
	 * then.
	 */
	record NotOpen() implements VisitAnswer {
	}

	/** That time is over. */
	record Past() implements VisitAnswer {
	}

	/**
	 * They have one about the same already.
	 *
	 * @param appointment which; it can be moved
	 */
	record AlreadyBooked(Appointment appointment) implements VisitAnswer {
	}

	/** They have as many as one person may have. */
	record TooMany() implements VisitAnswer {
	}

	/** There is no such appointment of theirs that could still be moved. */
	record Gone() implements VisitAnswer {
	}

}
