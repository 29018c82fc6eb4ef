package app.resim.kernel;

import java.io.Serializable;

/**
 * The identifier of a phone: 15 digits, the last a Luhn check digit (3GPP TS 23.003,
 * 6.2.1).
 *
 * @param imei 15 digits
 */
public record Imei(String imei) implements Serializable {

	private static final int LENGTH = 15;

	private static final int IMEISV_LENGTH = 16;

	private static final int TAC_LENGTH = 8;

	public Imei {
		if (imei.length() != LENGTH || !Digits.only(imei) || !Digits.luhn(imei)) {
			throw new IllegalArgumentException("Not an IMEI");
		}
	}

	/**
	 * Reads what a person typed or pasted; separators and digits of other scripts are
	 * understood, and sixteen digits are recognised as an IMEISV.
	 * @param input as typed
	 * @return the IMEI, or what is wrong
	 */
	public static Reading<Imei> read(String input) {
		String digits = Digits.clean(input);
		if (digits.isEmpty()) {
			return new Reading.Unreadable<>(Reading.Fault.EMPTY, 0);
		}
		if (!Digits.only(digits)) {
			return new Reading.Unreadable<>(Reading.Fault.NOT_DIGITS, digits.length());
		}
		if (digits.length() == IMEISV_LENGTH) {
			return new Reading.Unreadable<>(Reading.Fault.IMEISV, digits.length());
		}
		if (digits.length() != LENGTH) {
			return new Reading.Unreadable<>(Reading.Fault.LENGTH, digits.length());
		}
		if (!Digits.luhn(digits)) {
			return new Reading.Unreadable<>(Reading.Fault.CHECK_DIGITS, digits.length());
		}
		return new Reading.Read<>(new Imei(digits));
	}

	/**
	 * The Type Allocation Code, which names the model.
	 * @return the first eight digits
	 */
	public String tac() {
		return this.imei.substring(0, TAC_LENGTH);
	}

	@Override
	public String toString() {
		return Digits.masked(this.imei, 4);
	}

}
