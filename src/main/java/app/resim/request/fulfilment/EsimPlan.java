package app.resim.request.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import app.resim.provisioning.Download;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.Step;

import org.springframework.stereotype.Component;

/**
 * The plan for a new eSIM: a code to begin with.
 */
@Component
class EsimPlan implements Plan {

	private final Provisioning provisioning;

	private final Bookkeeping books;

	EsimPlan(Provisioning provisioning, Bookkeeping books) {
		this.provisioning = provisioning;
		this.books = books;
	}

	/**
	 * Stops the line if the old SIM may be in strange hands, orders, attaches, releases.
	 */
	@Override
	public Outcome prepare(Wish wish, BooleanSupplier stillWanted) {
		Optional<Outcome> existing = wish.reuseCode() ? existing(wish) : Optional.empty();
		if (existing.isPresent()) {
			return existing.get();
		}
		return Leg.run(stillWanted,
				List.of(() -> this.books.stop(wish), () -> cancelFormer(wish), () -> this.books.cancelUnused(wish),
						() -> order(wish), () -> this.provisioning.attach(wish.order()),
						() -> this.provisioning.release(wish.order())),
				() -> ready(wish.order()));
	}

	@Override
	public Outcome protect(Wish wish) {
		return Leg.run(() -> true, List.of(() -> this.books.stop(wish)), Outcome.Finished::new);
	}

	@Override
	public Outcome finish(Wish wish, Instant installedAt) {
		return Leg.run(() -> true,
				List.of(() -> this.provisioning.endOldSim(wish.order()), () -> this.provisioning.start(wish.line()),
						() -> this.books.charge(wish), () -> this.books.remember(wish, installedAt)),
				Outcome.Finished::new);
	}

	/** A code that was there before the request stays. */
	@Override
	public Outcome undo(Wish wish) {
		return wish.reuseCode() ? new Outcome.Finished()
				: Leg.run(() -> true,
						List.of(() -> cancelFormer(wish), () -> this.provisioning.cancel(wish.order(), wish.line())),
						Outcome.Finished::new);
	}

	@Override
	public boolean isOnAPhone(OrderId order) {
		return this.provisioning.download(order)
			.filter(download -> download.state() == Download.State.DOWNLOADED
					|| download.state() == Download.State.INSTALLED)
			.isPresent();
	}

	/**
	 * Also one that a phone has loaded: it loses the line, so that there is never more
	 * than one that brings it.
	 */
	private Step cancelFormer(Wish wish) {
		return wish.former().map(former -> this.provisioning.cancel(former, wish.line())).orElseGet(Step.Done::new);
	}

	private Step order(Wish wish) {
		return this.provisioning.order(wish.order(), wish.line(), wish.profileType(), wish.eid(), wish.codeValidity());
	}

	private Optional<Outcome> existing(Wish wish) {
		return this.provisioning.unusedOrder(wish.line())
			.filter(order -> this.provisioning.download(order).isPresent())
			.map(this::ready);
	}

	private Outcome ready(OrderId order) {
		return this.provisioning.download(order)
			.map(Download::usableUntil)
			.<Outcome>map(until -> new Outcome.Ready(order, until))
			.orElseGet(() -> new Outcome.Later("provisioning.no-download"));
	}

}
