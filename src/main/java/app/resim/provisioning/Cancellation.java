package app.resim.provisioning;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import app.resim.provisioning.ProfileOrder.OldSim;
import app.resim.provisioning.ProfileOrder.State;

import org.springframework.stereotype.Component;

/**
 * Takes an order back: first in the network, where it helps even against a profile that a
 * phone has already, then at the SM-DP+.
 */
@Component
class Cancellation {

	private final OrderBook book;

	private final Network network;

	private final ServerCalls calls;

	private final TakeBack takeBack;

	private final IccidStock stock;

	private final Clock clock;

	Cancellation(OrderBook book, Network network, ServerCalls calls, TakeBack takeBack, IccidStock stock, Clock clock) {
		this.book = book;
		this.network = network;
		this.calls = calls;
		this.takeBack = takeBack;
		this.stock = stock;
		this.clock = clock;
	}

	Step cancel(OrderId id) {
		Optional<Step> ended = this.book.change(id, this::begin);
		if (ended.isPresent()) {
			return ended.get();
		}
		ProfileOrder order = this.book.find(id).orElseThrow();
		Step unlinked = this.network.unlink(order.line, Objects.requireNonNull(order.iccid));
		return (unlinked instanceof Step.Done) ? this.calls.run(id, this.takeBack) : unlinked;
	}

	private Optional<Step> begin(ProfileOrder order) {
		if (order.state == State.CANCELLED) {
			return Optional.of(Faults.DONE);
		}
		if (order.oldSim != OldSim.KEPT) {
			return Optional.of(Faults.OLD_SIM_ENDED);
		}
		if (order.busy(this.clock.instant())) {
			return Optional.of(Faults.BUSY);
		}
		if (order.iccid == null || order.state == State.ORDERING && !order.unsure) {
			return Optional.of(closeUnplaced(order));
		}
		if (order.state != State.CANCELLING) {
			order.cancelling();
		}
		return Optional.empty();
	}

	private Step closeUnplaced(ProfileOrder order) {
		if (order.unsure) {
			return TakeBack.close(order, Faults.UNKNOWN);
		}
		if (order.iccid != null) {
			this.stock.giveBack(order.iccid);
		}
		order.cancelled();
		return Faults.DONE;
	}

}
