package app.resim.identity.number;

import org.jspecify.annotations.Nullable;

/**
 * The number of a Russian internal passport: four digits of the series and six of the
 * number. It has no check digit.
 *
 * @param number ten digits
 */
public record RussianPassportNumber(String number) {

	private static final int LENGTH = 10;

	public RussianPassportNumber {
		if (fault(number) != null) {
			throw new IllegalArgumentException("Not a Russian passport number");
		}
	}

	/**
	 * Reads what a person typed.
	 * @param input as typed
	 * @return the number, or what is wrong
	 */
	public static TypedNumber<RussianPassportNumber> read(String input) {
		String number = Typed.plain(input);
		TypedNumber.Fault fault = fault(number);
		return (fault == null) ? new TypedNumber.Read<>(new RussianPassportNumber(number))
				: new TypedNumber.Unreadable<>(fault);
	}

	private static TypedNumber.@Nullable Fault fault(String number) {
		if (number.isEmpty()) {
			return TypedNumber.Fault.EMPTY;
		}
		if (!number.matches("[0-9]+")) {
			return TypedNumber.Fault.CHARACTERS;
		}
		return (number.length() == LENGTH) ? null : TypedNumber.Fault.LENGTH;
	}

	@Override
	public String toString() {
		return Typed.masked(this.number, 3);
	}

}
