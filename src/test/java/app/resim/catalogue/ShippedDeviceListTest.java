package app.resim.catalogue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

import app.resim.catalogue.DeviceAnswer.Verdict;
import app.resim.catalogue.DeviceQuestion.Chosen;
import app.resim.catalogue.DeviceQuestion.Named;
import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ShippedDeviceListTest {

	private static final List<Listing> LISTINGS = ShippedDevices.read(DeviceLists.SHIPPED);

	private static final Devices DEVICES = CatalogueFixture.devices();

	private static final List<String> LANGUAGES = List.of("en", "zh_Hant", "zh_Hans", "ru");

	static List<Listing> listings() {
		return LISTINGS;
	}

	@Test
	void theListIsLongEnoughOfEveryKind() {
		Map<Device.Kind, Long> kinds = LISTINGS.stream()
			.collect(Collectors.groupingBy(listing -> listing.device().kind(), Collectors.counting()));

		assertThat(LISTINGS).hasSizeGreaterThan(300);
		assertThat(kinds.get(Device.Kind.PHONE)).isGreaterThan(200);
		assertThat(kinds.get(Device.Kind.TABLET)).isGreaterThan(30);
		assertThat(kinds.get(Device.Kind.WATCH)).isGreaterThan(20);
		assertThat(kinds.get(Device.Kind.LAPTOP)).isPositive();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Apple", "Samsung", "Google", "Huawei", "Xiaomi", "OPPO", "Honor", "Motorola", "Sony" })
	void everyMakerThatCustomersAskForIsThere(String maker) {
		assertThat(LISTINGS.stream().filter(listing -> listing.device().maker().equals(maker))).hasSizeGreaterThan(9);
	}

	@Test
	void everyKeyAndEveryNameIsThereOnce() {
		assertThat(LISTINGS).extracting(listing -> listing.device().id()).doesNotHaveDuplicates();
		assertThat(LISTINGS).extracting(listing -> listing.device().fullName()).doesNotHaveDuplicates();
	}

	@Test
	void everyModelCodeBelongsToOneModel() {
		var owners = new HashMap<String, String>();
		for (Listing listing : LISTINGS) {
			for (Version version : listing.versions()) {
				if (!version.code().isEmpty()) {
					assertThat(owners.put(version.bareCode() + version.isPrefix(), listing.device().id()))
						.as(version.code())
						.isNull();
				}
			}
		}
	}

	@ParameterizedTest
	@MethodSource("listings")
	void everyRowHasAKeyASourceAndADate(Listing listing) {
		assertThat(listing.device().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
		assertThat(listing.family()).isNotBlank();
		assertThat(listing.source()).hasSizeGreaterThan(10);
		assertThat(listing.reviewed()).isBetween(LocalDate.of(2026, 1, 1), LocalDate.parse(listing.list()));
	}

	@ParameterizedTest
	@MethodSource("listings")
	void everyExceptionIsExplainedInEveryLanguage(Listing listing) throws IOException {
		if (listing.esim() != Esim.YES) {
			assertThat(listing.exception()).isPresent();
		}
		for (String language : LANGUAGES) {
			Properties texts = texts(language);
			listing.exception()
				.ifPresent(key -> assertThat(texts.getProperty("device.exception." + key)).as("%s in %s", key, language)
					.isNotBlank());
			assertThat(texts.getProperty("device.kind." + listing.device().kind().name().toLowerCase(Locale.ROOT)))
				.isNotBlank();
		}
	}

	@ParameterizedTest
	@MethodSource("listings")
	void everyModelIsRecognisedByItsNameItsMakersNameAndItsCodes(Listing listing) {
		Device device = listing.device();

		assertThat(named(device.fullName()).device()).map(Device::id).hasValue(device.id());
		assertThat(named(device.name()).device()).map(Device::id).hasValue(device.id());
		for (String code : device.codes()) {
			assertThat(named(code).device()).as(code).map(Device::id).hasValue(device.id());
		}
	}

	@ParameterizedTest
	@MethodSource("listings")
	void everyAnswerKeepsItsPromise(Listing listing) {
		DeviceAnswer answer = DEVICES.check(new Chosen(listing.device().id()));
		boolean answered = switch (listing.device().kind()) {
			case PHONE, TABLET -> true;
			case WATCH, LAPTOP -> false;
		};

		assertThat(answer.device()).hasValue(listing.device());
		assertThat(answer.verdict()).isEqualTo(answered ? listing.esim().verdict() : Verdict.UNKNOWN);
		if (answer.verdict() == Verdict.SOME_VERSIONS || answer.verdict() == Verdict.NOT_COMPATIBLE) {
			assertThat(answer.exception()).isPresent();
		}
	}

	@Test
	void everyOtherNameIsUnderstood() {
		for (Listing listing : LISTINGS) {
			for (String also : listing.also()) {
				DeviceAnswer answer = named(also);
				assertThat(answer.device().isPresent() || answer.exception().isPresent()).as(also).isTrue();
			}
		}
	}

	@Test
	void noTextIsWithoutUseAndEveryTextIsAMessage() throws IOException {
		Properties english = texts("en");
		for (String language : LANGUAGES) {
			Properties texts = texts(language);
			assertThat(texts.stringPropertyNames()).as(language).isEqualTo(english.stringPropertyNames());
			texts.values()
				.forEach(text -> assertThat(new MessageFormat((String) text).format(new Object[0])).isEqualTo(text));
		}
		assertThat(english.stringPropertyNames().stream().filter(key -> key.startsWith("device.exception.")))
			.allMatch(key -> key.endsWith(DeviceList.WHICH_MODEL) || LISTINGS.stream()
				.anyMatch(listing -> listing.exception().map("device.exception."::concat).equals(Optional.of(key))));
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "some||no text", "maybe|check-eid|'maybe' is none of [yes, some, no]",
			"some|because|no text explains 'because'" })
	void aWrongRowIsNamedByItsLine(String wrong) {
		String[] parts = wrong.split("\\|");
		String file = "id\tmaker\tfamily\tname\tkind\tesim\texception\ttray\tsource\treviewed\n" + "a\tA\tA\tA\tphone\t"
				+ parts[0] + "\t" + parts[1] + "\tyes\ta source\t2026-11-21\n";

		assertThatExceptionOfType(CatalogueFileBroken.class)
			.isThrownBy(() -> ShippedDevices.read(CatalogueFixture.file(file)))
			.withMessageContaining("line 2");
	}

	private static DeviceAnswer named(String text) {
		return DEVICES.check(new Named(text));
	}

	private static Properties texts(String language) throws IOException {
		var texts = new Properties();
		try (Reader in = new InputStreamReader(
				new ClassPathResource("texts/device_" + language + ".properties").getInputStream(),
				StandardCharsets.UTF_8)) {
			texts.load(in);
		}
		return texts;
	}

}
