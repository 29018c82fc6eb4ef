package app.resim.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.kernel.Money;

/**
 * What a replacement costs: the price of the replacement itself, and on top of it what
 * the way of the new SIM costs.
 *
 * @param first the first one of a line: a promotion where it is lower than {@code later}
 * @param later every later one
 * @param reasons later ones for reasons that have a price of their own
 * @param ways on top, for ways that cost something
 * @param urgent one that cannot wait, first or not; empty if haste cannot be bought
 */
public record Fees(Money first, Money later, @MayBeLeftOut Map<Reason, Money> reasons,
		@MayBeLeftOut Map<SimWay, Money> ways, @MayBeLeftOut Optional<Money> urgent) {

	public Fees {
		reasons = Map.copyOf(reasons);
		ways = Map.copyOf(ways);
		var all = Stream.of(Stream.of(first, later), reasons.values().stream(), ways.values().stream(), urgent.stream())
			.flatMap(some -> some)
			.toList();
		Rule.check(all.stream().allMatch(fee -> fee.minor() >= 0), "a fee cannot be negative");
		Rule.check(all.stream().map(Money::currency).distinct().count() == 1, "all fees have one currency");
	}

	/**
	 * The fee for the next replacement by an eSIM, for a reason without a price of its
	 * own.
	 * @param replacementsSoFar how many the line has had
	 * @return the fee
	 */
	public Money next(int replacementsSoFar) {
		return (replacementsSoFar == 0) ? this.first : this.later;
	}

	/**
	 * The fee for the next replacement.
	 * @param reason why it is wanted
	 * @param way how the new SIM comes
	 * @param replacementsSoFar how many the line has had
	 * @return the fee
	 */
	public Money next(Reason reason, SimWay way, int replacementsSoFar) {
		return onWay((replacementsSoFar == 0) ? this.first : this.reasons.getOrDefault(reason, this.later), way);
	}

	/**
	 * The fee for a replacement that cannot wait.
	 * @param way how the new SIM comes
	 * @return the fee; empty if haste cannot be bought
	 */
	public Optional<Money> urgent(SimWay way) {
		return this.urgent.map(fee -> onWay(fee, way));
	}

	private Money onWay(Money fee, SimWay way) {
		Money more = this.ways.get(way);
		return (more == null) ? fee : new Money(Math.addExact(fee.minor(), more.minor()), fee.currency());
	}

}
