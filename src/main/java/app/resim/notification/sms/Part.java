package app.resim.notification.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What one {@code submit_sm} carries: a whole short text, or a part of a longer one that
 * the phone puts together again (3GPP TS 23.040, 9.2.3.24.1).
 *
 * @param coding {@code data_coding} of SMPP v3.4, 5.2.19
 * @param headed whether the octets begin with a user data header
 * @param octets the {@code short_message}, at most 159
 */
record Part(byte coding, boolean headed, byte[] octets) {

	/** More cannot be counted in one octet. */
	static final int MOST = 255;

	private static final byte DEFAULT_ALPHABET = 0;

	private static final byte UCS2 = 8;

	/** Septets for one message, and for a part with its header of seven. */
	private static final int SEPTETS = 160;

	private static final int SEPTETS_OF_A_PART = 153;

	/** Octets: 70 characters, and 67 beside the header of six octets. */
	private static final int OCTETS = 140;

	private static final int OCTETS_OF_A_PART = 134;

	/**
	 * Writes a text in as few parts as possible, in the default alphabet if it has every
	 * character. What belongs together, a character and its escape or the two halves of a
	 * surrogate pair, is never cut.
	 * @param text the text
	 * @param reference tells the parts of this text from those of others; eight bits
	 * count
	 * @return one part or more, in their order
	 */
	static List<Part> of(String text, int reference) {
		if (GsmAlphabet.writes(text)) {
			return of(DEFAULT_ALPHABET, text, point -> GsmAlphabet.septets(point).orElseThrow(), SEPTETS,
					SEPTETS_OF_A_PART, reference);
		}
		return of(UCS2, text, point -> Character.toString(point).getBytes(StandardCharsets.UTF_16BE), OCTETS,
				OCTETS_OF_A_PART, reference);
	}

	private static List<Part> of(byte coding, String text, IntFunction<byte[]> written, int alone, int besideAHeader,
			int reference) {
		List<byte[]> characters = text.codePoints().mapToObj(written).toList();
		List<byte[]> whole = packed(characters, alone);
		if (whole.size() == 1) {
			return List.of(new Part(coding, false, whole.getFirst()));
		}
		List<byte[]> pieces = packed(characters, besideAHeader);
		var parts = new ArrayList<Part>();
		for (byte[] piece : pieces) {
			parts.add(new Part(coding, true, headed(piece, reference, pieces.size(), parts.size() + 1)));
		}
		return List.copyOf(parts);
	}

	private static List<byte[]> packed(List<byte[]> characters, int room) {
		var pieces = new ArrayList<byte[]>();
		var piece = new ByteArrayOutputStream();
		for (byte[] character : characters) {
			if (piece.size() + character.length > room) {
				pieces.add(piece.toByteArray());
				piece.reset();
			}
			piece.writeBytes(character);
		}
		pieces.add(piece.toByteArray());
		return pieces;
	}

	private static byte[] headed(byte[] piece, int reference, int of, int number) {
		var octets = new ByteArrayOutputStream();
		octets.writeBytes(new byte[] { 5, 0, 3, (byte) reference, (byte) of, (byte) number });
		octets.writeBytes(piece);
		return octets.toByteArray();
	}

	@Override
	public String toString() {
		return "Part[•••]";
	}

}
