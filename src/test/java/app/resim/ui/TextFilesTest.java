package app.resim.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The text files as a whole: nothing missing, nothing left in English.
 */
class TextFilesTest {

	/**
	 * Latin words that stay in every language: names, units, addresses, what phones show.
	 */
	private static final Set<String> NAMES = Set.of("eSIM", "eSIMs", "SIM", "EID", "IMEI", "IMEISV", "QR", "Wi-Fi",
			"WiFi", "SMS", "PDF", "JPEG", "PNG", "WebP", "HEIC", "HKID", "HKD", "MB", "iPhone", "iPad", "iOS", "iPadOS",
			"Android", "Apple", "Samsung", "Galaxy", "Google", "Pixel", "Huawei", "Xiaomi", "Honor", "OPPO", "Motorola",
			"Sony", "Watch", "SM-DP", "LPA", "ICCID", "MSISDN", "ID", "Resim", "README", "GitHub", "Apache", "License",
			"LICENSE", "SECURITY", "md", "WCAG", "AA", "HTTP", "MRZ", "Cellular", "OK", "RS", "Cookie", "cookie",
			"JavaScript", "en", "script", "server", "Windows", "Play", "Yandex", "GIS", "PIN", "PUK", "VPN", "iCloud",
			"SOS");

	private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z-]*[A-Za-z]");

	private static final Wording WORDING = Wording.strict();

	static Stream<String> keys() {
		return WORDING.keys(Language.ENGLISH).stream();
	}

	@ParameterizedTest
	@EnumSource(Language.class)
	void everyLanguageHasTheSameKeys(Language language) {
		assertThat(WORDING.keys(language)).isEqualTo(WORDING.keys(Language.ENGLISH));
	}

	/** Of two texts with one key the first is never read. */
	@Test
	void noKeyIsThereTwice() throws IOException {
		List<String> keys;
		try (Stream<Path> files = Files.list(Path.of("src/main/resources/texts"))) {
			keys = files.flatMap(TextFilesTest::keysOf).toList();
		}
		assertThat(keys).hasSizeGreaterThan(1000).doesNotHaveDuplicates();
	}

	private static Stream<String> keysOf(Path file) {
		String language = file.getFileName().toString().replaceFirst("^[a-z-]+_", "");
		try {
			return Files.readAllLines(file)
				.stream()
				.filter(line -> line.matches("[A-Za-z].*=.*"))
				.map(line -> language + " " + line.replaceFirst("\\s*=.*", ""));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void everyTextHasTheSamePlaceholdersAndMarks(String key) {
		String english = WORDING.pattern(Language.ENGLISH, key);
		for (Language language : Language.values()) {
			String text = WORDING.pattern(language, key);
			assertThat(text).as("%s in %s", key, language.tag()).isNotBlank();
			assertThat(placeholders(text)).as("%s in %s", key, language.tag()).isEqualTo(placeholders(english));
			assertThat(count(text, "`")).as("code marks of %s in %s", key, language.tag())
				.isEqualTo(count(english, "`"));
			assertThat(count(text, "**") % 2).as("bold marks of %s in %s", key, language.tag()).isZero();
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void noEnglishIsLeftInOtherLanguages(String key) {
		if (key.equals("shell.language.name")) {
			return;
		}
		for (Language language : List.of(Language.TRADITIONAL_CHINESE, Language.SIMPLIFIED_CHINESE, Language.RUSSIAN)) {
			assertThat(english(WORDING.pattern(language, key))).as("%s in %s", key, language.tag()).isEmpty();
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void chineseUsesFullWidthPunctuation(String key) {
		for (Language language : List.of(Language.TRADITIONAL_CHINESE, Language.SIMPLIFIED_CHINESE)) {
			assertThat(WORDING.pattern(language, key)).as("%s in %s", key, language.tag())
				.doesNotContainPattern("\\p{IsHan}[,.;:?!()]|[,;?!()]\\p{IsHan}");
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void englishAvoidsWhatSoundsLikeAMachine(String key) {
		assertThat(WORDING.pattern(Language.ENGLISH, key).toLowerCase(Locale.ROOT)).as(key)
			.doesNotContainPattern("\\b(please|sorry|oops|invalid|forbidden)\\b|!");
	}

	private static Set<String> placeholders(String pattern) {
		return new TreeSet<>(new MessageFormat(pattern).getArgumentNames());
	}

	private static int count(String text, String mark) {
		return (text.length() - text.replace(mark, "").length()) / mark.length();
	}

	private static Set<String> english(String pattern) {
		// what stands in {…} is for the machine, what stands in `…` is shown as it is
		// typed
		String shown = pattern.replaceAll("\\{[0-9]+(, plural,)?|\\b(zero|one|two|few|many|other) \\{", " ")
			.replaceAll("`[^`]*`|https?://\\S+|[\\w.]+@[\\w.]+|<[^>]*>", " ");
		return LATIN.matcher(shown)
			.results()
			.map(found -> found.group())
			.filter(word -> !NAMES.contains(word))
			.filter(word -> !Arrays.stream(word.split("-")).allMatch(NAMES::contains))
			.collect(Collectors.toSet());
	}

}
