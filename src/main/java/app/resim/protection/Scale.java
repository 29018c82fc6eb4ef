package app.resim.protection;

import java.time.Duration;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.catalogue.Brand;
import app.resim.protection.Assessment.Clear;
import app.resim.protection.Assessment.HoldUntil;
import app.resim.protection.Assessment.NeedsPeople;
import app.resim.protection.Assessment.Refuse;
import app.resim.protection.Assessment.StepUp;
import app.resim.protection.Background.SignIn;

/**
 * Weighs what the rules noticed. Every part of the answer – may it be asked for at all,
 * until when it is held, how many people, a stronger proof – only ever grows with what
 * speaks against it, so that a further bad fact never makes the answer milder.
 */
final class Scale {

	private final Rules rules;

	private final SwapFacts facts;

	private final Brand.Protection brand;

	private final Grounds grounds;

	private Scale(Rules rules) {
		this.rules = rules;
		this.facts = rules.facts();
		this.brand = rules.facts().brand().protection();
		this.grounds = grounds();
	}

	static Assessment weigh(Rules rules) {
		return new Scale(rules).answer();
	}

	private Assessment answer() {
		if (lockedOut() || weighs(this.brand.refuse())) {
			return new Refuse(Optional.empty(), this.grounds);
		}
		Optional<Refusal> limit = limits().max(Comparator.comparing(Refusal::until));
		if (limit.isPresent()) {
			return new Refuse(limit.map(Refusal::until), this.grounds);
		}
		int people = people();
		Instant until = this.facts.background().askedSince().orElse(this.facts.at()).plus(cooling());
		if (until.isAfter(this.facts.at())) {
			return new HoldUntil(until, people, this.grounds);
		}
		if (people > 0) {
			return new NeedsPeople(people, this.grounds);
		}
		return (weighs(this.brand.stepUp()) && !this.facts.background().signIn().isSteppedUp())
				? new StepUp(this.grounds) : new Clear(this.grounds);
	}

	/** Whoever holds the strongest proof may open what was locked with it. */
	private boolean lockedOut() {
		return this.grounds.signals().contains(Signal.SIM_LOCKED) && this.facts.background().signIn() != SignIn.PASSKEY;
	}

	private int people() {
		List<String> names = this.grounds.signals().stream().map(Signal::name).toList();
		boolean pair = !names.isEmpty()
				&& this.facts.brand().twoReviewers().stream().anyMatch(rule -> rule.covers(this.facts.reason(), names));
		if (pair || weighs(this.brand.twoPeople())) {
			return 2;
		}
		return Math.max(route().people(), weighs(this.brand.onePerson()) ? 1 : 0);
	}

	private Duration cooling() {
		Duration ofPoints = weighs(this.brand.hold()) ? this.brand.cooling() : Duration.ZERO;
		return (ofPoints.compareTo(route().cooling()) > 0) ? ofPoints : route().cooling();
	}

	/** The way of the proof that was given, or of the next weaker one. */
	private Brand.Route route() {
		Brand.Routes routes = this.facts.brand().routes();
		int proof = switch (this.facts.background().signIn()) {
			case PASSKEY -> 0;
			case TWO_FACTORS -> 1;
			case MAILED_AND_SAVED_CODE -> 2;
			case MAILED_CODE, UNKNOWN -> 3;
		};
		boolean down = this.grounds.signals().stream().map(Signal::name).anyMatch(routes.oneDown()::contains);
		return routes.strongestFirst().get(Math.min(down ? proof + 1 : proof, 3));
	}

	private boolean weighs(int threshold) {
		return this.grounds.points() >= threshold;
	}

	private Grounds grounds() {
		List<Signal> signals = Stream.concat(limits().map(Refusal::signal), this.rules.signals().stream()).toList();
		var unknown = this.rules.unknown();
		int points = signals.stream().mapToInt(signal -> this.brand.weight(signal.name())).sum()
				+ unknown.size() * this.brand.unknown();
		return new Grounds(signals, unknown, points);
	}

	private Stream<Refusal> limits() {
		Brand.Limits limits = this.facts.brand().limits();
		return Stream
			.of(limit(Rules.MONTH, limits.inThirtyDays(), Signal.LIMIT_OF_THIRTY_DAYS),
					limit(Rules.YEAR, limits.inAYear(), Signal.LIMIT_OF_A_YEAR))
			.flatMap(Optional::stream);
	}

	/** The next one is allowed as soon as the oldest that counts leaves the period. */
	private Optional<Refusal> limit(Duration period, int most, Signal signal) {
		List<Instant> counted = this.rules.changesWithin(period);
		return (counted.size() < most) ? Optional.empty()
				: Optional.of(new Refusal(counted.get(counted.size() - most).plus(period), signal));
	}

	/**
	 * A limit that is reached.
	 *
	 * @param until when it is over
	 * @param signal which one
	 */
	private record Refusal(Instant until, Signal signal) {
	}

}
