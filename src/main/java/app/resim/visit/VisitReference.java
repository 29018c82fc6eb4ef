package app.resim.visit;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The reference of an appointment, for example {@code SV-7K4M-29QD}: 40 random bits in
 * Crockford's base 32. It opens nothing by itself: every look-up also names the owner.
 *
 * @param reference upper case, with hyphens
 * @see "decision 0008"
 */
public record VisitReference(String reference) implements Serializable {

	private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	public VisitReference {
		if (!reference.matches("SV(-[" + DIGITS + "]{4}){2}")) {
			throw new IllegalArgumentException("Not a reference of an appointment");
		}
	}

	static VisitReference draw(RandomGenerator chance) {
		return new VisitReference("SV-" + four(chance) + "-" + four(chance));
	}

	private static String four(RandomGenerator chance) {
		return chance.ints(4, 0, DIGITS.length())
			.mapToObj(at -> DIGITS.substring(at, at + 1))
			.collect(Collectors.joining());
	}

	/**
	 * Reads a reference as it stands in an address.
	 * @param text any case
	 * @return the reference, or empty if it can be none
	 */
	public static Optional<VisitReference> read(String text) {
		try {
			return Optional.of(new VisitReference(text.strip().toUpperCase(Locale.ROOT)));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.reference;
	}

}
