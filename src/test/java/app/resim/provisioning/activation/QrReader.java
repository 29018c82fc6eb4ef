package app.resim.provisioning.activation;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an undamaged, upright QR symbol of level M straight from ISO/IEC 18004, without
 * error correction and without any line of the library that wrote it.
 */
final class QrReader {

	private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

	private static final int FORMAT_MASK = 0x5412;

	/** Check bytes a block, then the data bytes of each block, for versions 1 to 13. */
	private static final int[][] BLOCKS = { { 10, 16 }, { 16, 28 }, { 26, 44 }, { 18, 32, 32 }, { 24, 43, 43 },
			{ 16, 27, 27, 27, 27 }, { 18, 31, 31, 31, 31 }, { 22, 38, 38, 39, 39 }, { 22, 36, 36, 36, 37, 37 },
			{ 26, 43, 43, 43, 43, 44 }, { 30, 50, 51, 51, 51, 51 }, { 22, 36, 36, 36, 36, 36, 36, 37, 37 },
			{ 22, 37, 37, 37, 37, 37, 37, 37, 37, 38 } };

	/** Centres of the alignment patterns beyond the first at 6. */
	private static final int[][] CENTRES = { {}, { 18 }, { 22 }, { 26 }, { 30 }, { 34 }, { 22, 38 }, { 24, 42 },
			{ 26, 46 }, { 28, 50 }, { 30, 54 }, { 32, 58 }, { 34, 62 } };

	private final boolean[][] dark;

	private final int size;

	private final int version;

	private int position;

	private byte[] data = new byte[0];

	private QrReader(boolean[][] dark) {
		this.dark = dark;
		this.size = dark.length;
		this.version = (this.size - 17) / 4;
	}

	/**
	 * Takes one pixel from the middle of each module.
	 * @param picture the picture
	 * @param scale pixels a module
	 * @param quietZone light modules around
	 * @return the reader
	 */
	static QrReader of(BufferedImage picture, int scale, int quietZone) {
		int size = picture.getWidth() / scale - 2 * quietZone;
		var modules = new boolean[size][size];
		for (int row = 0; row < size; row++) {
			for (int column = 0; column < size; column++) {
				modules[row][column] = (picture.getRGB((column + quietZone) * scale + scale / 2,
						(row + quietZone) * scale + scale / 2) & 0xff) < 0x80;
			}
		}
		return new QrReader(modules);
	}

	int version() {
		return this.version;
	}

	/** Two bits: L 1, M 0, Q 3, H 2. */
	int level() {
		return format() >> 13;
	}

	String text() {
		this.data = data(codewords((format() >> 10) & 7));
		this.position = 0;
		var text = new StringBuilder();
		while (this.position + 4 <= this.data.length * 8) {
			int mode = bits(4);
			if (mode == 0) {
				break;
			}
			switch (mode) {
				case 1 -> numeric(text);
				case 2 -> alphanumeric(text);
				case 4 -> bytes(text);
				default -> throw new AssertionError("Mode " + mode + " has no place in an activation code");
			}
		}
		return text.toString();
	}

	private int format() {
		int bits = 0;
		for (int i = 0; i < 15; i++) {
			bits = bits << 1 | (formatBit(i) ? 1 : 0);
		}
		return bits ^ FORMAT_MASK;
	}

	private boolean formatBit(int i) {
		if (i < 8) {
			return this.dark[8][(i < 6) ? i : i + 1];
		}
		return this.dark[(i == 8) ? 7 : 14 - i][8];
	}

