package app.resim.request;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;

import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.CountryRule;
import app.resim.catalogue.CountryRule.Condition;
import app.resim.catalogue.CountryRule.Consequence;
import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Component;

/**
 * Whom the rules of a brand's country mean. What the operator has on file is not asked;
 * what it does not know is asked before anything is uploaded.
 */
@Component
class Persons {

	/** No rule means them, says the operator's file: they are not asked. */
	static final String ORDINARY = "ORDINARY";

	/** They say themselves that no rule means them. */
	static final String NONE = "NONE";

	private final Catalogue catalogue;

	private final Subscribers subscribers;

	private final Clock clock;

	Persons(Catalogue catalogue, Subscribers subscribers, Clock clock) {
		this.catalogue = catalogue;
		this.subscribers = subscribers;
		this.clock = clock;
	}

	List<CountryRule> rules(BrandId brand) {
		return this.catalogue.brand(brand).rulesAt(this.clock.instant());
	}

	/**
	 * What is on file. Calls the directory, so it is never called inside a transaction.
	 * @return a condition, {@link #ORDINARY}, or empty where somebody has to say
	 */
	Optional<String> onFile(SubscriberId subscriber, BrandId of) {
		List<CountryRule> rules = rules(of);
		if (rules.isEmpty()) {
			return Optional.of(ORDINARY);
		}
		RegisteredIdentity known = identity(subscriber);
		Brand brand = this.catalogue.brand(of);
		LocalDate today = this.clock.instant().atZone(brand.zone()).toLocalDate();
		boolean sure = true;
		for (CountryRule rule : rules) {
			Optional<Boolean> means = means(rule.condition(), known, brand, today);
			if (means.orElse(false)) {
				return Optional.of(rule.condition().name());
			}
			sure &= means.isPresent();
		}
		return sure ? Optional.of(ORDINARY) : Optional.empty();
	}

	private RegisteredIdentity identity(SubscriberId subscriber) {
		try {
			return this.subscribers.identity(subscriber);
		}
		catch (DirectoryUnreachable ex) {
			return RegisteredIdentity.NOTHING;
		}
	}

	private static Optional<Boolean> means(Condition condition, RegisteredIdentity known, Brand brand,
			LocalDate today) {
		return switch (condition) {
			case UNDER_16 -> known.birth().map(birth -> Period.between(birth, today).getYears() < 16);
			case UNDER_18 -> known.birth().map(birth -> Period.between(birth, today).getYears() < 18);
			// a passport alone may be a citizen's for travelling
			case FOREIGN_NATIONAL ->
				known.numbers().containsKey(own(brand.region())) ? Optional.of(false) : Optional.empty();
			// who is signed in holds the account
			case PROXY, COMPANY -> Optional.of(false);
		};
	}

	private static DocumentKind own(String region) {
		return switch (region) {
			case "RU" -> DocumentKind.RU_PASSPORT;
			case "CN" -> DocumentKind.PRC_ID;
			default -> DocumentKind.HKID;
		};
	}

	PersonView view(Request request) {
		List<CountryRule> rules = rules(request.brand());
		Optional<Condition> is = request.person()
			.filter(said -> !said.equals(ORDINARY) && !said.equals(NONE))
			.map(Condition::valueOf);
		Optional<String> adult = request.adult().filter(name -> !name.isEmpty());
		Optional<CountryRule> stopped = rules.stream()
			.filter(rule -> is.filter(rule.condition()::equals).isPresent())
			.filter(rule -> rule.consequence() == Consequence.STORE
					|| request.adult().filter(String::isEmpty).isPresent())
			.findFirst();
		return new PersonView(rules, is, isAnswered(request, rules), adult, stopped);
	}

	/** A minor has to say as well whether an adult agrees. */
	private static boolean isAnswered(Request request, List<CountryRule> rules) {
		return request.person()
			.filter(said -> request.adult().isPresent() || rules.stream()
				.noneMatch(rule -> rule.consequence() == Consequence.ADULT && rule.condition().name().equals(said)))
			.isPresent();
	}

	/** Whether somebody has to be asked, or has been. */
	boolean asks(Request request) {
		return !rules(request.brand()).isEmpty() && request.person().filter(ORDINARY::equals).isEmpty();
	}

}
