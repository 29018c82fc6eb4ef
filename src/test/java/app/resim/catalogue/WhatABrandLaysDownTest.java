package app.resim.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.CountryRule.Condition;
import app.resim.kernel.Money;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WhatABrandLaysDownTest {

	private static final Instant NEW_YEAR_IN_HONG_KONG = LocalDate.of(2027, 1, 1)
		.atStartOfDay(ZoneId.of("Asia/Hong_Kong"))
		.toInstant();

	private static final Fact PRESS = new Fact(Mark.WEAK, Optional.of("press"), Optional.of(LocalDate.of(2026, 8, 1)));

	@Test
	void aReasonMayHaveAPriceOfItsOwnAfterTheFirstReplacement() {
		var fees = new Fees(rub(0), rub(100), Map.of(Reason.STOLEN, rub(0)), Map.of(), Optional.empty());

		assertThat(fees.next(Reason.DAMAGED, SimWay.ESIM, 0)).isEqualTo(rub(0));
		assertThat(fees.next(Reason.DAMAGED, SimWay.ESIM, 1)).isEqualTo(rub(100));
		assertThat(fees.next(Reason.STOLEN, SimWay.ESIM, 1)).isEqualTo(rub(0));
	}

	@Test
	void aWayCostsOnTopAlsoOfTheFirstReplacementAndOfHaste() {
		var fees = new Fees(rub(0), rub(100), Map.of(), Map.of(SimWay.COURIER, rub(300)), Optional.of(rub(200)));

		assertThat(fees.next(Reason.LOST, SimWay.COURIER, 0)).isEqualTo(rub(300));
		assertThat(fees.next(Reason.LOST, SimWay.COURIER, 1)).isEqualTo(rub(400));
		assertThat(fees.next(Reason.LOST, SimWay.PICKUP, 1)).isEqualTo(rub(100));
		assertThat(fees.urgent(SimWay.STORE)).contains(rub(200));
		assertThat(fees.urgent(SimWay.COURIER)).contains(rub(500));
	}

	@Test
	void newTermsHoldFromMidnightOfTheirDayInTheBrandsTimeZone() {
		Brand brand = with(List.of(terms("2027-1", 2027), terms("2026-1", 2026)), List.of(), Map.of());

		assertThat(brand.termsAt(NEW_YEAR_IN_HONG_KONG.minusMillis(1))).map(Terms::version).contains("2026-1");
		assertThat(brand.termsAt(NEW_YEAR_IN_HONG_KONG)).map(Terms::version).contains("2027-1");
		assertThat(brand.termsAt(Instant.parse("2025-12-01T00:00:00Z"))).isEmpty();
	}

	@Test
	void aRuleOfTheCountryActsFromItsDayAndInItsCountryOnly() {
		Brand brand = with(Weights.demoBrand().terms(), List.of(rule(Condition.UNDER_18, "HK", 2027),
				rule(Condition.FOREIGN_NATIONAL, "RU", 2020), rule(Condition.UNDER_16, "HK", 2022)), Map.of());

		assertThat(brand.rulesAt(NEW_YEAR_IN_HONG_KONG.minusMillis(1))).extracting(CountryRule::condition)
			.containsExactly(Condition.UNDER_16);
		assertThat(brand.rulesAt(NEW_YEAR_IN_HONG_KONG)).extracting(CountryRule::condition)
			.containsExactly(Condition.UNDER_18, Condition.UNDER_16);
	}

	@Test
	void aMarkOfAGroupHoldsForItsFieldsUnlessTheyHaveTheirOwn() {
		Brand brand = with(Weights.demoBrand().terms(), List.of(),
				Map.of("fees", PRESS, "fees.first", Fact.of(Mark.ARTICLE)));

		assertThat(brand.fact("fees.later")).isEqualTo(PRESS);
		assertThat(brand.mark("fees.first")).isEqualTo(Mark.ARTICLE);
		assertThat(brand.mark("hours.promise")).isEqualTo(Mark.ILLUSTRATIVE);
		assertThat(brand.mark("cards.courierDays")).isEqualTo(Mark.ILLUSTRATIVE);
		assertThatIllegalArgumentException().isThrownBy(() -> brand.mark("hours.promised"));
	}

	@Test
	void whatAnOperatorSaysOfItselfIsNoExample() {
		assertThat(Weights.strictBrand().mark("fees.later")).isEqualTo(Mark.OWN);
		assertThat(Mark.OWN.isExample()).isFalse();
		assertThat(Mark.PUBLIC.isExample()).isFalse();
		assertThat(List.of(Mark.WEAK, Mark.ARTICLE, Mark.UNVERIFIED, Mark.ILLUSTRATIVE)).allMatch(Mark::isExample);
	}

	@Test
	void givingUpALineIsAnsweredInWorkingTime() {
		// a Friday afternoon, 24 working hours of 12 a day
		Instant friday = Instant.parse("2026-08-07T09:00:00Z");

		assertThat(Weights.demoBrand().cancellationAnswerBy(friday)).contains(Instant.parse("2026-08-11T09:00:00Z"));
		assertThat(Duration.between(friday, Weights.demoBrand().answerBy(friday))).isEqualTo(Duration.ofHours(2));
	}

	@Test
	void aTextThatIsMissingInALanguageIsToldInTheFirst() {
		var said = new Said(Map.of("zh-Hant", "門市"));

		assertThat(said.in(Locale.forLanguageTag("zh-Hant"))).isEqualTo("門市");
		assertThat(said.in(Locale.ENGLISH)).isEqualTo("門市");
		assertThatIllegalArgumentException().isThrownBy(() -> new Said(Map.of("en", " ")));
	}

	private static Money rub(int roubles) {
		return new Money(roubles * 100L, "RUB");
	}

	private static Terms terms(String version, int year) {
		return new Terms(version, LocalDate.of(year, 1, 1), inAllLanguages());
	}

	private static CountryRule rule(Condition condition, String region, int year) {
		return new CountryRule(condition, region, CountryRule.Consequence.STORE, inAllLanguages(), List.of(),
				LocalDate.of(year, 1, 1), "a law", Mark.ILLUSTRATIVE);
	}

	private static Said inAllLanguages() {
		return new Said(Map.of("en", "Text.", "zh-Hant", "文字。", "zh-Hans", "文字。", "ru", "Текст."));
	}

	private static Brand with(List<Terms> terms, List<CountryRule> rules, Map<String, Fact> facts) {
		Brand demo = Weights.demoBrand();
		return new Brand(demo.id(), demo.name(), demo.legalName(), demo.standing(), demo.hue(), demo.hotline(),
				demo.hotlineHours(), demo.site(), demo.region(), demo.zone(), demo.currency(), demo.languages(),
				demo.documents(), demo.fees(), demo.hours(), demo.automatic(), demo.limits(), demo.codeValidity(),
				demo.newCodes(), demo.profileType(), demo.twoReviewers(), demo.stores(), demo.keeping(),
				demo.protection(), demo.routes(), terms, rules, demo.cards(), demo.simCap(), demo.cancellation(),
				facts);
	}

}
