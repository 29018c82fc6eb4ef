package app.resim.request.fulfilment;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import app.resim.provisioning.OrderId;

/**
 * What has to be done for a wish. Each step is safe to repeat, so a plan may be run from
 * its beginning as often as it takes, and stopped between any two instructions.
 */
public interface Plan {

	/**
	 * From approval to what its owner can use.
	 * @param wish what is wanted
	 * @param stillWanted asked again before each step, because the owner may have taken
	 * the request back meanwhile
	 * @return how far it came
	 */
	Outcome prepare(Wish wish, BooleanSupplier stillWanted);

	/**
	 * Stops the line where the reason asks for it.
	 * @param wish what is wanted
	 * @return done, or later
	 */
	Outcome protect(Wish wish);

	/**
	 * From the new SIM in use to the end: end the old SIM, start the line, put the fee on
	 * the bill, remember the change.
	 * @param wish what was wanted
	 * @param installedAt since when the new SIM is in use
	 * @return done, or later
	 */
	Outcome finish(Wish wish, Instant installedAt);

	/**
	 * Takes back what was ordered for a request that ended early.
	 * @param wish what was wanted
	 * @return done, or later
	 */
	Outcome undo(Wish wish);

	/**
	 * Whether its owner has the new SIM already, without its use being reported yet.
	 * @param order the order
	 * @return true if it may still be reported
	 */
	boolean isOnAPhone(OrderId order);

}