	private byte[] codewords(int mask) {
		var bytes = new ArrayList<Integer>();
		int bits = 0;
		int count = 0;
		boolean up = true;
		for (int right = this.size - 1; right > 0; right -= 2) {
			if (right == 6) {
				right--;
			}
			for (int i = 0; i < this.size; i++) {
				int row = up ? this.size - 1 - i : i;
				for (int column = right; column > right - 2; column--) {
					if (!function(row, column)) {
						bits = bits << 1 | ((this.dark[row][column] ^ masked(mask, row, column)) ? 1 : 0);
						count++;
						if (count % 8 == 0) {
							bytes.add(bits & 0xff);
						}
					}
				}
			}
			up = !up;
		}
		var words = new byte[bytes.size()];
		for (int i = 0; i < words.length; i++) {
			words[i] = bytes.get(i).byteValue();
		}
		return words;
	}

	private boolean function(int row, int column) {
		boolean finder = row < 9 && column < 9 || row < 9 && column >= this.size - 8
				|| row >= this.size - 8 && column < 9;
		boolean versionInformation = this.version >= 7
				&& (row < 6 && column >= this.size - 11 || column < 6 && row >= this.size - 11);
		return finder || versionInformation || row == 6 || column == 6 || alignment(row, column);
	}

	private boolean alignment(int row, int column) {
		var centres = new ArrayList<>(List.of(6));
		for (int centre : CENTRES[this.version - 1]) {
			centres.add(centre);
		}
		int last = centres.getLast();
		for (int y : centres) {
			for (int x : centres) {
				boolean corner = y == 6 && x == 6 || y == 6 && x == last || y == last && x == 6;
				if (!corner && Math.abs(row - y) <= 2 && Math.abs(column - x) <= 2) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean masked(int mask, int i, int j) {
		return switch (mask) {
			case 0 -> (i + j) % 2 == 0;
			case 1 -> i % 2 == 0;
			case 2 -> j % 3 == 0;
			case 3 -> (i + j) % 3 == 0;
			case 4 -> (i / 2 + j / 3) % 2 == 0;
			case 5 -> i * j % 2 + i * j % 3 == 0;
			case 6 -> (i * j % 2 + i * j % 3) % 2 == 0;
			default -> ((i + j) % 2 + i * j % 3) % 2 == 0;
		};
	}

	private byte[] data(byte[] codewords) {
		int[] blocks = BLOCKS[this.version - 1];
		int longest = blocks[blocks.length - 1];
		var data = new byte[blocks.length - 1][];
		int total = 0;
		for (int b = 1; b < blocks.length; b++) {
			data[b - 1] = new byte[blocks[b]];
			total += blocks[b];
		}
		int next = 0;
		for (int i = 0; i < longest; i++) {
			for (byte[] block : data) {
				if (i < block.length) {
					block[i] = codewords[next++];
				}
			}
		}
		var all = new byte[total];
		int at = 0;
		for (byte[] block : data) {
			System.arraycopy(block, 0, all, at, block.length);
			at += block.length;
		}
		return all;
	}

	private int bits(int count) {
		int bits = 0;
		for (int i = 0; i < count; i++, this.position++) {
			bits = bits << 1 | (this.data[this.position / 8] >> (7 - this.position % 8) & 1);
		}
		return bits;
	}

	private void numeric(StringBuilder text) {
		int count = bits((this.version < 10) ? 10 : 12);
		for (; count >= 3; count -= 3) {
			text.append("%03d".formatted(bits(10)));
		}
		if (count > 0) {
			text.append(("%0" + count + "d").formatted(bits((count == 2) ? 7 : 4)));
		}
	}

	private void alphanumeric(StringBuilder text) {
		int count = bits((this.version < 10) ? 9 : 11);
		for (; count >= 2; count -= 2) {
			int pair = bits(11);
			text.append(ALPHANUMERIC.charAt(pair / 45)).append(ALPHANUMERIC.charAt(pair % 45));
		}
		if (count == 1) {
			text.append(ALPHANUMERIC.charAt(bits(6)));
		}
	}

	private void bytes(StringBuilder text) {
		var bytes = new byte[bits((this.version < 10) ? 8 : 16)];
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) bits(8);
		}
		text.append(new String(bytes, StandardCharsets.ISO_8859_1));
	}

}
