package app.resim.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;

/**
 * What the operator has laid down for one of its brands.
 *
 * @param id the key
 * @param name as customers know it
 * @param legalName of the company behind it
 * @param standing who is behind it: every page of a brand that is not the operator's own
 * says so
 * @param hue OKLCH hue of the brand's colour, 0 to 359
 * @param hotline the number to call, E.164
 * @param hotlineHours when somebody answers it
 * @param site the operator's own public pages, beginning with {@code https://}
 * @param region ISO 3166 country of its numbers and documents
 * @param zone in which its times are told
 * @param currency ISO 4217, of all its amounts
 * @param languages offered, the first is the default
 * @param documents accepted, in the order shown
 * @param fees what a replacement costs
 * @param hours when people check requests
 * @param automatic when a request needs no person
 * @param limits how often a line may be replaced
 * @param codeValidity how long an ordered code may be used
 * @param newCodes when a customer gets a new code for one that ran out or failed
 * @param profileType the SM-DP+'s name of the profile to order
 * @param twoReviewers when two different people must approve
 * @param stores where people show their document or get a card; may be empty
 * @param keeping how long pictures of documents are kept
 * @param protection how what speaks against a replacement is weighed
 * @param routes how a customer comes to the code, by what they have proven
 * @param terms what customers accept, those that hold later last
 * @param rules what the country demands of some people; may be empty
 * @param cards how it gives out cards of plastic; empty for eSIMs only
 * @param simCap how many SIMs somebody may have; empty where nobody says
 * @param cancellation how a line is given up; empty where that is not done online
 * @param facts where figures come from, by the field's name, for example
 * {@code fees.later}
 */
