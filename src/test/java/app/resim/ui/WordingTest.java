package app.resim.ui;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Which language somebody gets, and what happens to a text that is missing.
 */
class WordingTest {

	private final Wording wording = Wording.strict();

	@ParameterizedTest
	@CsvSource({ "en,en", "en-US,en", "zh,zh-Hans", "zh-CN,zh-Hans", "zh-SG,zh-Hans", "zh-HK,zh-Hant", "zh-TW,zh-Hant",
			"zh-MO,zh-Hant", "zh-Hant-CN,zh-Hant", "zh-Hans-HK,zh-Hans", "yue,zh-Hant", "ru,ru", "ru-KZ,ru", "de,en",
			"ja-JP,en" })
	void everyLocaleHasItsNearestLanguage(String wanted, String language) {
		assertThat(Language.nearest(Locale.forLanguageTag(wanted)).tag()).isEqualTo(language);
	}

	@Test
	void theFirstReadableLanguageOfAListIsTaken() {
		var wanted = List.of(Locale.GERMAN, Locale.forLanguageTag("zh-HK"), Locale.ENGLISH);
		assertThat(Language.best(wanted, List.of(Language.values()))).contains(Language.TRADITIONAL_CHINESE);
	}

	@Test
	void aLanguageThatTheBrandDoesNotOfferIsPassedOver() {
		var wanted = List.of(Locale.forLanguageTag("ru"), Locale.ENGLISH);
		assertThat(Language.best(wanted, List.of(Language.TRADITIONAL_CHINESE, Language.ENGLISH)))
			.contains(Language.ENGLISH);
	}

	@Test
	void aMissingTextFailsWhereItIsLookedFor() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.wording.text(Locale.ENGLISH, "shell.no-such-text"))
			.withMessageContaining("shell.no-such-text");
	}

	@Test
	void aMissingTextShowsItsKeyToCustomers() {
		assertThat(new Wording(false).text(Locale.ENGLISH, "shell.no-such-text")).isEqualTo("shell.no-such-text");
	}

	@ParameterizedTest
	@CsvSource({ "1,1 минута", "2,2 минуты", "5,5 минут", "11,11 минут", "21,21 минута" })
	void russianCountsInItsOwnWay(int minutes, String spoken) {
		assertThat(this.wording.text(Language.RUSSIAN, "shell.time.minutes", minutes)).isEqualTo(spoken);
	}

	@Test
	void whatIsFilledInIsNotReadAsAPattern() {
		assertThat(this.wording.text(Language.ENGLISH, "shell.optional", "{0} '' it's"))
			.isEqualTo("{0} '' it's (optional)");
	}

}
