package app.resim.kernel;

/**
 * Digits as people type them, and the check digits of the mobile world.
 */
final class Digits {

	/**
	 * Longest input that is looked at, in characters. Anything longer is no number, and
	 * reading it would only cost time.
	 */
	static final int LONGEST_INPUT = 200;

	private Digits() {
	}

	/**
	 * Removes what people and copied text put between digits, and turns digits of other
	 * scripts into ASCII.
	 * @param input as typed
	 * @return ASCII digits, with every other character that is no separator kept
	 */
	static String clean(String input) {
		var cleaned = new StringBuilder(Math.min(input.length(), LONGEST_INPUT));
		input.codePoints().limit(LONGEST_INPUT).forEach(c -> {
			if (Character.isDigit(c)) {
				cleaned.append(Character.digit(c, 10));
			}
			else if (!separator(c)) {
				cleaned.appendCodePoint(c);
			}
		});
		return cleaned.toString();
	}

	private static boolean separator(int c) {
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT
				|| Character.getType(c) == Character.DASH_PUNCTUATION || "/.,:()".indexOf(c) >= 0;
	}

	static boolean only(String text) {
		return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
	}

	/** ISO/IEC 7812-1, annex B. */
	static boolean luhn(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int weighted = (i % 2 == 0) ? digit : digit * 2;
			sum += weighted / 10 + weighted % 10;
		}
		return sum % 10 == 0;
	}

	/** ISO/IEC 7064, mod 97-10: the whole number leaves 1. */
	static boolean mod97(String digits) {
		return new java.math.BigInteger(digits).mod(java.math.BigInteger.valueOf(97)).intValue() == 1;
	}

	static String masked(String digits, int shown) {
		return "•".repeat(Math.max(0, digits.length() - shown))
				+ digits.substring(Math.max(0, digits.length() - shown));
	}

}
