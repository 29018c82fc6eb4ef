package app.resim.provisioning;

import java.time.Clock;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.provisioning.ProfileOrder.State;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * The steps of an order that speak with the SM-DP+: reserve, confirm and release.
 */
@Component
class ProfileSteps {

	/** How many profiles of the pool are tried in one step if others took them. */
	private static final int MOST_TRIES = 5;

	private final OrderBook book;

	private final ServerCalls calls;

	private final IccidStock stock;

	private final PlaceOrder placeOrder;

	private final ConfirmAndRelease confirmAndRelease;

	private final ProveRelease proveRelease;

	private final Clock clock;

	ProfileSteps(OrderBook book, ServerCalls calls, IccidStock stock, PlaceOrder placeOrder,
			ConfirmAndRelease confirmAndRelease, ProveRelease proveRelease, Clock clock) {
		this.book = book;
		this.calls = calls;
		this.stock = stock;
		this.placeOrder = placeOrder;
		this.confirmAndRelease = confirmAndRelease;
		this.proveRelease = proveRelease;
		this.clock = clock;
	}

	Step order(ProfileOrder wish) {
		this.book.open(wish);
		for (int i = 1;; i++) {
			boolean stocked = this.stock.fillIfDry(wish.profileType);
			Step step = place(wish);
			boolean snatched = taken(step, PlaceOrder.TAKEN) || stocked && step.equals(Faults.POOL_EMPTY);
			if (!snatched || i == MOST_TRIES) {
				return step;
			}
		}
	}

	private Step place(ProfileOrder wish) {
		try {
			return this.calls.run(wish.id, this.placeOrder);
		}
		catch (DuplicateKeyException ex) {
			// the server gave a profile that another live order holds
			return this.book.change(wish.id, order -> {
				order.hold("es2plus.iccid-taken");
				return Faults.held(order);
			});
		}
	}

	Step release(OrderId id) {
		Step step = this.calls.run(id, this.confirmAndRelease);
		if (taken(step, ConfirmAndRelease.MATCHING_ID_TAKEN)) {
			step = this.calls.run(id, this.confirmAndRelease);
		}
		boolean proving = this.book.find(id).map(order -> order.state == State.PROVING).orElse(false);
		return proving ? this.calls.run(id, this.proveRelease) : step;
	}

	private static boolean taken(Step step, String code) {
		return step instanceof Step.Later(String fault) && fault.equals(Faults.word(code));
	}

	Step settle(OrderId id, Optional<Iccid> found) {
		return this.book.change(id, order -> {
			if (order.state != State.ORDERING || !order.unsure) {
				return this.placeOrder.answered(order).orElse(Faults.DONE);
			}
			if (order.busy(this.clock.instant())) {
				return Faults.BUSY;
			}
			order.settle(false);
			found.ifPresent(order::ordered);
			return Faults.DONE;
		});
	}

}
