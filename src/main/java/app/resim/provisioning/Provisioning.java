package app.resim.provisioning;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Msisdn;

import org.springframework.stereotype.Service;

/**
 * Orders a profile and moves a line onto it, step by step. Every step may be repeated
 * with the same order; none is run inside a caller's transaction.
 *
 * <p>
 * The usual plan: {@link #order}, {@link #attach}, {@link #release}, then wait for
 * {@link ProfileInstalled} and {@link #endOldSim}. {@link #cancel} undoes what can be
 * undone.
 */
@Service
public class Provisioning {

	/**
	 * Orders a profile (ES2+ DownloadOrder).
	 * @param order the caller's key
	 * @param line whose SIM is replaced
	 * @param profileType the SM-DP+'s name of the profile
	 * @param eid the phone it is bound to, where known
	 * @param usableFor how long the code may be used after release
	 * @return how it ended
	 */
	public Step order(OrderId order, Msisdn line, String profileType, Optional<Eid> eid, java.time.Duration usableFor) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Links the ordered profile's ICCID to the line in the network; the old SIM keeps its
	 * state until {@link #endOldSim}.
	 * @param order an ordered profile
	 * @return how it ended
	 */
	public Step attach(OrderId order) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Confirms and releases the profile (ES2+ ConfirmOrder with release flag), after
	 * which there is a {@link Download}.
	 * @param order an attached profile
	 * @return how it ended
	 */
	public Step release(OrderId order) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Takes the order back (ES2+ CancelOrder) and unlinks its ICCID. A profile that was
	 * already downloaded cannot be taken back: the answer is then done as far as the
	 * network goes.
	 * @param order any order; an unknown one is done at once
	 * @return how it ended
	 */
	public Step cancel(OrderId order) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Ends the SIM that the line had before, for good.
	 * @param order the order whose profile is installed
	 * @return how it ended
	 */
	public Step endOldSim(OrderId order) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The code to install with. Secret: whoever installs it has the line.
	 * @param order the order
	 * @return the download once it is released, else empty
	 */
	public Optional<Download> download(OrderId order) {
		throw new UnsupportedOperationException();
	}

	/**
	 * An order for this line that was released and never downloaded, still within its
	 * time.
	 * @param line the line
	 * @return the order, or empty
	 */
	public Optional<OrderId> unusedOrder(Msisdn line) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The line in the network.
	 * @param line the number
	 * @return its state, or empty if the network knows no such line
	 */
	public Optional<LineState> line(Msisdn line) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Stops a line at once: no calls, no messages, no data.
	 * @param line the number
	 * @return how it ended
	 */
	public Step stop(Msisdn line) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Starts a stopped line again.
	 * @param line the number
	 * @return how it ended
	 */
	public Step start(Msisdn line) {
		throw new UnsupportedOperationException();
	}

	/**
	 * A line in the network.
	 *
	 * @param stopped whether it is stopped
	 * @param since since when it is in this state, where known
	 */
	public record LineState(boolean stopped, Optional<Instant> since) {
	}

}
