package app.resim.identity.number;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What people type around a number.
 */
final class Typed {

	private static final int LONGEST_INPUT = 200;

	private Typed() {
	}

	/** Letters and digits in their plain, capital form; the rest of ASCII stays. */
	static String plain(String input) {
		String shortened = input.substring(0, Math.min(input.length(), LONGEST_INPUT));
		return Normalizer.normalize(shortened.replace("№", ""), Normalizer.Form.NFKC)
			.toUpperCase(Locale.ROOT)
			.replaceAll("[\\s\\p{Z}\\p{Cf}\\p{Pd}()\\[\\].,/]", "");
	}

	static String masked(String number, int shown) {
		return "•".repeat(number.length() - shown) + number.substring(number.length() - shown);
	}

}
