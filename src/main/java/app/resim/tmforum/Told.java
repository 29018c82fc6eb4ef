package app.resim.tmforum;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import tools.jackson.databind.JsonNode;

/**
 * What a back end told, read as leniently as can be: what is missing or odd counts as not
 * told.
 */
final class Told {

	private Told() {
	}

	/**
	 * A text or a number of a field, without blanks around it; empty if there is none.
	 */
	static String text(JsonNode node, String field) {
		return node.path(field).asString("").strip();
	}

	/** All values of a characteristic, also where one holds a list. */
	static List<String> characteristics(JsonNode node, String list, String name) {
		if (name.isBlank()) {
			return List.of();
		}
		return entries(node, list).filter(entry -> text(entry, "name").equalsIgnoreCase(name))
			.map(entry -> entry.path("value"))
			.flatMap(value -> value.isArray() ? value.valueStream() : Stream.of(value))
			.map(value -> value.isObject() ? text(value, "value") : value.asString("").strip())
			.filter(value -> !value.isEmpty())
			.toList();
	}

	static Optional<String> characteristic(JsonNode node, String list, String name) {
		return characteristics(node, list, name).stream().findFirst();
	}

	static Stream<JsonNode> entries(JsonNode node, String list) {
		return node.path(list).valueStream();
	}

	static boolean oneOf(Collection<String> words, String word) {
		return words.stream().anyMatch(word::equalsIgnoreCase);
	}

	/** International numbers only, with or without a plus sign. */
	static Optional<Msisdn> number(String text) {
		String digits = text.replaceAll("[\\s()-]", "").replaceFirst("^(tel:)?(\\+|00)?", "");
		return digits.matches("[1-9][0-9]{4,14}") ? Optional.of(new Msisdn("+" + digits)) : Optional.empty();
	}

	static Optional<Iccid> iccid(String text) {
		String digits = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
		return digits.matches("[0-9]{19}[0-9F]?") ? Optional.of(Iccid.of(digits)) : Optional.empty();
	}

	/**
	 * An instant, with or without a zone, or the beginning of a day; UTC without a zone.
	 */
	static Optional<Instant> instant(String text) {
		return Stream
			.<Function<String, Instant>>of(whole -> OffsetDateTime.parse(whole).toInstant(),
					local -> LocalDateTime.parse(local).toInstant(ZoneOffset.UTC),
					day -> LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant())
			.flatMap(way -> tried(way, text).stream())
			.findFirst();
	}

	static Optional<LocalDate> day(String text) {
		return (text.length() >= 10) ? tried(LocalDate::parse, text.substring(0, 10)) : Optional.empty();
	}

	private static <T> Optional<T> tried(Function<String, T> way, String text) {
		try {
			return Optional.of(way.apply(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** Since when something is valid. */
	static Optional<Instant> since(JsonNode node) {
		return instant(text(node.path("validFor"), "startDateTime"));
	}

	static boolean validAt(JsonNode node, Instant now) {
		return since(node).filter(now::isBefore).isEmpty()
				&& instant(text(node.path("validFor"), "endDateTime")).filter(end -> !now.isBefore(end)).isEmpty();
	}

	/** Entries by their keys; the first of those with the same key, none without one. */
	static List<JsonNode> eachOnce(List<JsonNode> entries) {
		Map<String, JsonNode> byId = new LinkedHashMap<>();
		entries.stream()
			.filter(entry -> !text(entry, "id").isEmpty())
			.forEach(entry -> byId.putIfAbsent(text(entry, "id"), entry));
		return new ArrayList<>(byId.values());
	}

}
