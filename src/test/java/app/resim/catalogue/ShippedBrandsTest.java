package app.resim.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import app.resim.catalogue.CountryRule.Condition;
import app.resim.catalogue.CountryRule.Consequence;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import org.junit.jupiter.api.Test;
import tools.jackson.dataformat.yaml.YAMLMapper;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The brands of a first start: an invented one, and real operators as examples that say
 * so.
 */
class ShippedBrandsTest {

	private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

	private final Catalogue catalogue = new Catalogue(
			new BrandFiles(new PathMatchingResourcePatternResolver()).read(PresentBrands.SHIPPED));

	@Test
	void theInventedBrandStaysFirstAndTheOthersAreExamples() {
		assertThat(this.catalogue.brands()).extracting(brand -> brand.id().brand())
			.containsExactly("tidewire", "china-mobile-hk", "china-unicom-hk", "china-telecom-hk", "mts", "megafon",
					"beeline");
		assertThat(examples()).hasSize(6).allMatch(brand -> brand.standing() == Standing.EXAMPLE);
	}

	@Test
	void anExampleSaysInItsTermsThatItIsOne() {
		assertThat(examples()).allSatisfy(brand -> {
			Said terms = brand.termsAt(NOW).orElseThrow().text();
			assertThat(terms.in(Locale.ENGLISH)).startsWith("This is an example.").contains(brand.name());
		});
	}

	@Test
	void noShopIsMadeUpForARealOperatorByThisFile() {
		assertThat(examples())
			.allMatch(brand -> brand.stores().stream().allMatch(store -> store.name(Locale.ENGLISH).contains("demo")));
	}

	@Test
	void figuresWithoutASourceAreNotShownAsFacts() {
		assertThat(examples()).allSatisfy(brand -> {
			assertThat(brand.mark("hours.promise")).isEqualTo(Mark.ILLUSTRATIVE);
			assertThat(brand.mark("simCap")).isEqualTo(Mark.PUBLIC);
		});
		assertThat(brand("china-mobile-hk").mark("fees.later")).isEqualTo(Mark.PUBLIC);
		assertThat(brand("china-mobile-hk").mark("fees.first")).isEqualTo(Mark.ILLUSTRATIVE);
		assertThat(brand("china-unicom-hk").mark("hotline")).isEqualTo(Mark.ILLUSTRATIVE);
		assertThat(brand("mts").mark("hotline")).isEqualTo(Mark.WEAK);
		assertThat(brand("megafon").mark("hotline")).isEqualTo(Mark.UNVERIFIED);
	}

	@Test
	void aForeignNationalInRussiaIsSentToAShopByLaw() {
		for (String id : List.of("mts", "megafon", "beeline")) {
			assertThat(brand(id).rulesAt(NOW)).filteredOn(rule -> rule.condition() == Condition.FOREIGN_NATIONAL)
				.singleElement()
				.satisfies(rule -> {
					assertThat(rule.consequence()).isEqualTo(Consequence.STORE);
					assertThat(rule.mark()).isEqualTo(Mark.PUBLIC);
					assertThat(rule.bring()).isNotEmpty();
				});
		}
	}

	@Test
	void somebodyUnderSixteenInHongKongNeedsAnAdult() {
		for (String id : List.of("tidewire", "china-mobile-hk", "china-unicom-hk", "china-telecom-hk")) {
			assertThat(brand(id).rulesAt(NOW)).filteredOn(rule -> rule.condition() == Condition.UNDER_16)
				.extracting(CountryRule::consequence)
				.containsExactly(Consequence.ADULT);
		}
	}

	@Test
	void feesDifferByBrandAndReason() {
		assertThat(brand("megafon").fees().next(Reason.LOST, SimWay.ESIM, 3)).isEqualTo(new Money(0, "RUB"));
		assertThat(brand("megafon").fees().next(Reason.NEW_DEVICE, SimWay.ESIM, 3)).isEqualTo(new Money(10000, "RUB"));
		assertThat(brand("mts").fees().urgent(SimWay.ESIM)).contains(new Money(20000, "RUB"));
		assertThat(brand("china-mobile-hk").fees().next(Reason.LOST, SimWay.ESIM, 1)).isEqualTo(new Money(1000, "HKD"));
	}

	@Test
	void twoWorkingDaysInRussiaAreTwentyFourWorkingHours() {
		// a Friday noon in Moscow
		Instant friday = Instant.parse("2026-11-20T09:00:00Z");

		assertThat(Duration.between(friday, brand("beeline").answerBy(friday))).isEqualTo(Duration.ofDays(4));
	}

	@Test
	void everyInventedCustomerHasAnOperator() throws IOException {
		Set<String> brands;
		try (InputStream people = new ClassPathResource("demo/people.yaml").getInputStream()) {
			brands = YAMLMapper.shared()
				.readTree(people)
				.path("people")
				.valueStream()
				.map(person -> person.path("brand").asString())
				.collect(Collectors.toSet());
		}
		assertThat(brands).containsExactlyInAnyOrderElementsOf(
				this.catalogue.brands().stream().map(brand -> brand.id().brand()).toList());
	}

	private List<Brand> examples() {
		return this.catalogue.brands().subList(1, this.catalogue.brands().size());
	}

	private Brand brand(String id) {
		return this.catalogue.brand(new BrandId(id));
	}

}
