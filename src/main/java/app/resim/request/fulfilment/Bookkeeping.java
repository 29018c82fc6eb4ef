package app.resim.request.fulfilment;

import java.time.Instant;

import app.resim.account.Charges;
import app.resim.protection.Protection;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.Step;

import org.springframework.stereotype.Component;

/**
 * Steps that every change of a SIM has.
 */
@Component
class Bookkeeping {

	private final Provisioning provisioning;

	private final Charges charges;

	private final Protection protection;

	Bookkeeping(Provisioning provisioning, Charges charges, Protection protection) {
		this.provisioning = provisioning;
		this.charges = charges;
		this.protection = protection;
	}

	Step stop(Wish wish) {
		return wish.reason().stopsTheLine() ? this.provisioning.stop(wish.line()) : new Step.Done();
	}

	/** A code that is still open would let an older order take the line over later. */
	Step cancelUnused(Wish wish) {
		return this.provisioning.unusedOrder(wish.line())
			.filter(unused -> !unused.equals(wish.order()))
			.map(unused -> this.provisioning.cancel(unused, wish.line()))
			.orElseGet(Step.Done::new);
	}

	Step charge(Wish wish) {
		if (!wish.fee().isZero()) {
			this.charges.charge(wish.subscriber(), wish.fee(), wish.reference());
		}
		return new Step.Done();
	}

	Step remember(Wish wish, Instant installedAt) {
		this.protection.recordChange(wish.line(), installedAt, wish.reference());
		return new Step.Done();
	}

}
