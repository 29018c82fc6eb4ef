package app.resim.kernel;

import java.io.Serializable;

/**
 * The identifier of an eUICC: 32 digits with ISO 7064 mod 97-10 check digits (SGP.02
 * 2.2.2, SGP.29). It need not start with 89.
 *
 * @param eid 32 digits
 */
public record Eid(String eid) implements Serializable {

	private static final int LENGTH = 32;

	public Eid {
		if (eid.length() != LENGTH || !Digits.only(eid) || !Digits.mod97(eid)) {
			throw new IllegalArgumentException("Not an EID");
		}
	}

	/**
	 * Reads what a person typed or pasted; separators and digits of other scripts are
	 * understood.
	 * @param input as typed
	 * @return the EID, or what is wrong
	 */
	public static Reading<Eid> read(String input) {
		String digits = Digits.clean(input);
		if (digits.isEmpty()) {
			return new Reading.Unreadable<>(Reading.Fault.EMPTY, 0);
		}
		if (!Digits.only(digits)) {
			return new Reading.Unreadable<>(Reading.Fault.NOT_DIGITS, digits.length());
		}
		if (digits.length() != LENGTH) {
			return new Reading.Unreadable<>(Reading.Fault.LENGTH, digits.length());
		}
		if (!Digits.mod97(digits)) {
			return new Reading.Unreadable<>(Reading.Fault.CHECK_DIGITS, digits.length());
		}
		return new Reading.Read<>(new Eid(digits));
	}

	/**
	 * The last four digits, for people to recognise it by.
	 * @return four digits
	 */
	public String ending() {
		return this.eid.substring(LENGTH - 4);
	}

	@Override
	public String toString() {
		return Digits.masked(this.eid, 4);
	}

}
