package app.resim.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import app.resim.kernel.BrandId;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BrandsOfAFileTest {

	private static final ClassPathResource SHIPPED = new ClassPathResource("catalogue/brands.yaml");

	@Test
	void theShippedBrandIsTheInventedOne() {
		Brand tidewire = catalogue(SHIPPED).front();

		assertThat(tidewire)
			.extracting(Brand::id, Brand::name, Brand::standing, Brand::hotline, Brand::region, Brand::zone,
					Brand::currency)
			.containsExactly(new BrandId("tidewire"), "Tidewire Mobile", Standing.INVENTED, "+85255500100", "HK",
					ZoneId.of("Asia/Hong_Kong"), "HKD");
		assertThat(tidewire.languages()).extracting(Locale::toLanguageTag)
			.containsExactly("en", "zh-Hant", "zh-Hans", "ru");
		assertThat(tidewire.documents()).containsExactly(DocumentKind.HKID, DocumentKind.PASSPORT,
				DocumentKind.MACAU_ID, DocumentKind.EXIT_ENTRY_PERMIT);
		assertThat(tidewire.fees())
			.isEqualTo(new Fees(hkd(0), hkd(30), Map.of(), Map.of(SimWay.COURIER, hkd(40)), Optional.of(hkd(60))));
		assertThat(tidewire.hours()).isEqualTo(new ReviewHours(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
				LocalTime.of(9, 0), LocalTime.of(21, 0), Duration.ofHours(2)));
		assertThat(tidewire.hotlineHours()).isEqualTo(tidewire.hours().opening());
		assertThat(tidewire.automatic()).isEqualTo(new Brand.Automatic(true,
				List.of(Reason.DAMAGED, Reason.NEW_DEVICE, Reason.DELETED, Reason.NOT_WORKING)));
		assertThat(tidewire.limits()).isEqualTo(new Brand.Limits(2, 5));
		assertThat(tidewire.newCodes()).isEqualTo(new Brand.NewCodes(3, 14, Brand.NewCodes.Downloaded.PERSON));
		assertThat(tidewire.twoReviewers()).containsExactly(new Brand.TwoReviewers(List.of(Reason.LOST, Reason.STOLEN),
				List.of("REPLACED_LATELY", "DEVICE_UNSURE")));
		assertThat(tidewire.keeping()).isEqualTo(new Brand.Keeping(30, 7));
		assertThat(tidewire.cards()).contains(new Cards(List.of(SimWay.STORE, SimWay.PICKUP, SimWay.COURIER),
				Duration.ofMinutes(15), Duration.ofHours(4), 7, 3, Set.of("HK")));
		assertThat(tidewire.simCap()).contains(new SimCap(10, OptionalInt.empty(), OptionalInt.of(25)));
		assertThat(tidewire.cancellation()).map(Cancellation::graceDays).contains(30);
		assertThat(tidewire.mark("fees.later")).isEqualTo(Mark.ILLUSTRATIVE);
		assertThat(tidewire.stores()).extracting(store -> store.name(Locale.forLanguageTag("zh-Hant")))
			.containsExactly("潮線流動中環門市", "潮線流動旺角門市", "潮線流動沙田門市");
	}

	@Test
	void itsShopsAreInventedAndSayWhenAndForWhatOneComes() {
		Brand tidewire = catalogue(SHIPPED).front();
		Store central = tidewire.store("central").orElseThrow();

		assertThat(tidewire.stores()).allMatch(Store::demo);
		assertThat(tidewire.store("atlantis")).isEmpty();
		assertThat(central.on(LocalDate.of(2026, 11, 28)))
			.contains(new Store.Hours(LocalTime.of(10, 0), LocalTime.of(18, 0)));
		assertThat(central.on(LocalDate.of(2026, 11, 29))).as("a Sunday").isEmpty();
		assertThat(central.on(LocalDate.of(2026, 12, 25))).as("a holiday").isEmpty();
		assertThat(central.slots()).isEqualTo(new Store.Slots(20, 3));
		assertThat(central.services()).containsExactlyInAnyOrder(Store.Service.values());
		assertThat(central.call()).contains("+85255500111");
		assertThat(tidewire.store("sha-tin").flatMap(Store::call)).isEmpty();
	}

	@Test
	void howLongOneWaitsDependsOnThePartOfTheDay() {
		var queue = new Store.Queue(5, 30, 15, 25);

		assertThat(Stream.of("09:00", "11:59", "12:00", "13:59", "14:00", "17:59", "18:00")
			.map(LocalTime::parse)
			.map(queue::at)).containsExactly(5, 5, 30, 30, 15, 15, 25);
	}

	@Test
	void distancesAreThoseOfTheEarth() {
		var moscow = new Store.Place(55.7558, 37.6173);

		assertThat(moscow.metresTo(new Store.Place(59.9343, 30.3351))).isBetween(630_000.0, 640_000.0);
		assertThat(new Store.Place(0, 179.5).metresTo(new Store.Place(0, -179.5))).isBetween(111_000.0, 111_300.0);
		assertThat(moscow.metresTo(moscow)).isZero();
	}

	@Test
	void theFileToBeginOnesOwnWithHasTheStrictRoutes() {
		Brand own = catalogue(new FileSystemResource("docs/brands.yaml")).front();

		assertThat(own.invented()).isFalse();
		assertThat(own.routes())
			.isEqualTo(new Brand.Routes(new Brand.Route(0, Duration.ZERO), new Brand.Route(0, Duration.ZERO),
					new Brand.Route(1, Duration.ZERO), new Brand.Route(2, Duration.ofHours(24)),
					List.of("CONTACT_CHANGED", "OLD_SIM_IN_USE", "MANY_WITH_DOCUMENT")));
		assertThat(own.policyVersion()).isNotEqualTo(catalogue(SHIPPED).front().policyVersion());
	}

	@Test
	void aPersonLooksAtEveryLostOrStolenPhone() {
		Brand.Automatic automatic = catalogue(SHIPPED).front().automatic();
		for (Reason reason : Reason.values()) {
			assertThat(automatic.covers(reason)).as(reason.name()).isEqualTo(!reason.stopsTheLine());
		}
	}

	@Test
	void brandsAreFoundByTheirKey() throws IOException {
		var catalogue = catalogue(
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
					hue: 212                          |                           | field brands[0]           | hue is missing
					standing: INVENTED                | standing:                 | field brands[0].standing  | standing is empty
					standing: INVENTED                | standing: REAL            | field brands[0].standing  | REAL
					standing: INVENTED                | standing: OWN\\n    fee: 3 | field brands[0].fee     | fee
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
					opens: "09:00"                    | opens: nine               | hotlineHours.opens               | nine
					opens: "09:00"                    | opens: "21:30"            | brands[0].hotlineHours    | closing comes after opening
					promise: PT2H                     | promise: 2 hours          | hours.promise             | 2 hours
					promise: PT2H                     | promise: 2                | hours.promise             | cannot be used here
					MONDAY, TUESDAY                   | MONDAY, TODAY             | hotlineHours.days[1]             | TODAY
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
					id: central                       | id: Central Shop          | brands[0].stores[0]       | short word
					id: mong-kok                      | id: central               | field brands[0]           | two stores have one id
					telephone: "+85255500111"         | telephone: 5550 0111      | brands[0].stores[0]       | the telephone is a number
					takesMinutes: 20                  |                           | brands[0].stores[2]       | takesMinutes
					latitude: 22.2869                 | latitude: 92.2869         | brands[0].stores[0].place | from -90 to 90
					longitude: 114.1612               | longitude: 214.1612       | brands[0].stores[0].place | from -180 to 180
					SATURDAY: {opens: "10:00", closes: "18:00"} | SATURDAY: {opens: "10:00", closes: "09:00"} | hours | closing comes after opening
					SATURDAY: {opens: "10:00", closes: "18:00"} | CATURDAY: {opens: "10:00", closes: "18:00"} | hours | CATURDAY
					"2026-12-25"                      | "2026-12-32"              | stores[0].closed          | 2026-12-32
					minutes: 20, places: 3            | minutes: 0, places: 3     | stores[0].slots           | 5 to 240 minutes
					minutes: 20, places: 3            | minutes: 20, places: 0    | stores[0].slots           | 1 to 50 people
					[VISIT, PICKUP]                   | [VISIT, HUGS]             | stores[2].services        | HUGS
					[VISIT, PICKUP]                   | []                        | brands[0].stores[2]       | at least one service
					takesMinutes: 20                  | takesMinutes: 0           | brands[0].stores[2]       | 1 to 480 minutes
					midday: 30, afternoon             | midday: -1, afternoon     | stores[0].queue           | 0 to 480 minutes
					legalName: Tidewire Mobile (a made-up company) | legalName: "" | field brands[0]        | the legal name is empty
					region: HK\\n    zone             | site: www.example.com\\n    region: HK\\n    zone | field brands[0] | https://www.example.com
					currency: HKD                     | currency: RUB             | field brands[0]           | another currency than the brand
					ways: {COURIER: HKD 40}           | ways: {COURIER: USD 40}   | field brands[0].fees      | one currency
					ways: {COURIER: HKD 40}           | ways: {PIGEON: HKD 40}    | field brands[0].fees.ways | PIGEON
					urgent: HKD 60                    | urgent: HKD -60           | field brands[0].fees      | negative
					urgent: HKD 60                    | urgently: HKD 60          | fees.urgently             | urgently
					version: "2026-1"                 | version: first of all     | terms[0]                  | a short name such as 2026-1
					from: 2026-01-01                  | from: today               | terms[0].from             | today
					condition: UNDER_16               | condition: TALL           | rules[0].condition        | TALL
					region: HK\\n        consequence | region: ZZ\\n        consequence | rules[0]        | a country code
					consequence: ADULT                | consequence: PRISON       | rules[0].consequence      | PRISON
					source: modelled on Cap. 106AI, Telecommunications (Registration of SIM Cards) Regulation | source: "" | rules[0] | a rule names its source
					mark: ILLUSTRATIVE                | mark: SURE                | rules[0].mark             | SURE
					since: 2022-03-01                 | since: 2022               | rules[0].since            | 2022
					[STORE, PICKUP, COURIER]          | [ESIM, STORE]             | field brands[0].cards     | ESIM is no way of a card
					[STORE, PICKUP, COURIER]          | [STORE, STORE]            | field brands[0].cards     | each way stands there once
					courierTo: [HK]                   | courierTo: []             | field brands[0].cards     | at least one country
					courierTo: [HK]                   | courierTo: [Hongkong]     | field brands[0].cards     | country codes
					pickupKeptDays: 7                 | pickupKeptDays: 0         | field brands[0].cards     | for at least one day
					courierDays: 3                    | courierDays: 0            | field brands[0].cards     | takes at least one day
					counter: PT15M                    | counter: PT0S             | field brands[0].cards     | some time at the counter
					person: 10                        | person: 0                 | field brands[0].simCap    | at least one SIM
					graceDays: 30                     | graceDays: -1             | brands[0].cancellation    | cannot be negative
					[BANK_ACCOUNT, OTHER_LINE, STORE] | []                        | brands[0].cancellation    | on at least one way
					facts: {}                         | facts: {fee: {mark: WEAK}} | facts                    | names its source and the date
					facts: {}                         | facts: {fee: {mark: ARTICLE}} | field brands[0]       | the field fee, which a brand does not have
					facts: {}                         | facts: {fees.late: {mark: ARTICLE}} | field brands[0] | the field fees.late
					facts: {}                         | facts: {fees.later: {mark: OWN}} | field brands[0]    | only the operator's own brand
					""")
	void whatIsWrongIsNamedByLineAndField(String right, String wrong, String place, String problem) throws IOException {
		String text = shipped();
		String there = right.replace("\\n", "\n");
		assertThat(text).contains(there);
		String changed = (wrong == null) ? text.replaceAll("(?m)^ *" + there + "\n", "")
				: text.replace(there, wrong.replace("\\n", "\n"));
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> catalogue(yaml(changed)))
			.withMessageContaining("line ")
			.withMessageContaining(place)
			.withMessageContaining(problem);
	}

	@Test
	void whatMayBeLeftOutHasOneSafeMeaning() throws IOException {
		String bare = shipped().replaceAll("(?m)^    (cards|cancellation):\n(      .*\n)+", "")
			.replaceAll("(?m)^    (simCap|facts): .*\n", "")
			.replaceAll("(?m)^      (ways: \\{|urgent:).*\n", "");

		Brand brand = catalogue(yaml(bare)).front();

		assertThat(brand.offers(SimWay.ESIM)).isTrue();
		assertThat(brand.offers(SimWay.STORE)).isFalse();
		assertThat(brand.cards()).isEmpty();
		assertThat(brand.cancellation()).isEmpty();
		assertThat(brand.simCap()).isEmpty();
		assertThat(brand.site()).isEmpty();
		assertThat(brand.fees().urgent(SimWay.ESIM)).isEmpty();
		assertThat(brand.fees().next(Reason.STOLEN, SimWay.COURIER, 1)).isEqualTo(hkd(30));
		assertThat(brand.mark("hotline")).isEqualTo(Mark.ILLUSTRATIVE);
	}

	@Test
	void termsAndRulesAreWrittenInEveryLanguageOfTheBrand() throws IOException {
		String noRussian = shipped().replaceAll("(?m)^          ru: \\|-\n(            .*\n|\n)+", "");
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> catalogue(yaml(noRussian)))
			.withMessageContaining("the terms 2026-1 have no text in ru");

		String noChinese = shipped().replace(", zh-Hans: 成年人本人的身份证件", "");
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> catalogue(yaml(noChinese)))
			.withMessageContaining("the rule about UNDER_16 has no text in zh-Hans");
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
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> catalogue(yaml(text)))
			.withMessageContaining(place);
	}

	@Test
	void twoBrandsWithOneKeyAreRefused() throws IOException {
		String twice = shipped() + shipped().replaceFirst("(?s).*brands:", "");
		assertThatExceptionOfType(CatalogueFileBroken.class).isThrownBy(() -> catalogue(yaml(twice)))
			.withMessageContaining("tidewire");
	}

	@Test
	void aFileThatIsNotThereIsNamed() {
		assertThatExceptionOfType(CatalogueFileBroken.class)
			.isThrownBy(() -> catalogue(new ClassPathResource("catalogue/none.yaml")))
			.withMessageContaining("none.yaml");
	}

	@Test
	void theMessageIsOneSentence() throws IOException {
		assertThatExceptionOfType(CatalogueFileBroken.class)
			.isThrownBy(() -> catalogue(yaml(shipped().replace("hue: 212", "hue: 400"))))
			.withMessageMatching("brands of a test, line \\d+, field brands\\[0]: the hue goes from 0 to 359\\.");
	}

	private static Money hkd(int dollars) {
		return new Money(dollars * 100L, "HKD");
	}

	private static Catalogue catalogue(Resource file) {
		return new Catalogue(BrandFile.read(file));
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
