package app.resim.identity.number;

import java.time.DateTimeException;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * The number of a resident identity card of the People's Republic of China (GB 11643).
 *
 * @param number 17 digits and a check digit, which may be X
 */
public record PrcId(String number) {

	private static final int[] WEIGHTS = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final int LENGTH = 18;

	public PrcId {
		if (fault(number) != null) {
			throw new IllegalArgumentException("Not a GB 11643 number");
		}
	}

	/**
	 * Reads what a person typed.
	 * @param input as typed
	 * @return the number, or what is wrong
	 */
	public static TypedNumber<PrcId> read(String input) {
		String number = Typed.plain(input);
		TypedNumber.Fault fault = fault(number);
		return (fault == null) ? new TypedNumber.Read<>(new PrcId(number)) : new TypedNumber.Unreadable<>(fault);
	}

	private static TypedNumber.@Nullable Fault fault(String number) {
		if (number.isEmpty()) {
			return TypedNumber.Fault.EMPTY;
		}
		if (number.length() != LENGTH) {
			return TypedNumber.Fault.LENGTH;
		}
		if (!number.matches("[0-9]{17}[0-9X]")) {
			return TypedNumber.Fault.CHARACTERS;
		}
		if (date(number) == null) {
			return TypedNumber.Fault.DATE;
		}
		return (checkDigit(number) == number.charAt(LENGTH - 1)) ? null : TypedNumber.Fault.CHECK_DIGIT;
	}

	private static @Nullable LocalDate date(String number) {
		try {
			return LocalDate.of(Integer.parseInt(number, 6, 10, 10), Integer.parseInt(number, 10, 12, 10),
					Integer.parseInt(number, 12, 14, 10));
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static char checkDigit(String number) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += (number.charAt(i) - '0') * WEIGHTS[i];
		}
		return "10X98765432".charAt(sum % 11);
	}

	/**
	 * The birth date that the number holds.
	 * @return a date that exists
	 */
	public LocalDate birth() {
		return java.util.Objects.requireNonNull(date(this.number));
	}

	@Override
	public String toString() {
		return Typed.masked(this.number, 3);
	}

}
