package app.resim.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * One text of the operator in several languages.
 *
 * @param byLanguage by language tag; the first one stands for all that are missing
 */
public record Said(Map<String, String> byLanguage) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Said {
		Rule.check(!byLanguage.isEmpty(), "a text is needed in at least one language");
		byLanguage.forEach((language, text) -> Rule.check(!text.isBlank(), "the text in " + language + " is empty"));
		// in the order in which it was laid down
		byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
	}

	/**
	 * The text for a reader.
	 * @param reader whose language is wanted
	 * @return the text in that language, else the first one
	 */
	public String in(Locale reader) {
		String own = this.byLanguage.get(reader.toLanguageTag());
		return (own != null) ? own : this.byLanguage.values().iterator().next();
	}

	/** The first of some languages in which nothing is said. */
	Optional<String> missing(List<Locale> languages) {
		return languages.stream()
			.map(Locale::toLanguageTag)
			.filter(tag -> !this.byLanguage.containsKey(tag))
			.findFirst();
	}

}
