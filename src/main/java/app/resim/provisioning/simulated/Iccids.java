package app.resim.provisioning.simulated;

import java.util.random.RandomGenerator;

import app.resim.kernel.Iccid;

/**
 * Invented ICCIDs: 89, country code 852, issuer 00, twelve digits of which the last is a
 * Luhn digit.
 */
final class Iccids {

	static final String PREFIX = "8985200";

	private static final int DRAWN = 11;

	private Iccids() {
	}

	static Iccid draw(RandomGenerator chance) {
		var body = new StringBuilder(PREFIX);
		for (int i = 0; i < DRAWN; i++) {
			body.append(chance.nextInt(10));
		}
		for (char digit = '0'; digit < '9'; digit++) {
			var iccid = new Iccid(body.toString() + digit);
			if (iccid.hasCheckDigit()) {
				return iccid;
			}
		}
		return new Iccid(body + "9");
	}

	static boolean ours(Iccid iccid) {
		return iccid.iccid().startsWith(PREFIX) && iccid.hasCheckDigit();
	}

}
