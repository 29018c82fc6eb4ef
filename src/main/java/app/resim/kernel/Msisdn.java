package app.resim.kernel;

import java.io.Serializable;
import java.util.Optional;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/**
 * A phone number in E.164: {@code +}, country code and number, at most 15 digits.
 *
 * @param e164 for example {@code +85255500142}
 */
public record Msisdn(String e164) implements Serializable {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	public Msisdn {
		if (!e164.matches("\\+[1-9][0-9]{4,14}")) {
			throw new IllegalArgumentException("Not an E.164 number");
		}
	}

	/**
	 * Reads what a person typed.
	 * @param input with or without country code, in any usual spelling
	 * @param region the ISO 3166 country assumed where no country code was typed
	 * @return the number, or empty if it can be none
	 */
	public static Optional<Msisdn> read(String input, String region) {
		if (input.length() > Digits.LONGEST_INPUT) {
			return Optional.empty();
		}
		try {
			var number = NUMBERS.parse(input.strip(), region);
			return NUMBERS.isPossibleNumber(number)
					? Optional.of(new Msisdn(NUMBERS.format(number, PhoneNumberFormat.E164))) : Optional.empty();
		}
		catch (NumberParseException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The number as it is printed for its owner.
	 * @return for example {@code +852 5550 0142}
	 */
	public String spaced() {
		try {
			return NUMBERS.format(NUMBERS.parse(this.e164, null), PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return this.e164;
		}
	}

	/**
	 * As much as a message may tell that others could read.
	 * @return the last two digits
	 */
	public String lastTwo() {
		return this.e164.substring(this.e164.length() - 2);
	}

	/**
	 * The number as it is printed for anybody else.
	 * @return only the last two digits
	 */
	public String masked() {
		return Digits.masked(this.e164, 2);
	}

	@Override
	public String toString() {
		return masked();
	}

}
