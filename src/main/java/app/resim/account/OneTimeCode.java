package app.resim.account;

import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Six digits that are known to one mailbox for a short while. Prints masked.
 *
 * @param digits as they stand in the message; anything else where a person mistyped
 */
record OneTimeCode(String digits) {

	private static final int BELOW = 1_000_000;

	private static final int LONGEST_INPUT = 200;

	static OneTimeCode draw(RandomGenerator chance) {
		return new OneTimeCode(String.format(Locale.ROOT, "%06d", chance.nextInt(BELOW)));
	}

	/**
	 * Reads what a person typed or pasted: digits of any script count, everything else is
	 * taken for decoration.
	 * @param input as typed
	 * @return the digits found, which need not be six
	 */
	static OneTimeCode read(String input) {
		var found = new StringBuilder();
		input.codePoints()
			.limit(LONGEST_INPUT)
			.filter(Character::isDigit)
			.forEach(c -> found.append(Character.digit(c, 10)));
		return new OneTimeCode(found.toString());
	}

	@Override
	public String toString() {
		return "••••••";
	}

}
