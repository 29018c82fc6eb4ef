package app.resim.request;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A line as a receipt names it: whoever knows the number can see that it is meant, and
 * whoever does not know it needs long to find it out.
 *
 * @param endsIn its last two digits
 * @param salt 32 hexadecimal digits, drawn for each receipt
 * @param mark PBKDF2 with HMAC-SHA-256 over the number in E.164, 64 hexadecimal digits
 */
record LineMark(String endsIn, String salt, String mark) {

	/** So that trying all numbers of a country takes years and not minutes. */
	static final int ROUNDS = 600_000;

	private static final int SALT = 16;

	private static final int BITS = 256;

	static LineMark of(String e164, RandomGenerator chance) {
		byte[] salt = new byte[SALT];
		chance.nextBytes(salt);
		return new LineMark(e164.substring(e164.length() - 2), HexFormat.of().formatHex(salt), mark(e164, salt));
	}

	/** Whether this is the number. */
	boolean means(String e164) {
		return this.mark.equals(mark(e164, HexFormat.of().parseHex(this.salt)));
	}

	private static String mark(String e164, byte[] salt) {
		try {
			byte[] mark = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
				.generateSecret(new PBEKeySpec(e164.toCharArray(), salt, ROUNDS, BITS))
				.getEncoded();
			return HexFormat.of().formatHex(mark);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return "LineMark[••" + this.endsIn + "]";
	}

}
