package app.resim.identity.number;

import org.jspecify.annotations.Nullable;

/**
 * The number of a Hong Kong identity card: one or two letters, six digits and a check
 * digit.
 *
 * @param number without brackets, such as A1234563
 */
public record Hkid(String number) {

	private static final String VALUES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

	/** Stands for a missing first letter. */
	private static final int BLANK = 36;

	public Hkid {
		if (fault(number) != null) {
			throw new IllegalArgumentException("Not an HKID");
		}
	}

	/**
	 * Reads what a person typed, with or without the brackets.
	 * @param input as typed
	 * @return the number, or what is wrong
	 */
	public static TypedNumber<Hkid> read(String input) {
		String number = Typed.plain(input);
		TypedNumber.Fault fault = fault(number);
		return (fault == null) ? new TypedNumber.Read<>(new Hkid(number)) : new TypedNumber.Unreadable<>(fault);
	}

	private static TypedNumber.@Nullable Fault fault(String number) {
		if (number.isEmpty()) {
			return TypedNumber.Fault.EMPTY;
		}
		if (number.length() < 8 || number.length() > 9) {
			return TypedNumber.Fault.LENGTH;
		}
		if (!number.matches("[A-Z]{1,2}[0-9]{6}[0-9A]")) {
			return TypedNumber.Fault.CHARACTERS;
		}
		return (checkDigit(number) == number.charAt(number.length() - 1)) ? null : TypedNumber.Fault.CHECK_DIGIT;
	}

	private static char checkDigit(String number) {
		int sum = (number.length() == 8) ? 9 * BLANK : 0;
		for (int i = 0; i < number.length() - 1; i++) {
			sum += VALUES.indexOf(number.charAt(i)) * (number.length() - i);
		}
		return "0A987654321".charAt(sum % 11);
	}

	@Override
	public String toString() {
		return Typed.masked(this.number, 3);
	}

}
