package app.resim.request;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a courier brings something: the parts that carriers of a country ask for, in the
 * order in which people there write them. The name on it is always the account holder's,
 * and is no part of it.
 *
 * @param country ISO 3166, one of {@link #COUNTRIES}
 * @param parts what was typed
 */
public record PostalAddress(String country, Map<Part, String> parts) {

	/** Where addresses are understood. */
	public static final List<String> COUNTRIES = List.of("HK", "CN", "RU");

	/** The longest line of an address, in characters. */
	public static final int LONGEST = 120;

	private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

	/** A part of an address. */
	public enum Part {

		/** Hong Kong Island, Kowloon or the New Territories. */
		AREA,
		/** Province or municipality of the mainland, region of Russia. */
		PROVINCE, CITY, DISTRICT,
		/** Street, number and building. */
		STREET,
		/** Flat, floor, door; may be left out. */
		FLAT,
		/** Six digits; Hong Kong has none. */
		POSTCODE

	}

	/** What is wrong with a part. */
	public enum Fault {

		MISSING, TOO_LONG, NOT_A_POSTCODE

	}

	public PostalAddress {
		if (!COUNTRIES.contains(country)) {
			throw new IllegalArgumentException("No addresses of that country are known");
		}
		Map<Part, String> said = new EnumMap<>(Part.class);
		for (Part part : form(country)) {
			String text = parts.getOrDefault(part, "").replaceAll("\\p{Cntrl}", " ").strip();
			if (!text.isEmpty()) {
				said.put(part, (part == Part.POSTCODE) ? digits(text) : text);
			}
		}
		parts = Map.copyOf(said);
	}

	/** Digits of any script, without the blanks that people put between them. */
	private static String digits(String text) {
		StringBuilder read = new StringBuilder();
		text.codePoints().filter(point -> !Character.isWhitespace(point)).forEach(point -> {
			int digit = Character.digit(point, 10);
			if (digit >= 0) {
				read.append(digit);
			}
			else {
				read.appendCodePoint(point);
			}
		});
		return read.toString();
	}

	/**
	 * The parts of an address there.
	 * @param country one of {@link #COUNTRIES}
	 * @return the parts in the order of a form
	 */
	public static List<Part> form(String country) {
		return switch (country) {
			case "HK" -> List.of(Part.AREA, Part.DISTRICT, Part.STREET, Part.FLAT);
			case "CN" -> List.of(Part.PROVINCE, Part.CITY, Part.DISTRICT, Part.STREET, Part.FLAT, Part.POSTCODE);
			case "RU" -> List.of(Part.POSTCODE, Part.PROVINCE, Part.CITY, Part.STREET, Part.FLAT);
			default -> throw new IllegalArgumentException("No addresses of that country are known");
		};
	}

	/**
	 * Parts without which a carrier finds nobody.
	 * @param part any
	 * @return false where it may be left out
	 */
	public static boolean isNeeded(Part part) {
		return part != Part.FLAT;
	}

	/**
	 * What is wrong with it.
	 * @return nothing if it can be used
	 */
	public Map<Part, Fault> faults() {
		Map<Part, Fault> faults = new EnumMap<>(Part.class);
		for (Part part : form(this.country)) {
			String text = this.parts.getOrDefault(part, "");
			if (text.isEmpty() && isNeeded(part)) {
				faults.put(part, Fault.MISSING);
			}
			else if (text.length() > LONGEST) {
				faults.put(part, Fault.TOO_LONG);
			}
			else if (part == Part.POSTCODE && !SIX_DIGITS.matcher(text).matches()) {
				faults.put(part, Fault.NOT_A_POSTCODE);
			}
		}
		return faults;
	}

	/**
	 * Its lines, as people there write it.
	 * @return without empty ones
	 */
	public List<String> lines() {
		Set<Part> said = EnumSet.noneOf(Part.class);
		said.addAll(this.parts.keySet());
		return form(this.country).stream().filter(said::contains).map(this.parts::get).toList();
	}

	@Override
	public String toString() {
		return "PostalAddress[" + this.country + "]";
	}

}
