package app.resim.request.fulfilment;

import java.time.Instant;

import app.resim.provisioning.OrderId;

/**
 * How far a plan came.
 */
public sealed interface Outcome {

	/**
	 * The code can be shown.
	 *
	 * @param order the order that holds it
	 * @param usableUntil when it ends
	 */
	record Ready(OrderId order, Instant usableUntil) implements Outcome {
	}

	/** Everything is done. */
	record Finished() implements Outcome {
	}

	/** The request was taken back meanwhile. */
	record NotWanted() implements Outcome {
	}

	/**
	 * Try again later.
	 *
	 * @param fault what kept it
	 */
	record Later(String fault) implements Outcome {
	}

	/**
	 * A person of the operator has to look.
	 *
	 * @param fault what is wrong
	 */
	record NeedsPerson(String fault) implements Outcome {
	}

}
