package app.resim.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import app.resim.catalogue.Brand;
import app.resim.kernel.Msisdn;
import app.resim.protection.Assessment.Clear;
import app.resim.protection.Assessment.NeedsPeople;
import app.resim.protection.Assessment.Refuse;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Assesses whether a line may get a new SIM, and remembers when it last did.
 */
@Service
public class Protection {

	static final Duration MONTH = Duration.ofDays(30);

	static final Duration YEAR = Duration.ofDays(365);

	/** Each rule looks at one thing and names it, or says nothing. */
	private static final List<Function<Case, Optional<Signal>>> RULES = List.of(Protection::reason, Protection::device,
			Protection::picture, Protection::document, Protection::lately);

	private final ChangeHistory history;

	Protection(ChangeHistory history) {
		this.history = history;
	}

	/**
	 * Assesses a replacement by the brand's rules.
	 * @param facts what the rules look at
	 * @return the assessment
	 */
	@Transactional(readOnly = true)
	public Assessment assess(SwapFacts facts) {
		var swap = new Case(facts, this.history.since(facts.line(), facts.at().minus(YEAR)));
		Optional<Refuse> refusal = limits(swap);
		if (refusal.isPresent()) {
			return refusal.get();
		}
		List<Signal> signals = RULES.stream().flatMap(rule -> rule.apply(swap).stream()).toList();
		return signals.isEmpty() ? new Clear() : new NeedsPeople(people(facts, signals), signals);
	}

	private static int people(SwapFacts facts, List<Signal> signals) {
		List<String> names = signals.stream().map(Signal::name).toList();
		return facts.brand().twoReviewers().stream().anyMatch(rule -> rule.covers(facts.reason(), names)) ? 2 : 1;
	}

	/**
	 * Remembers that a line lives on a new SIM. A repeat with the same source changes
	 * nothing.
	 * @param line the line
	 * @param at when the new SIM was installed
	 * @param source the caller's key of the change, at most 64 characters
	 */
	@Transactional
	public void recordChange(Msisdn line, Instant at, String source) {
		this.history.record(line, at, source);
	}

	/**
	 * When a recorded change happened.
	 * @param source the caller's key of the change
	 * @return the instant, or empty if none was recorded under this key
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> changeOf(String source) {
		return this.history.of(source);
	}

	/**
	 * How often the line has got a new SIM so far.
	 * @param line the line
	 * @return the number of recorded changes
	 */
	@Transactional(readOnly = true)
	public int changes(Msisdn line) {
		return this.history.since(line, Instant.EPOCH).size();
	}

	private static Optional<Refuse> limits(Case swap) {
		Brand.Limits limits = swap.facts().brand().limits();
		return Stream
			.of(limit(swap, MONTH, limits.inThirtyDays(), Signal.LIMIT_OF_THIRTY_DAYS),
					limit(swap, YEAR, limits.inAYear(), Signal.LIMIT_OF_A_YEAR))
			.flatMap(Optional::stream)
			.max(java.util.Comparator.comparing(Refuse::until));
	}

	/** The next one is allowed as soon as the oldest that counts leaves the period. */
	private static Optional<Refuse> limit(Case swap, Duration period, int most, Signal signal) {
		List<Instant> counted = swap.changesWithin(period);
		return (counted.size() < most) ? Optional.empty()
				: Optional.of(new Refuse(counted.get(counted.size() - most).plus(period), signal));
	}

	private static Optional<Signal> reason(Case swap) {
		return swap.facts().brand().automatic().covers(swap.facts().reason()) ? Optional.empty()
				: Optional.of(Signal.REASON_NEEDS_PERSON);
	}

	private static Optional<Signal> device(Case swap) {
		return swap.facts().deviceFits() ? Optional.empty() : Optional.of(Signal.DEVICE_UNSURE);
	}

	private static Optional<Signal> picture(Case swap) {
		return swap.facts().papers().toBeLookedAt() ? Optional.of(Signal.PICTURE_DOUBTFUL) : Optional.empty();
	}

	private static Optional<Signal> document(Case swap) {
		return swap.facts().papers().contradict() ? Optional.of(Signal.DOCUMENT_CONTRADICTS) : Optional.empty();
	}

	private static Optional<Signal> lately(Case swap) {
		return swap.changesWithin(MONTH).isEmpty() ? Optional.empty() : Optional.of(Signal.REPLACED_LATELY);
	}

	/**
	 * The facts and the line's past.
	 *
	 * @param facts what was handed in
	 * @param changes of the last year, oldest first
	 */
	private record Case(SwapFacts facts, List<Instant> changes) {

		List<Instant> changesWithin(Duration period) {
			Instant start = this.facts.at().minus(period);
			return this.changes.stream().filter(change -> change.isAfter(start)).toList();
		}

	}

}
