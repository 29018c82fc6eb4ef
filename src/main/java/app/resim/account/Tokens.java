package app.resim.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Random texts that open something to whoever has them, as a cookie or in an address, and
 * what is kept of them here.
 */
public final class Tokens {

	private static final int BYTES = 32;

	private Tokens() {
	}

	/**
	 * Draws one of 256 random bits.
	 * @param chance of the secure kind
	 * @return 43 letters, digits, hyphens and underscores
	 */
	public static String draw(RandomGenerator chance) {
		byte[] bits = new byte[BYTES];
		chance.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	/**
	 * What is kept of one: whoever reads the table cannot make it from that.
	 * @param token as drawn, or as somebody shows it
	 * @return 64 hexadecimal digits
	 */
	public static String mark(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
