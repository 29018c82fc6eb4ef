package app.resim.provisioning;

import java.util.Objects;
import java.util.Optional;

import app.resim.provisioning.ProfileOrder.State;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;
import app.resim.provisioning.port.ProfileServer.Nothing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Takes an order back at the SM-DP+ (CancelOrder), after the network has unlinked its
 * ICCID. A profile that may have been released becomes unavailable; one that surely was
 * not may be ordered again.
 *
 * <p>
 * What the server cannot or will not do matters only where a code may be out. An order
 * that was never confirmed cannot be downloaded by anybody, so it is closed in any case
 * and at worst one reserved profile is lost.
 */
@Component
class TakeBack implements ServerCalls.Plan<Nothing> {

	private static final Logger LOG = LoggerFactory.getLogger(TakeBack.class);

	/** Downloaded or installed: only the network can stop it, and it has. */
	private static final String DOWNLOADED = "8.2.1-3.3";

	private static final int MOST_UNKNOWN = 5;

	private final IccidStock stock;

	TakeBack(IccidStock stock) {
		this.stock = stock;
	}

	@Override
	public Optional<Step> answered(ProfileOrder order) {
		return (order.state == State.CANCELLING) ? Optional.empty() : Optional.of(Faults.DONE);
	}

	@Override
	public Optional<Step> prepare(ProfileOrder order) {
		return Optional.empty();
	}

	@Override
	public OutsideCall.Question question() {
		return OutsideCall.Question.CANCEL;
	}

	@Override
	public Outcome<Nothing> make(ProfileServer server, String call, ProfileOrder order) {
		return server.cancelOrder(call, new ProfileServer.Cancel(Objects.requireNonNull(order.iccid), order.eid,
				Optional.ofNullable(order.secrets).flatMap(Secrets::matchingIdIfAny), !order.maybeConfirmed));
	}

	@Override
	public Step done(ProfileOrder order, Nothing answer) {
		if (order.fromPool && !order.maybeConfirmed) {
			this.stock.giveBack(Objects.requireNonNull(order.iccid));
		}
		order.cancelled();
		return Faults.DONE;
	}

	@Override
	public Step refused(ProfileOrder order, Outcome.Refused<Nothing> refusal, boolean wasUnsure) {
		boolean gone = wasUnsure && refusal.code().startsWith("8.2.1-");
		if (DOWNLOADED.equals(refusal.code()) || gone || !order.maybeConfirmed) {
			return close(order, Faults.word(refusal.code()));
		}
		return Faults.refused(refusal.code());
	}

	@Override
	public Step unknown(ProfileOrder order, Outcome.Unknown<Nothing> unknown) {
		if (!order.maybeConfirmed && !order.fromPool) {
			// once available again it may be anybody's, and a repeat would take it from
			// them
			return close(order, Faults.UNKNOWN);
		}
		order.unknownCalls++;
		return (order.unknownCalls < MOST_UNKNOWN) ? new Step.Later(Faults.UNKNOWN)
				: new Step.NeedsPerson(Faults.UNKNOWN);
	}

	/** Ends an order about which something stays to be known at the SM-DP+. */
	static Step close(ProfileOrder order, String fault) {
		LOG.warn("Order closed without the SM-DP+'s consent ({}), last call {}", fault, order.callId);
		order.cancelled(fault);
		return Faults.DONE;
	}

}
