package app.resim.kernel;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Named facts about a customer, in a stable order. What is not known is left out.
 */
public final class Particulars {

	private final Map<String, Object> facts = new LinkedHashMap<>();

	/**
	 * Adds a fact.
	 * @param name in camel case; it never changes
	 * @param fact a text, a number, a truth value, an instant, an enum, an
	 * {@link Optional} or a collection of these, or further particulars; an empty one is
	 * left out
	 * @return this
	 */
	public Particulars say(String name, Object fact) {
		Object plain = plain(fact);
		if (!plain.equals("") && !plain.equals(List.of()) && !plain.equals(Map.of())) {
			this.facts.put(name, plain);
		}
		return this;
	}

	private static Object plain(Object fact) {
		return switch (fact) {
			case Optional<?> maybe -> maybe.<Object>map(Particulars::plain).orElse("");
			case Collection<?> several -> several.stream().map(Particulars::plain).toList();
			case Particulars further -> further.facts();
			case Instant at -> at.toString();
			case Enum<?> word -> word.name();
			case String text -> text;
			case Number number -> number;
			case Boolean truth -> truth;
			default -> throw new IllegalArgumentException("Not a fact: " + fact.getClass());
		};
	}

	/**
	 * All facts.
	 * @return texts, numbers, truth values, lists and maps of these by their names
	 */
	public Map<String, Object> facts() {
		return Collections.unmodifiableMap(this.facts);
	}

	@Override
	public String toString() {
		return "Particulars" + this.facts.keySet();
	}

}
