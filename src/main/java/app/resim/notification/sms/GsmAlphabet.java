package app.resim.notification.sms;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and
 * 6.2.1.1), one septet in each octet, as message centres take it.
 */
final class GsmAlphabet {

	private static final byte ESCAPE = 0x1b;

	/** In the order of their septets; the place of the escape is held by a space. */
	private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
			+ "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

	private static final Map<Character, Integer> EXTENSION = Map.of('\f', 0x0a, '^', 0x14, '{', 0x28, '}', 0x29, '\\',
			0x2f, '[', 0x3c, '~', 0x3d, ']', 0x3e, '|', 0x40, '€', 0x65);

	private static final Map<Integer, byte[]> SEPTETS = septets();

	private GsmAlphabet() {
	}

	/**
	 * Looks a character up.
	 * @param codePoint the character
	 * @return its one or two septets, or empty if the alphabet lacks it
	 */
	static Optional<byte[]> septets(int codePoint) {
		return Optional.ofNullable(SEPTETS.get(codePoint));
	}

	/**
	 * Whether everything can be written in it.
	 * @param text any text
	 * @return true if no character is missing
	 */
	static boolean writes(String text) {
		return text.codePoints().allMatch(SEPTETS::containsKey);
	}

	private static Map<Integer, byte[]> septets() {
		var septets = new HashMap<Integer, byte[]>();
		for (byte septet = 0; septet < BASIC.length() && septet >= 0; septet++) {
			if (septet != ESCAPE) {
				septets.put((int) BASIC.charAt(septet), new byte[] { septet });
			}
		}
		EXTENSION.forEach((letter, septet) -> septets.put((int) letter, new byte[] { ESCAPE, septet.byteValue() }));
		return Map.copyOf(septets);
	}

}
