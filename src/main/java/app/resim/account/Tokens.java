package app.resim.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Random texts that browsers keep in a cookie, and what is kept of them here.
 */
final class Tokens {

	private static final int BYTES = 32;

	private Tokens() {
	}

	/** 43 letters, digits, hyphens and underscores, of 256 random bits. */
	static String draw(RandomGenerator chance) {
		byte[] bits = new byte[BYTES];
		chance.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

	/** Whoever reads the table cannot make the cookie from it. */
	static String mark(String token) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
