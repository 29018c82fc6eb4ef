package app.resim.kernel;

import java.io.Serializable;

/**
 * The identifier of a profile or card: 19 digits, sometimes 20 (ITU-T E.118, SGP.22
 * 6.5.2). Nineteen digits with or without a trailing {@code F} name the same profile; it
 * is kept without.
 *
 * @param iccid 19 or 20 digits, without padding
 */
public record Iccid(String iccid) implements Serializable {

	public Iccid {
		if (!iccid.matches("[0-9]{19,20}")) {
			throw new IllegalArgumentException("Not an ICCID");
		}
	}

	/**
	 * Reads an ICCID as SM-DP+ servers write it.
	 * @param text 19 digits, optionally followed by a digit or {@code F}
	 * @return the ICCID
	 * @throws IllegalArgumentException if it is none
	 */
	public static Iccid of(String text) {
		return new Iccid(text.length() == 20 && text.endsWith("F") ? text.substring(0, 19) : text);
	}

	/**
	 * Whether the last digit is a Luhn digit over the others. Not every real ICCID has
	 * one, so this is a warning at most.
	 * @return true if the digit fits
	 */
	public boolean hasCheckDigit() {
		return Digits.luhn(this.iccid);
	}

	@Override
	public String toString() {
		return Digits.masked(this.iccid, 4);
	}

}
