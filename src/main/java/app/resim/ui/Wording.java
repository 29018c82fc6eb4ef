package app.resim.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import com.ibm.icu.text.MessageFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every text that people read, from {@code texts/<area>_<language>.properties} (UTF-8,
 * ICU message format). All areas on the class path are found by themselves; keys begin
 * with the area's name. A missing key is a fault of ours: it fails where
 * {@code resim.wording.strict} is set (in tests), and shows the key itself where
 * customers are.
 */
@Component
public class Wording {

	private static final Logger log = LoggerFactory.getLogger(Wording.class);

	private final Map<Language, Map<String, String>> texts = new EnumMap<>(Language.class);

	private final boolean strict;

	@Autowired
	Wording(@Value("${resim.wording.strict:false}") boolean strict) {
		this.strict = strict;
		for (Language language : Language.values()) {
			this.texts.put(language, read(language));
		}
	}

	/**
	 * All texts, with missing keys as failures. For tests that build components.
	 * @return the wording
	 */
	public static Wording strict() {
		return new Wording(true);
	}

	/**
	 * One text.
	 * @param locale the reader's; the nearest language is taken
	 * @param key for example {@code shell.continue}
	 * @param args fill {@code {0}}, {@code {1}} …; strings and numbers
	 * @return the text
	 */
	public String text(Locale locale, String key, Object... args) {
		return text(Language.nearest(locale), key, args);
	}

	/**
	 * The texts of one language.
	 * @param language the reader's
	 * @return the words
	 */
	public Words in(Language language) {
		return new Words(this, language);
	}

	String text(Language language, String key, Object... args) {
		String pattern = of(language).get(key);
		if (pattern == null) {
			return missing(language, key);
		}
		return new MessageFormat(pattern, language.formats()).format(args);
	}

	boolean has(Language language, String key) {
		return of(language).containsKey(key);
	}

	Set<String> keys(Language language) {
		return new TreeSet<>(of(language).keySet());
	}

	String pattern(Language language, String key) {
		String pattern = of(language).get(key);
		return (pattern != null) ? pattern : missing(language, key);
	}

	private Map<String, String> of(Language language) {
		return this.texts.getOrDefault(language, Map.of());
	}

	private String missing(Language language, String key) {
		if (this.strict) {
			throw new IllegalArgumentException("No text " + key + " in " + language.tag());
		}
		log.error("No text {} in {}", key, language.tag());
		return key;
	}

	private static Map<String, String> read(Language language) {
		try {
			Map<String, String> texts = new HashMap<>();
			String files = "classpath*:texts/*_" + language.suffix() + ".properties";
			for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
				load(file).forEach((key, text) -> texts.put((String) key, (String) text));
			}
			return texts;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Properties load(Resource file) throws IOException {
		var properties = new Properties();
		try (InputStream in = file.getInputStream()) {
			properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
		}
		return properties;
	}

}
