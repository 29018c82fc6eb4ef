package app.resim.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public half of a key that signs, Ed25519. It may be shown to everybody.
 */
public final class PublicKey {

	/** What comes before the 32 bytes of the key in X.509 (RFC 8410). */
	private static final byte[] HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

	private static final int LENGTH = 32;

	private static final Pattern PEM = Pattern
		.compile("-----BEGIN PUBLIC KEY-----\\s+([A-Za-z0-9+/=\\s]+?)\\s+-----END PUBLIC KEY-----");

	private final byte[] key;

	PublicKey(byte[] key) {
		if (key.length != LENGTH) {
			throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
		}
		this.key = key.clone();
	}

	/**
	 * Reads keys from a text in PEM; whatever stands between them is skipped.
	 * @param text one or more keys
	 * @return the keys in their order; none if there is no Ed25519 key
	 */
	public static List<PublicKey> read(String text) {
		List<PublicKey> keys = new ArrayList<>();
		Matcher block = PEM.matcher(text);
		while (block.find()) {
			byte[] all;
			try {
				all = Base64.getMimeDecoder().decode(block.group(1));
			}
			catch (IllegalArgumentException ex) {
				continue;
			}
			if (all.length == HEAD.length + LENGTH && Arrays.equals(Arrays.copyOf(all, HEAD.length), HEAD)) {
				keys.add(new PublicKey(Arrays.copyOfRange(all, HEAD.length, all.length)));
			}
		}
		return keys;
	}

	/**
	 * The key as text.
	 * @return PEM, ends with a line break
	 */
	public String pem() {
		return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(encoded())
				+ "\n-----END PUBLIC KEY-----\n";
	}

	/**
	 * Names the key.
	 * @return the first 16 hexadecimal digits of the SHA-256 of its X.509 form
	 */
	public String id() {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded()), 0, 8);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Whether this key made the signature. */
	boolean made(byte[] signature, byte[] text) {
		try {
			Signature check = Signature.getInstance("Ed25519");
			check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded())));
			check.update(text);
			return check.verify(signature);
		}
		catch (GeneralSecurityException ex) {
			return false;
		}
	}

	private byte[] encoded() {
		byte[] all = Arrays.copyOf(HEAD, HEAD.length + LENGTH);
		System.arraycopy(this.key, 0, all, HEAD.length, LENGTH);
		return all;
	}

}