public record Brand(BrandId id, String name, String legalName, Standing standing, int hue, String hotline,
		OpeningHours hotlineHours, @MayBeLeftOut Optional<String> site, String region, ZoneId zone, String currency,
		List<Locale> languages, List<DocumentKind> documents, Fees fees, ReviewHours hours, Automatic automatic,
		Limits limits, Duration codeValidity, NewCodes newCodes, String profileType, List<TwoReviewers> twoReviewers,
		List<Store> stores, Keeping keeping, Protection protection, Routes routes, List<Terms> terms,
		List<CountryRule> rules, @MayBeLeftOut Optional<Cards> cards, @MayBeLeftOut Optional<SimCap> simCap,
		@MayBeLeftOut Optional<Cancellation> cancellation, @MayBeLeftOut Map<String, Fact> facts) {

	public Brand {
		Rule.check(!name.isBlank(), "the name is empty");
		Rule.check(!legalName.isBlank(), "the legal name is empty");
		Rule.check(hue >= 0 && hue <= 359, "the hue goes from 0 to 359");
		Rule.check(hotline.matches("\\+[1-9][0-9]{4,14}"), "the hotline is a number such as +85255500100");
		Rule.check(site.stream().allMatch(address -> address.matches("https://[a-z0-9.-]+(/[!-~]*)?")),
				"the site is an address such as https://www.example.com");
		Rule.check(Regions.isKnown(region), "the region is a country code such as HK");
		Rule.check(fees.first().currency().equals(currency), "the fees have another currency than the brand");
		Rule.check(!languages.isEmpty(), "at least one language is needed");
		Rule.check(!documents.isEmpty(), "at least one document is needed");
		Rule.check(codeValidity.isPositive(), "the code must be usable for some time");
		Rule.check(!profileType.isBlank(), "the profile type is empty");
		languages = List.copyOf(languages);
		documents = List.copyOf(documents);
		twoReviewers = List.copyOf(twoReviewers);
		stores = List.copyOf(stores);
		Rule.check(stores.stream().map(Store::id).distinct().count() == stores.size(), "two stores have one id");
		terms = terms.stream().sorted(Comparator.comparing(Terms::from)).toList();
		rules = List.copyOf(rules);
		facts = Map.copyOf(facts);
		BrandTexts.check(languages, terms, rules);
		BrandFacts.check(standing, facts);
	}

	/**
	 * When a customer whose code ran out or failed gets a new one without asking for a
	 * new replacement.
	 *
	 * @param most how many in one replacement; 0 for none
	 * @param withinDays after the replacement was approved, in days
	 * @param downloaded what is done where a phone has loaded the profile already
	 */
	public record NewCodes(int most, int withinDays, Downloaded downloaded) {

		public NewCodes {
			Rule.check(most >= 0, "a number of new codes cannot be negative");
			Rule.check(withinDays >= 1, "new codes are given for a day at least");
		}

		public Duration within() {
			return Duration.ofDays(this.withinDays);
		}

		/** What is done where a phone has loaded the profile already. */
		public enum Downloaded {

			/** The profile is taken from the line, and there is a new code at once. */
			AUTOMATIC,
			/** A person of the operator looks first. */
			PERSON

		}

	}

	/**
	 * When the automatic way may be taken.
	 *
	 * @param allowed whether at all
	 * @param reasons for which reasons
	 */
	public record Automatic(boolean allowed, List<Reason> reasons) {

		public Automatic {
			reasons = List.copyOf(reasons);
		}

		public boolean covers(Reason reason) {
			return this.allowed && this.reasons.contains(reason);
		}

	}

	/**
	 * When two different people must approve: for one of these reasons together with one
	 * of these signals. Any one of a brand's conditions is enough.
	 *
	 * @param reasons for which reasons
	 * @param signals names of swap protection's signals; empty for every request with
	 * such a reason
	 */
	public record TwoReviewers(List<Reason> reasons, List<String> signals) {

		public TwoReviewers {
			Rule.check(!reasons.isEmpty(), "a condition needs at least one reason");
			reasons = List.copyOf(reasons);
			signals = List.copyOf(signals);
		}

		/**
		 * Whether a request fulfils the condition.
		 * @param reason its reason
		 * @param seen names of the signals noticed about it
		 * @return true if two people must approve
		 */
		public boolean covers(Reason reason, Collection<String> seen) {
			return this.reasons.contains(reason)
					&& (this.signals.isEmpty() || this.signals.stream().anyMatch(seen::contains));
		}

	}

	/**
	 * How long pictures of documents are kept.
	 *
	 * @param requestDays after a request that was sent has ended, in days: a complaint
	 * may need them until then
	 * @param draftDays after an unsent request was last saved or has ended, in days
	 */
	public record Keeping(int requestDays, int draftDays) {

		public Keeping {
			Rule.check(requestDays > 0 && draftDays > 0, "pictures are kept for at least one day");
		}

	}

	/**
	 * How often a line may be replaced.
	 *
	 * @param inThirtyDays at most
	 * @param inAYear at most
	 */
	public record Limits(int inThirtyDays, int inAYear) {

		public Limits {
			Rule.check(inThirtyDays > 0, "at least one replacement in thirty days must be possible");
			Rule.check(inAYear >= inThirtyDays, "a year cannot allow less than thirty days");
		}

	}

	/**
	 * How what speaks against a replacement is weighed. The points of all signals are
	 * added up; each threshold that the sum reaches makes the way harder.
	 *
	 * @param weights points of each of swap protection's signals, by name
	 * @param unknown points of each fact that could not be known
	 * @param stepUp from how many points a stronger proof is asked for
	 * @param onePerson from how many points a person decides
	 * @param twoPeople from how many points two people decide
	 * @param hold from how many points the cooling time runs first
	 * @param refuse from how many points it is refused
	 * @param cooling how long it is held, from when the request was first sent
	 * @param newAccount until which age an account counts as new
	 * @param newContact until which age a change of address counts as new
	 * @param failedSignIns how many within a day are noticed
	 * @param perDay how many earlier requests within a day are noticed
	 */
	public record Protection(Map<String, Integer> weights, int unknown, int stepUp, int onePerson, int twoPeople,
			int hold, int refuse, Duration cooling, Duration newAccount, Duration newContact, int failedSignIns,
			PerDay perDay) {

		public Protection {
			Rule.check(unknown >= 0, "nothing weighs less than zero");
			Rule.check(weights.values().stream().allMatch(points -> points >= unknown),
					"nothing weighs less than what is unknown, because then a bad fact could make the way easier");
			Rule.check(
					0 < stepUp && stepUp <= onePerson && onePerson <= twoPeople && twoPeople <= hold && hold <= refuse,
					"the thresholds grow: stepUp, onePerson, twoPeople, hold, refuse");
			Rule.check(cooling.isPositive(), "the cooling time takes some time");
			Rule.check(!newAccount.isNegative() && !newContact.isNegative(), "an age cannot be negative");
			Rule.check(failedSignIns > 0, "at least one failed sign-in is noticed");
			weights = Map.copyOf(weights);
		}

		/**
		 * What a signal weighs.
		 * @param signal its name
		 * @return its points
		 */
		public int weight(String signal) {
			return this.weights.getOrDefault(signal, this.refuse);
		}

	}

	/**
	 * How a customer comes to the code, by what they have proven, the strongest proof
	 * first. What swap protection finds makes a way harder and never easier.
	 *
	 * @param passkey with a passkey
	 * @param twoFactors with two factors that are not lost together
	 * @param mailAndSavedCode with the mailbox and a code that was printed before
	 * @param mailOnly with the mailbox alone
	 * @param oneDown names of swap protection's signals with any of which the next weaker
	 * proof's way is taken
	 */
	public record Routes(Route passkey, Route twoFactors, Route mailAndSavedCode, Route mailOnly,
			List<String> oneDown) {

		public Routes {
			Rule.check(
					passkey.isNoHarderThan(twoFactors) && twoFactors.isNoHarderThan(mailAndSavedCode)
							&& mailAndSavedCode.isNoHarderThan(mailOnly),
					"a stronger proof never makes the way harder: passkey, twoFactors, mailAndSavedCode, mailOnly");
			oneDown = List.copyOf(oneDown);
		}

		/**
		 * All of them.
		 * @return the way of the strongest proof first
		 */
		public List<Route> strongestFirst() {
			return List.of(this.passkey, this.twoFactors, this.mailAndSavedCode, this.mailOnly);
		}

	}

	/**
	 * What a proof costs in people and time.
	 *
	 * @param people how many different people decide at least, 0 to 2
	 * @param cooling how long nothing is issued after the request was sent, so that the
	 * owner can object; may be zero
	 */
	public record Route(int people, Duration cooling) {

		public Route {
			Rule.check(people >= 0 && people <= 2, "nobody, one or two people decide");
			Rule.check(!cooling.isNegative(), "a cooling time cannot be negative");
		}

		boolean isNoHarderThan(Route other) {
			return this.people <= other.people && this.cooling.compareTo(other.cooling) <= 0;
		}

	}

	/**
	 * How many requests within a day are noticed.
	 *
	 * @param line for one line
	 * @param account of one account
	 * @param document with one document
	 * @param network from one network
	 */
	public record PerDay(int line, int account, int document, int network) {

		public PerDay {
			Rule.check(Math.min(Math.min(line, account), Math.min(document, network)) > 0,
					"one request a day is nothing to be noticed");
		}

	}

	/**
	 * Names the rules by which requests are decided, so that it can be said later under
	 * which ones it was.
	 * @return 16 hexadecimal digits; others as soon as a rule, a weight or a limit is
	 * another
	 */
	public String policyVersion() {
		return PolicyVersion.of(this);
	}

	/**
	 * A shop by its key.
	 * @param id the key, as somebody typed it
	 * @return empty if the brand has no such shop
	 */
	public Optional<Store> store(String id) {
		return this.stores.stream().filter(store -> store.id().equals(id)).findFirst();
	}

	/**
	 * Whether the brand is here to show something: every page says so, and nobody
	 * answers.
	 * @return false for the operator's own
	 */
	public boolean invented() {
		return this.standing != Standing.OWN;
	}

	/**
	 * What a customer accepts at an instant.
	 * @param when the instant
	 * @return the terms that hold then; empty where the first ones hold only later
	 */
	public Optional<Terms> termsAt(Instant when) {
		LocalDate day = when.atZone(this.zone).toLocalDate();
		return this.terms.reversed().stream().filter(some -> !some.from().isAfter(day)).findFirst();
	}

	/**
	 * What the brand's country demands of some people at an instant.
	 * @param when the instant
	 * @return the rules that hold then, in the order laid down; at most one of each
	 * condition and consequence matters to a request
	 */
	public List<CountryRule> rulesAt(Instant when) {
		LocalDate day = when.atZone(this.zone).toLocalDate();
		return this.rules.stream()
			.filter(rule -> rule.region().equals(this.region) && !rule.since().isAfter(day))
			.toList();
	}

	/**
	 * Whether a new SIM may come on a way.
	 * @param way the way
	 * @return true for {@link SimWay#ESIM} and for each way of a card that is laid down
	 */
	public boolean offers(SimWay way) {
		return way == SimWay.ESIM || this.cards.filter(offered -> offered.ways().contains(way)).isPresent();
	}

	/**
	 * Where a figure comes from.
	 * @param field its name in the file, for example {@code fees.later}; what is said of
	 * {@code fees} holds for it, too
	 * @return what is laid down, else that the operator says so itself, or for a brand
	 * that is not its own that it is made up
	 * @throws IllegalArgumentException if a brand has no such field
	 */
	public Fact fact(String field) {
		return BrandFacts.of(this, field);
	}

	/**
	 * How sure a figure is, for example to say beside it that it is an example.
	 * @param field its name, as for {@link #fact}
	 * @return the mark
	 * @throws IllegalArgumentException if a brand has no such field
	 */
	public Mark mark(String field) {
		return fact(field).mark();
	}

	/**
	 * The instant by which a request sent now has its answer, in the brand's working
	 * hours.
	 * @param sent when it was sent
	 * @return the promised instant
	 */
	public Instant answerBy(Instant sent) {
		return this.hours.after(sent, this.zone);
	}

	/**
	 * The instant by which somebody who gives up a line now has an answer, in the brand's
	 * working hours.
	 * @param sent when it was sent
	 * @return the promised instant; empty where lines are not given up online
	 */
	public Optional<Instant> cancellationAnswerBy(Instant sent) {
		return this.cancellation.map(laidDown -> this.hours.after(sent, this.zone, laidDown.promise()));
	}

}
