package app.resim.notification.sms;

import java.util.Map;

/**
 * The table of 3GPP TS 23.038 as a phone reads it: rows of sixteen, as they are printed
 * there.
 */
final class Septets {

	static final String[] ROWS = { "@£$¥èéùìòÇ\nØø\rÅå", "Δ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ", " !\"#¤%&'()*+,-./",
			"0123456789:;<=>?", "¡ABCDEFGHIJKLMNO", "PQRSTUVWXYZÄÖÑÜ§", "¿abcdefghijklmno", "pqrstuvwxyzäöñüà" };

	static final Map<Integer, Character> EXTENSION = Map.of(0x0a, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2f, '\\',
			0x3c, '[', 0x3d, '~', 0x3e, ']', 0x40, '|', 0x65, '€');

	private Septets() {
	}

	static String read(byte[] septets) {
		var text = new StringBuilder();
		for (int at = 0; at < septets.length; at++) {
			if (septets[at] == 0x1b) {
				at++;
				text.append(EXTENSION.get((int) septets[at]));
			}
			else {
				text.append(ROWS[septets[at] >> 4].charAt(septets[at] & 0xf));
			}
		}
		return text.toString();
	}

}
