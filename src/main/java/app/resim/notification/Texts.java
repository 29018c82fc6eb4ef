package app.resim.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;

import org.springframework.stereotype.Component;

/**
 * The words of messages, from {@code texts/notification_*.properties} (UTF-8, ICU message
 * format), in the language nearest to the one wanted.
 */
@Component
class Texts {

	/** Day of the week, day, month, hour and minute. */
	private static final String MOMENT = "EEEEdMMMMHHmm";

	/** The place whose clock is meant. */
	private static final String PLACE = "VVV";

	private final Map<Language, Properties> texts = new EnumMap<>(Language.class);

	Texts() {
		for (Language language : Language.values()) {
			this.texts.put(language, read(language));
		}
	}

	/**
	 * One text.
	 * @param wanted the reader's language
	 * @param key for example {@code notification.code.subject}
	 * @param arguments for the placeholders {@code {0}}, {@code {1}} …
	 * @return the text
	 * @throws IllegalStateException if there is no such text
	 */
	String text(Locale wanted, String key, Object... arguments) {
		Language language = Language.nearest(wanted);
		String pattern = patterns(language).getProperty(key);
		if (pattern == null) {
			throw new IllegalStateException("No text " + key + " in " + language);
		}
		return new MessageFormat(pattern, language.formats()).format(arguments);
	}

	boolean has(Locale wanted, String key) {
		return patterns(Language.nearest(wanted)).containsKey(key);
	}

	/**
	 * A moment in words.
	 * @param wanted the reader's language
	 * @param at the moment
	 * @param zone whose clock is meant
	 * @return for example {@code Tuesday 4 August at 15:52 (Hong Kong time)}
	 */
	String moment(Locale wanted, Instant at, ZoneId zone) {
		return text(wanted, "notification.moment", formatted(MOMENT, wanted, at, zone),
				formatted(PLACE, wanted, at, zone));
	}

	private static String formatted(String skeleton, Locale wanted, Instant at, ZoneId zone) {
		DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, Language.nearest(wanted).formats());
		format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
		return format.format(Date.from(at));
	}

	Properties patterns(Language language) {
		return this.texts.getOrDefault(language, new Properties());
	}

	private static Properties read(Language language) {
		String file = "/texts/notification_" + language.suffix() + ".properties";
		try (InputStream bytes = Texts.class.getResourceAsStream(file)) {
			if (bytes == null) {
				throw new IllegalStateException("Missing " + file);
			}
			var texts = new Properties();
			texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The languages that there are texts in. */
	enum Language {

		ENGLISH("en", "en-GB"), TRADITIONAL_CHINESE("zh_Hant", "zh-Hant-HK"), SIMPLIFIED_CHINESE("zh_Hans", "zh-Hans"),
		RUSSIAN("ru", "ru");

		private final String suffix;

		private final ULocale formats;

		Language(String suffix, String formats) {
			this.suffix = suffix;
			this.formats = ULocale.forLanguageTag(formats);
		}

		static Language nearest(Locale wanted) {
			return switch (wanted.getLanguage()) {
				case "zh" -> "Hant".equals(ULocale.addLikelySubtags(ULocale.forLocale(wanted)).getScript())
						? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE;
				case "ru" -> RUSSIAN;
				default -> ENGLISH;
			};
		}

		String suffix() {
			return this.suffix;
		}

		ULocale formats() {
			return this.formats;
		}

	}

}
