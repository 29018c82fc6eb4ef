package app.resim.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import app.resim.account.Factor;
import app.resim.catalogue.Store;
import app.resim.notification.Texts.Language;
import app.resim.request.DeclineReason;
import com.ibm.icu.text.MessageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TextsTest {

	private static final Texts TEXTS = new Texts();

	static Stream<String> keys() {
		return TEXTS.patterns(Language.ENGLISH).stringPropertyNames().stream().sorted();
	}

	@Test
	void everyTextThatIsAskedForIsThereAndNoOther() {
		Set<String> wanted = new HashSet<>(Set.of("notification.code.subject", "notification.code.body",
				"notification.close", "notification.close.stop", "notification.moment", "notification.ready.until"));
		for (Kind kind : Kind.values()) {
			wanted.add(kind.key("subject"));
			wanted.add(kind.key("body"));
			if (kind.alsoShort()) {
				wanted.add(kind.key("sms"));
			}
		}
		for (String part : List.of("subject", "body", "sms")) {
			wanted.add(FactorNotices.key(Factor.PASSKEY, true, part));
			wanted.add(FactorNotices.key(Factor.PASSKEY, false, part));
			wanted.add(FactorNotices.key(Factor.AUTHENTICATOR_APP, true, part));
			wanted.add(FactorNotices.key(Factor.AUTHENTICATOR_APP, false, part));
			wanted.add(FactorNotices.key(Factor.RECOVERY_CODE, true, part));
			wanted.add("notification.lock." + part);
		}
		for (String news : List.of("booked", "moved", "cancelled", "reminded")) {
			wanted.add("notification.visit." + news + ".subject");
			wanted.add("notification.visit." + news + ".body");
		}
		wanted.add("notification.visit.demo");
		wanted.add("notification.number.subject");
		wanted.add("notification.number.body");
		for (Store.Service purpose : Store.Service.values()) {
			wanted.add(VisitNotices.bring(purpose));
		}
		for (DeclineReason reason : DeclineReason.values()) {
			wanted.add(Kind.DECLINED.key(reason.name()));
		}

		// a text about cards stands for one of the others
		List.copyOf(wanted)
			.stream()
			.map(key -> key.replaceFirst("notification[.]", "notification.card."))
			.filter(twin -> keys().anyMatch(twin::equals))
			.forEach(wanted::add);

		assertThat(keys()).containsExactlyInAnyOrderElementsOf(wanted);
	}

	@ParameterizedTest
	@EnumSource
	void everyLanguageHasTheSameTexts(Language language) {
		assertThat(TEXTS.patterns(language).stringPropertyNames())
			.isEqualTo(TEXTS.patterns(Language.ENGLISH).stringPropertyNames());
	}

	@ParameterizedTest
	@MethodSource("keys")
	void everyTextHasTheSamePlaceholdersInEveryLanguage(String key) {
		for (Language language : Language.values()) {
			assertThat(placeholders(language, key)).as("%s in %s", key, language)
				.isEqualTo(placeholders(Language.ENGLISH, key));
			assertThat(pattern(language, key)).as("%s in %s", key, language).isNotBlank();
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void noTextIsLeftInEnglish(String key) {
		for (Language language : Language.values()) {
			if (language != Language.ENGLISH && !key.endsWith(".moment")) {
				assertThat(pattern(language, key)).isNotEqualTo(pattern(Language.ENGLISH, key));
			}
		}
	}

	@ParameterizedTest
	@MethodSource("keys")
	void linesThatEndWithALinkEndThere(String key) {
		for (Language language : Language.values()) {
			String link = switch (key.substring(key.lastIndexOf('.') + 1)) {
				case "close" -> "{0}";
				case "body", "sms" -> "{2}";
				default -> "no link";
			};
			assertThat(pattern(language, key).lines()
				.filter(line -> line.contains(link))
				.allMatch(line -> line.endsWith(link))).as("%s in %s", key, language).isTrue();
		}
	}

	@ParameterizedTest
	@CsvSource({ "en, ENGLISH", "en-US, ENGLISH", "fr, ENGLISH", "und, ENGLISH", "ru, RUSSIAN", "ru-RU, RUSSIAN",
			"zh-Hant, TRADITIONAL_CHINESE", "zh-HK, TRADITIONAL_CHINESE", "zh-TW, TRADITIONAL_CHINESE",
			"zh-Hant-HK, TRADITIONAL_CHINESE", "zh, SIMPLIFIED_CHINESE", "zh-CN, SIMPLIFIED_CHINESE",
			"zh-Hans-HK, SIMPLIFIED_CHINESE" })
	void theNearestLanguageIsTaken(String wanted, Language taken) {
		assertThat(Language.nearest(Locale.forLanguageTag(wanted))).isEqualTo(taken);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en      | Tuesday 4 August at 15:52 (Hong Kong time)
			zh-Hant | 8月4日星期二15:52（香港時間）
			zh-Hans | 8月4日星期二 15:52（香港时间）
			ru      | вторник, 4 августа в 15:52 (время: Гонконг)
			""")
	void timesAreToldInTheBrandsZone(String language, String told) {
		assertThat(TEXTS.moment(Locale.forLanguageTag(language), Instant.parse("2026-08-04T07:52:00Z"),
				ZoneId.of("Asia/Hong_Kong")))
			.isEqualTo(told);
	}

	@ParameterizedTest
	@CsvSource({ "1, минуту", "2, минуты", "5, минут", "21, минуту" })
	void russianCountsLikeRussian(int minutes, String form) {
		assertThat(TEXTS.text(Locale.forLanguageTag("ru"), "notification.code.body", "402718", minutes, "", ""))
			.contains(" " + minutes + " " + form + ".");
	}

	@Test
	void aTextThatIsNotThereIsAFault() {
		assertThatIllegalStateException().isThrownBy(() -> TEXTS.text(Locale.ENGLISH, "notification.no.such"));
	}

	private static Set<String> placeholders(Language language, String key) {
		return new TreeSet<>(new MessageFormat(pattern(language, key)).getArgumentNames());
	}

	private static String pattern(Language language, String key) {
		return TEXTS.patterns(language).getProperty(key);
	}

}
