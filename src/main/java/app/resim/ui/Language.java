package app.resim.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import app.resim.catalogue.Brand;
import com.ibm.icu.util.ULocale;

/**
 * The languages in which every text exists.
 */
public enum Language {

	ENGLISH("en", "en-GB"), TRADITIONAL_CHINESE("zh-Hant", "zh-Hant-HK"), SIMPLIFIED_CHINESE("zh-Hans", "zh-Hans-CN"),
	RUSSIAN("ru", "ru-RU");

	private static final Set<String> TRADITIONAL_REGIONS = Set.of("TW", "HK", "MO");

	private final Locale locale;

	private final ULocale formats;

	Language(String tag, String formats) {
		this.locale = Locale.forLanguageTag(tag);
		this.formats = ULocale.forLanguageTag(formats);
	}

	/**
	 * The BCP 47 tag as it stands in {@code <html lang>} and {@code ?lang=}.
	 * @return for example {@code zh-Hant}
	 */
	public String tag() {
		return this.locale.toLanguageTag();
	}

	public Locale locale() {
		return this.locale;
	}

	/**
	 * The locale by which numbers and dates are written.
	 */
	ULocale formats() {
		return this.formats;
	}

	/**
	 * The end of the text files' names.
	 */
	String suffix() {
		return tag().replace('-', '_');
	}

	/**
	 * The language with exactly this tag.
	 * @param tag BCP 47, any case
	 * @return the language, or empty
	 */
	public static Optional<Language> tagged(String tag) {
		return Arrays.stream(values()).filter(language -> language.tag().equalsIgnoreCase(tag)).findFirst();
	}

	/**
	 * The language for somebody who asked for a locale.
	 * @param wanted any locale
	 * @return the nearest language, English if there is none
	 */
	public static Language nearest(Locale wanted) {
		return near(wanted).orElse(ENGLISH);
	}

	/**
	 * The languages of a brand's pages.
	 * @param brand whose
	 * @return at least one, the first is the default
	 */
	static List<Language> offered(Brand brand) {
		return brand.languages().stream().map(Language::nearest).distinct().toList();
	}

	/**
	 * The first language that somebody can read.
	 * @param wanted locales, the best liked first
	 * @param offered languages to choose from
	 * @return the language, or empty if none of them will do
	 */
	static Optional<Language> best(List<Locale> wanted, List<Language> offered) {
		return wanted.stream().flatMap(locale -> near(locale).stream()).filter(offered::contains).findFirst();
	}

	private static Optional<Language> near(Locale wanted) {
		return switch (wanted.getLanguage()) {
			case "en" -> Optional.of(ENGLISH);
			case "ru" -> Optional.of(RUSSIAN);
			case "zh", "yue" -> Optional.of(traditional(wanted) ? TRADITIONAL_CHINESE : SIMPLIFIED_CHINESE);
			default -> Optional.empty();
		};
	}

	private static boolean traditional(Locale wanted) {
		if (!wanted.getScript().isEmpty()) {
			return wanted.getScript().equals("Hant");
		}
		return TRADITIONAL_REGIONS.contains(wanted.getCountry()) || wanted.getLanguage().equals("yue");
	}

}
