package app.resim.provisioning;

import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.ProfileServer;

import org.springframework.stereotype.Component;

/**
 * Reserves a profile (DownloadOrder).
 *
 * <p>
 * With a pool the order names its ICCID. A repeat after an unknown outcome then either
 * succeeds or is told that the ICCID is taken; nobody else orders from the pool, so the
 * one who took it was the first try.
 *
 * <p>
 * Without a pool a repeat would take a second profile and nothing at the SM-DP+ can be
 * asked for the first, so an order with an unknown outcome is never repeated: it waits
 * for a person to say what became of it ({@link Provisioning#settle}), or is cancelled
 * and ordered anew under another id.
 */
@Component
class PlaceOrder implements ServerCalls.Plan<Iccid> {

	static final String TAKEN = "8.2.1-3.3";

	private final IccidStock stock;

	PlaceOrder(IccidStock stock) {
		this.stock = stock;
	}

	@Override
	public Optional<Step> answered(ProfileOrder order) {
		return switch (order.state) {
			case ORDERING -> Optional.empty();
			case ORDERED, ATTACHED, PROVING, RELEASED, DOWNLOADED, FAILED, INSTALLED -> Optional.of(Faults.DONE);
			case HELD -> Optional.of(Faults.held(order));
			case CANCELLING, CANCELLED -> Optional.of(Faults.CANCELLED);
		};
	}

	@Override
	public Optional<Step> prepare(ProfileOrder order) {
		if (order.iccid != null) {
			return Optional.empty();
		}
		if (order.unsure) {
			return Optional.of(new Step.NeedsPerson(Faults.UNKNOWN));
		}
		if (!this.stock.exists()) {
			return Optional.empty();
		}
		Optional<Iccid> taken = this.stock.take(order.id, order.profileType);
		taken.ifPresent(iccid -> {
			order.iccid = iccid;
			order.fromPool = true;
		});
		return taken.isPresent() ? Optional.empty() : Optional.of(Faults.POOL_EMPTY);
	}

	@Override
	public OutsideCall.Question question() {
		return OutsideCall.Question.ORDER;
	}

	@Override
	public Outcome<Iccid> make(ProfileServer server, String call, ProfileOrder order) {
		return server.downloadOrder(call,
				new ProfileServer.Order(Optional.ofNullable(order.iccid), order.profileType, order.eid));
	}

	@Override
	public Step done(ProfileOrder order, Iccid given) {
		if (order.iccid != null && !order.iccid.equals(given)) {
			order.hold("es2plus.iccid-differs");
			return Faults.held(order);
		}
		order.ordered(given);
		return Faults.DONE;
	}

	@Override
	public Step refused(ProfileOrder order, Outcome.Refused<Iccid> refusal, boolean wasUnsure) {
		if (!TAKEN.equals(refusal.code()) || order.iccid == null) {
			return Faults.refused(refusal.code());
		}
		if (wasUnsure) {
			order.ordered(order.iccid);
			return Faults.DONE;
		}
		// it stays taken in the stock: somebody else has it
		order.dropIccid();
		return new Step.Later(Faults.word(TAKEN));
	}

	@Override
	public Step unknown(ProfileOrder order, Outcome.Unknown<Iccid> unknown) {
		return order.fromPool ? new Step.Later(Faults.UNKNOWN) : new Step.NeedsPerson(Faults.UNKNOWN);
	}

}
