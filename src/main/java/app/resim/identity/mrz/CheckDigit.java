package app.resim.identity.mrz;

/**
 * The check digit of ICAO Doc 9303: weights 7, 3, 1.
 */
final class CheckDigit {

	private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	private static final int[] WEIGHTS = { 7, 3, 1 };

	private CheckDigit() {
	}

	static char of(String field) {
		int sum = 0;
		for (int i = 0; i < field.length(); i++) {
			sum += Math.max(0, VALUES.indexOf(field.charAt(i))) * WEIGHTS[i % WEIGHTS.length];
		}
		return (char) ('0' + sum % 10);
	}

	static boolean fits(String field, char digit) {
		return of(field) == digit;
	}

	/** Where an empty field may go without a digit. */
	static boolean fitsOrEmpty(String field, char digit) {
		return (digit == '<') ? field.chars().allMatch(c -> c == '<') : fits(field, digit);
	}

}
