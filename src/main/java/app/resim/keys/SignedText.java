package app.resim.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text, the name of the key that signed it, and the signature. There is one spelling
 * only: a file with one byte that is another is another text, or none.
 */
public final class SignedText {

	private static final Pattern FORM = Pattern
		.compile("(?s)(.*\\n)key ([0-9a-f]{16})\\nsignature ([A-Za-z0-9+/]{86}==)\\n");

	private final String text;

	private final String key;

	private final byte[] signature;

	SignedText(String text, String key, byte[] signature) {
		this.text = text;
		this.key = key;
		this.signature = signature.clone();
	}

	/**
	 * Reads a file.
	 * @param file its bytes
	 * @return empty if it is no signed text
	 */
	public static Optional<SignedText> read(byte[] file) {
		String all = new String(file, StandardCharsets.UTF_8);
		Matcher parts = FORM.matcher(all);
		if (!parts.matches()) {
			return Optional.empty();
		}
		var read = new SignedText(parts.group(1), parts.group(2), Base64.getDecoder().decode(parts.group(3)));
		// bits that no byte needs, or bytes that are no UTF-8, would be a second spelling
		return Arrays.equals(read.file(), file) ? Optional.of(read) : Optional.empty();
	}

	/**
	 * The whole file.
	 * @return UTF-8
	 */
	public byte[] file() {
		return bytes(this.text + "key " + this.key + "\nsignature " + Base64.getEncoder().encodeToString(this.signature)
				+ "\n");
	}

	/**
	 * What was signed, and nothing else.
	 * @return the text
	 */
	public String text() {
		return this.text;
	}

	/**
	 * Compares it with keys that somebody trusts.
	 * @param trusted the keys
	 * @return what was found
	 */
	public Check check(List<PublicKey> trusted) {
		return trusted.stream()
			.filter(known -> known.id().equals(this.key))
			.findFirst()
			.map(known -> known.made(this.signature, bytes(this.text)) ? Check.GENUINE : Check.CHANGED)
			.orElse(Check.OTHER_KEY);
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** What comparing found. */
	public enum Check {

		/** The key signed exactly this. */
		GENUINE,
		/** It names a key that is trusted, and that key did not sign this. */
		CHANGED,
		/** None of the trusted keys is the one that it names. */
		OTHER_KEY

	}

}
