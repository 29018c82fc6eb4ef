package app.resim.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import app.resim.catalogue.Brand;
import app.resim.protection.Background.Browser;
import app.resim.protection.Background.Lock;
import app.resim.protection.Background.OldSim;
import app.resim.protection.Background.SignIn;

/**
 * What there is to notice about a replacement. Each rule looks at one thing and names it,
 * or says nothing.
 *
 * @param facts what was handed in
 * @param changes of the line's SIM within the last year, oldest first
 */
record Rules(SwapFacts facts, List<Instant> changes) {

	static final Duration MONTH = Duration.ofDays(30);

	static final Duration YEAR = Duration.ofDays(365);

	private static final List<Function<Rules, Optional<Signal>>> ALL = List.of(Rules::reason, Rules::device,
			Rules::picture, Rules::document, Rules::lately, Rules::account, Rules::contact, Rules::browser,
			Rules::failures, Rules::manyForLine, Rules::manyOfAccount, Rules::manyWithDocument, Rules::manyFromNetwork,
			Rules::oldSim, Rules::signIn, Rules::lock);

	List<Signal> signals() {
		return ALL.stream().flatMap(rule -> rule.apply(this).stream()).toList();
	}

	List<Instant> changesWithin(Duration period) {
		Instant start = this.facts.at().minus(period);
		return this.changes.stream().filter(change -> change.isAfter(start)).toList();
	}

	Set<Fact> unknown() {
		Background known = background();
		Set<Fact> unknown = EnumSet.noneOf(Fact.class);
		note(unknown, Fact.AGE_OF_ACCOUNT, known.customerSince().isEmpty());
		note(unknown, Fact.AGE_OF_CONTACT, known.contactSince().isEmpty());
		note(unknown, Fact.BROWSER, known.browser() == Browser.UNKNOWN);
		note(unknown, Fact.FAILED_SIGN_INS, known.failedSignIns().isEmpty());
		note(unknown, Fact.REQUESTS_FOR_LINE, known.earlier().line().isEmpty());
		note(unknown, Fact.REQUESTS_OF_ACCOUNT, known.earlier().account().isEmpty());
		note(unknown, Fact.REQUESTS_WITH_DOCUMENT, known.earlier().document().isEmpty());
		note(unknown, Fact.REQUESTS_FROM_NETWORK, known.earlier().network().isEmpty());
		note(unknown, Fact.OLD_SIM, this.facts.reason().stopsTheLine() && known.oldSim() == OldSim.UNKNOWN);
		note(unknown, Fact.SIGN_IN, known.signIn() == SignIn.UNKNOWN);
		note(unknown, Fact.SIM_LOCK, known.lock() == Lock.UNKNOWN);
		return unknown;
	}

	private static void note(Set<Fact> unknown, Fact fact, boolean isUnknown) {
		if (isUnknown) {
			unknown.add(fact);
		}
	}

	private Optional<Signal> reason() {
		return noticed(Signal.REASON_NEEDS_PERSON, !this.facts.brand().automatic().covers(this.facts.reason()));
	}

	private Optional<Signal> device() {
		return noticed(Signal.DEVICE_UNSURE, !this.facts.deviceFits());
	}

	private Optional<Signal> picture() {
		return noticed(Signal.PICTURE_DOUBTFUL, this.facts.papers().toBeLookedAt());
	}

	private Optional<Signal> document() {
		return noticed(Signal.DOCUMENT_CONTRADICTS, this.facts.papers().contradict());
	}

	private Optional<Signal> lately() {
		return noticed(Signal.REPLACED_LATELY, !changesWithin(MONTH).isEmpty());
	}

	private Optional<Signal> account() {
		return noticed(Signal.NEW_ACCOUNT, younger(background().customerSince(), scale().newAccount()));
	}

	private Optional<Signal> contact() {
		return noticed(Signal.CONTACT_CHANGED, younger(background().contactSince(), scale().newContact()));
	}

	private Optional<Signal> browser() {
		return noticed(Signal.NEW_BROWSER, background().browser() == Browser.NEW);
	}

	private Optional<Signal> failures() {
		return noticed(Signal.FAILED_SIGN_INS, reached(background().failedSignIns(), scale().failedSignIns()));
	}

	private Optional<Signal> manyForLine() {
		return noticed(Signal.MANY_FOR_LINE, reached(background().earlier().line(), scale().perDay().line()));
	}

	private Optional<Signal> manyOfAccount() {
		return noticed(Signal.MANY_OF_ACCOUNT, reached(background().earlier().account(), scale().perDay().account()));
	}

	private Optional<Signal> manyWithDocument() {
		return noticed(Signal.MANY_WITH_DOCUMENT,
				reached(background().earlier().document(), scale().perDay().document()));
	}

	private Optional<Signal> manyFromNetwork() {
		return noticed(Signal.MANY_FROM_NETWORK, reached(background().earlier().network(), scale().perDay().network()));
	}

	private Optional<Signal> oldSim() {
		return noticed(Signal.OLD_SIM_IN_USE,
				this.facts.reason().stopsTheLine() && background().oldSim() == OldSim.ATTACHED);
	}

	private Optional<Signal> signIn() {
		return noticed(Signal.WEAK_SIGN_IN, background().signIn() == SignIn.MAILED_CODE);
	}

	private Optional<Signal> lock() {
		return noticed(Signal.SIM_LOCKED, background().lock() == Lock.LOCKED);
	}

	private boolean younger(Optional<Instant> since, Duration age) {
		return since.filter(start -> start.plus(age).isAfter(this.facts.at())).isPresent();
	}

	private static boolean reached(OptionalInt counted, int most) {
		return counted.isPresent() && counted.getAsInt() >= most;
	}

	private static Optional<Signal> noticed(Signal signal, boolean holds) {
		return Stream.of(signal).filter(named -> holds).findAny();
	}

	private Background background() {
		return this.facts.background();
	}

	private Brand.Protection scale() {
		return this.facts.brand().protection();
	}

}
