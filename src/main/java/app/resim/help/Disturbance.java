package app.resim.help;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/**
 * Something that the operator says about its network.
 *
 * @param from when it begins to be said
 * @param until when it is said no more
 * @param text one or two sentences by language tag; the first one stands for all others
 */
public record Disturbance(Instant from, Instant until, Map<String, String> text) {

	public Disturbance {
		if (!from.isBefore(until)) {
			throw new IllegalArgumentException("a notice ends after it begins");
		}
		if (text.isEmpty() || text.values().stream().anyMatch(String::isBlank)) {
			throw new IllegalArgumentException("a notice has a text");
		}
	}

	/**
	 * The text for a reader.
	 * @param reader whose language
	 * @return one or two sentences
	 */
	public String said(Locale reader) {
		String own = this.text.get(reader.toLanguageTag());
		return (own != null) ? own : this.text.values().iterator().next();
	}

	boolean holds(Instant now) {
		return !now.isBefore(this.from) && now.isBefore(this.until);
	}

}
