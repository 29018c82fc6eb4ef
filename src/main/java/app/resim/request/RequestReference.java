package app.resim.request;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The reference that people read to each other, for example {@code RS-7K4M-29QD}: 40
 * random bits in Crockford's base 32. It opens nothing by itself: every look-up also
 * names the owner.
 *
 * @param reference upper case, with hyphens
 */
public record RequestReference(String reference) implements Serializable {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	private static final int LENGTH = 8;

	public RequestReference {
		if (!reference.matches("RS-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}")) {
			throw new IllegalArgumentException("Not a request reference");
		}
	}

	static RequestReference draw(RandomGenerator chance) {
		var text = new StringBuilder();
		for (int i = 0; i < LENGTH; i++) {
			text.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
		}
		return new RequestReference("RS-" + text.substring(0, 4) + "-" + text.substring(4));
	}

	/**
	 * Reads a reference as people type it.
	 * @param text any case, with or without hyphens; O, I and L are understood
	 * @return the reference, or empty if it can be none
	 */
	public static Optional<RequestReference> read(String text) {
		String bare = text.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
		if (bare.length() != LENGTH + 2 || !bare.startsWith("RS")) {
			return Optional.empty();
		}
		String code = bare.substring(2).replace('O', '0').replace('I', '1').replace('L', '1');
		try {
			return Optional.of(new RequestReference("RS-" + code.substring(0, 4) + "-" + code.substring(4)));
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
