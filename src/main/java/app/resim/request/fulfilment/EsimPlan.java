package app.resim.request.fulfilment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import app.resim.account.Charges;
import app.resim.protection.Protection;
import app.resim.provisioning.Download;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;
import app.resim.provisioning.Step;

import org.springframework.stereotype.Component;

/**
 * The plan for a new eSIM. Each step is safe to repeat, so the plan may be run from its
 * beginning as often as it takes, and stopped between any two instructions.
 */
@Component
public class EsimPlan {

	private final Provisioning provisioning;

	private final Charges charges;

	private final Protection protection;

	EsimPlan(Provisioning provisioning, Charges charges, Protection protection) {
		this.provisioning = provisioning;
		this.charges = charges;
		this.protection = protection;
	}

	/**
	 * From approval to a code that can be shown: stop the line if the old SIM may be in
	 * strange hands, order, attach, release.
	 * @param wish what is wanted
	 * @param stillWanted asked again before each step, because the owner may have taken
	 * the request back meanwhile
	 * @return how far it came
	 */
	public Outcome prepare(Wish wish, BooleanSupplier stillWanted) {
		Optional<Outcome> existing = wish.reuseCode() ? existing(wish) : Optional.empty();
		if (existing.isPresent()) {
			return existing.get();
		}
		return run(stillWanted,
				List.of(() -> stop(wish), () -> cancelFormer(wish), () -> cancelUnused(wish), () -> order(wish),
						() -> this.provisioning.attach(wish.order()), () -> this.provisioning.release(wish.order())),
				() -> ready(wish.order()));
	}

	/**
	 * Stops the line where the reason asks for it.
	 * @param wish what is wanted
	 * @return done, or later
	 */
	public Outcome protect(Wish wish) {
		return run(() -> true, List.of(() -> stop(wish)), Outcome.Finished::new);
	}

	/**
	 * From the installed eSIM to the end: end the old SIM, start the line, put the fee on
	 * the bill, remember the change.
	 * @param wish what was wanted
	 * @param installedAt when the phone installed it
	 * @return done, or later
	 */
	public Outcome finish(Wish wish, Instant installedAt) {
		return run(() -> true, List.of(() -> this.provisioning.endOldSim(wish.order()),
				() -> this.provisioning.start(wish.line()), () -> charge(wish), () -> remember(wish, installedAt)),
				Outcome.Finished::new);
	}

	/**
	 * Takes back what was ordered for a request that ended early. A code that was there
	 * before the request stays.
	 * @param wish what was wanted
	 * @return done, or later
	 */
	public Outcome undo(Wish wish) {
		return wish.reuseCode() ? new Outcome.Finished()
				: run(() -> true,
						List.of(() -> cancelFormer(wish), () -> this.provisioning.cancel(wish.order(), wish.line())),
						Outcome.Finished::new);
	}

	/**
	 * Whether a phone has the profile and may still report that it is installed.
	 * @param order the order
	 * @return true if it was loaded and did not fail
	 */
	public boolean isOnAPhone(OrderId order) {
		return this.provisioning.download(order)
			.filter(download -> download.state() == Download.State.DOWNLOADED
					|| download.state() == Download.State.INSTALLED)
			.isPresent();
	}

	private static Outcome run(BooleanSupplier stillWanted, List<Supplier<Step>> steps, Supplier<Outcome> end) {
		for (Supplier<Step> step : steps) {
			if (!stillWanted.getAsBoolean()) {
				return new Outcome.NotWanted();
			}
			switch (step.get()) {
				case Step.Done done -> {
					continue;
				}
				case Step.Later later -> {
					return new Outcome.Later(later.fault());
				}
				case Step.NeedsPerson person -> {
					return new Outcome.NeedsPerson(person.fault());
				}
			}
		}
		return end.get();
	}

	private Step stop(Wish wish) {
		return wish.reason().stopsTheLine() ? this.provisioning.stop(wish.line()) : new Step.Done();
	}

	/**
	 * Also one that a phone has loaded: it loses the line, so that there is never more
	 * than one that brings it.
	 */
	private Step cancelFormer(Wish wish) {
		return wish.former().map(former -> this.provisioning.cancel(former, wish.line())).orElseGet(Step.Done::new);
	}

	/** A code that is still open would let an older order take the line over later. */
	private Step cancelUnused(Wish wish) {
		return this.provisioning.unusedOrder(wish.line())
			.filter(unused -> !unused.equals(wish.order()))
			.map(unused -> this.provisioning.cancel(unused, wish.line()))
			.orElseGet(Step.Done::new);
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

	private Step charge(Wish wish) {
		if (!wish.fee().isZero()) {
			this.charges.charge(wish.subscriber(), wish.fee(), wish.reference());
		}
		return new Step.Done();
	}

	private Step remember(Wish wish, Instant installedAt) {
		this.protection.recordChange(wish.line(), installedAt, wish.reference());
		return new Step.Done();
	}

}
