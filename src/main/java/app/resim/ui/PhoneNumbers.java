package app.resim.ui;

import app.resim.kernel.Msisdn;

/**
 * Phone numbers inside sentences.
 */
public final class PhoneNumbers {

	private PhoneNumbers() {
	}

	/**
	 * A number whose spaces do not break, for its owner or for the public.
	 * @param e164 for example {@code +85255500100}
	 * @return for example {@code +852 5550 0100}, with spaces that keep it on one line
	 */
	public static String spaced(String e164) {
		return new Msisdn(e164).spaced().replace(' ', '\u00a0');
	}

}
