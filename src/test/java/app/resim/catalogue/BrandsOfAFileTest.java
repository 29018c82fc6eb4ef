package app.resim.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BrandsOfAFileTest {

	private static final ClassPathResource SHIPPED = new ClassPathResource("catalogue/brands.yaml");

	@Test
	void theShippedBrandIsTheInventedOne() {
		Brand tidewire = new Catalogue(SHIPPED).front();

		assertThat(tidewire)
			.isEqualTo(new Brand(new BrandId("tidewire"), "Tidewire Mobile", 212, "+85255500100", true, "HK",
					ZoneId.of("Asia/Hong_Kong"),
					List.of(Locale.ENGLISH, Locale.forLanguageTag("zh-Hant"), Locale.forLanguageTag("zh-Hans"),
							Locale.of("ru")),
					List.of(DocumentKind.HKID, DocumentKind.PASSPORT, DocumentKind.MACAU_ID,
							DocumentKind.EXIT_ENTRY_PERMIT),
					new Brand.Fees(new Money(0, "HKD"), new Money(3000, "HKD")),
					new ReviewHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0),
							LocalTime.of(21, 0), Duration.ofHours(2)),
					new Brand.Automatic(true,
							List.of(Reason.DAMAGED, Reason.NEW_DEVICE, Reason.DELETED, Reason.NOT_WORKING)),
					new Brand.Limits(2, 5), Duration.ofHours(72),
					new Brand.NewCodes(3, 14, Brand.NewCodes.Downloaded.PERSON), "TIDEWIRE_ESIM_1",
					List.of(new Brand.TwoReviewers(List.of(Reason.LOST, Reason.STOLEN),
							List.of("REPLACED_LATELY", "DEVICE_UNSURE"))),
					tidewire.stores(), new Brand.Keeping(30, 7), Weights.demo(), tidewire.routes()));
		assertThat(tidewire.stores()).extracting(store -> store.name(Locale.forLanguageTag("zh-Hant")))
			.containsExactly("潮線流動中環門市", "潮線流動旺角門市");
	}

	@Test
	void theFileToBeginOnesOwnWithHasTheStrictRoutes() {
		Brand own = new Catalogue(new FileSystemResource("docs/brands.yaml")).front();

		assertThat(own.invented()).isFalse();
		assertThat(own.routes())
			.isEqualTo(new Brand.Routes(new Brand.Route(0, Duration.ZERO), new Brand.Route(0, Duration.ZERO),
					new Brand.Route(1, Duration.ZERO), new Brand.Route(2, Duration.ofHours(24)),
					List.of("CONTACT_CHANGED", "OLD_SIM_IN_USE", "MANY_WITH_DOCUMENT")));
		assertThat(own.policyVersion()).isNotEqualTo(new Catalogue(SHIPPED).front().policyVersion());
	}

	@Test
	void aPersonLooksAtEveryLostOrStolenPhone() {
		Brand.Automatic automatic = new Catalogue(SHIPPED).front().automatic();
		for (Reason reason : Reason.values()) {
			assertThat(automatic.covers(reason)).as(reason.name()).isEqualTo(!reason.stopsTheLine());
		}
	}

	@Test
	void brandsAreFoundByTheirKey() throws IOException {
		var catalogue = new Catalogue(
				yaml(shipped() + shipped().replaceFirst("(?s).*brands:", "").replace("id: tidewire", "id: second")));

		assertThat(catalogue.brands()).extracting(brand -> brand.id().brand()).containsExactly("tidewire", "second");
		assertThat(catalogue.brand(new BrandId("second")).name()).isEqualTo("Tidewire Mobile");
		assertThat(catalogue.front().id()).isEqualTo(new BrandId("tidewire"));
		assertThatIllegalArgumentException().isThrownBy(() -> catalogue.brand(new BrandId("third")))
			.withMessageContaining("third");
	}

	@ParameterizedTest(name = "{1} instead of {0}")
	@CsvSource(delimiter = '|',
			textBlock = """
					hue: 212                          | hue: 360                  | field brands[0]           | the hue goes from 0 to 359
					hue: 212                          | hue: blue                 | field brands[0].hue       | blue
					hue: 212                          |                           | field brands[0]           | hue
					invented: true                    | invented:                 | field brands[0].invented  | null
					invented: true                    | invented: true\\n    fee: 3 | field brands[0].fee     | fee
					hue: 212                          | hue: 212\\n    hue: 213   | line                      | hue
					id: tidewire                      | id: Tide wire             | field brands[0].id        | Tide wire
					zone: Asia/Hong_Kong              | zone: Asia/Kowloon        | field brands[0].zone      | Kowloon
					region: HK                        | region: XX                | field brands[0]           | the region is a country code
					hotline: "+85255500100"           | hotline: "5550 0100"      | field brands[0]           | the hotline is a number
					[en, zh-Hant, zh-Hans, ru]        | [en, chinese_]            | languages[1]              | chinese_
					[en, zh-Hant, zh-Hans, ru]        | []                        | field brands[0]           | at least one language
					HKID, PASSPORT                    | HKID, VISA                | documents[1]              | VISA
					first: HKD 0                      | first: 0                  | fees.first                | '0'
					later: HKD 30                     | later: HKD 30.001         | fees.later                | 30.001
					later: HKD 30                     | later: HKD -1             | field brands[0].fees      | negative
					later: HKD 30                     | later: USD 30             | field brands[0].fees      | one currency
					opens: "09:00"                    | opens: nine               | hours.opens               | nine
					opens: "09:00"                    | opens: "21:30"            | field brands[0].hours     | closing comes after opening
					promise: PT2H                     | promise: 2 hours          | hours.promise             | 2 hours
					MONDAY, TUESDAY                   | MONDAY, TODAY             | hours.days[1]             | TODAY
					NOT_WORKING]                      | BORED]                    | automatic.reasons[3]      | BORED
					inAYear: 5                        | inAYear: 1                | field brands[0].limits    | a year cannot allow less
					codeValidity: PT72H               | codeValidity: PT0S        | field brands[0]           | usable for some time
					most: 3, withinDays: 14           | most: -1, withinDays: 14  | field brands[0].newCodes  | cannot be negative
					most: 3, withinDays: 14           | most: 3, withinDays: 0    | field brands[0].newCodes  | for a day at least
					profileType: TIDEWIRE_ESIM_1      | profileType: ""           | field brands[0]           | the profile type is empty
					requestDays: 30                   | requestDays: 0            | field brands[0].keeping   | at least one day
					mailOnly: {people: 0,             | mailOnly: {people: 3,     | routes.mailOnly           | nobody, one or two people
					twoFactors: {people: 0, cooling: PT0S} | twoFactors: {people: 0, cooling: PT1H} | routes | a stronger proof never makes
					draftDays: 7                      | draftDays: -1             | field brands[0].keeping   | at least one day
					""")
	void whatIsWrongIsNamedByLineAndField(String right, String wrong, String place, String problem) throws IOException {
		String text = shipped();
		assertThat(text).contains(right);
		String changed = (wrong == null) ? text.replaceAll("(?m)^ *" + right + "\n", "")
				: text.replace(right, wrong.replace("\\n", "\n"));
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> new Catalogue(yaml(changed)))
			.withMessageContaining("line ")
			.withMessageContaining(place)
			.withMessageContaining(problem);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			brands: [               | line
			brands: []              | at least one brand
			brands:                 | brands
			''                      | line 1: No content
			brand: x                | brand
			- 1                     | line 1
			\u0000                  | line 1
			""")
	void textThatIsNoListOfBrandsIsRefused(String text, String place) {
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> new Catalogue(yaml(text)))
			.withMessageContaining(place);
	}

	@Test
	void twoBrandsWithOneKeyAreRefused() throws IOException {
		String twice = shipped() + shipped().replaceFirst("(?s).*brands:", "");
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> new Catalogue(yaml(twice)))
			.withMessageContaining("tidewire");
	}

	@Test
	void aFileThatIsNotThereIsNamed() {
		assertThatExceptionOfType(CatalogueFileBroken.class)
			.isThrownBy(() -> new Catalogue(new ClassPathResource("catalogue/none.yaml")))
			.withMessageContaining("none.yaml");
	}

	@Test
	void theMessageIsOneSentence() throws IOException {
		assertThatExceptionOfType(CatalogueFileBroken.class)
			.isThrownBy(() -> new Catalogue(yaml(shipped().replace("hue: 212", "hue: 400"))))
			.withMessageMatching("brands of a test, line \\d+, field brands\\[0]: the hue goes from 0 to 359\\.");
	}

	private static String shipped() throws IOException {
		return SHIPPED.getContentAsString(StandardCharsets.UTF_8);
	}

	private static ByteArrayResource yaml(String text) {
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
			@Override
			public String getDescription() {
				return "brands of a test";
			}
		};
	}

}
