package app.resim.identity.likeness;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import app.resim.identity.quality.Grey;

/**
 * What a picture looks like from afar, in 256 bits: which of its coarse waves (a cosine
 * transform of 64 by 64 points) are stronger than the middle one. Copies that were
 * scaled, brightened or saved anew differ in few bits.
 *
 * @param first bits 0 to 63
 * @param second bits 64 to 127
 * @param third bits 128 to 191
 * @param fourth bits 192 to 255
 */
public record Likeness(long first, long second, long third, long fourth) {

	/**
	 * Up to here two pictures are taken for one. Measured: copies differ in up to 36
	 * bits, different documents in 82 and more.
	 */
	public static final int NEAR = 40;

	private static final int SIDE = 64;

	private static final int WAVES = 16;

	private static final int BANDS = 32;

	private static final int BAND_BITS = 16;

	/** Below, a picture is a plain surface that looks like any other. */
	private static final double LEAST_CONTRAST = 4;

	/** Which bits make up each band. Stored bands depend on it: never to be changed. */
	private static final int[][] BITS = bits();

	private static final double[][] COSINES = cosines();

	/**
	 * Looks at a picture.
	 * @param picture upright
	 * @return its likeness; empty if there is hardly anything on it
	 */
	public static Optional<Likeness> of(BufferedImage picture) {
		if (picture.getWidth() < SIDE || picture.getHeight() < SIDE) {
			return Optional.empty();
		}
		Grey grey = Grey.of(picture, SIDE, SIDE);
		return (contrast(grey) < LEAST_CONTRAST) ? Optional.empty() : Optional.of(of(waves(grey)));
	}

	/**
	 * Reads what {@link #text} wrote.
	 * @param text 64 hexadecimal digits
	 * @return the likeness
	 */
	public static Likeness parse(String text) {
		long[] words = IntStream.range(0, 4)
			.mapToLong(word -> Long.parseUnsignedLong(text.substring(16 * word, 16 * word + 16), 16))
			.toArray();
		return new Likeness(words[0], words[1], words[2], words[3]);
	}

	public String text() {
		return "%016x%016x%016x%016x".formatted(this.first, this.second, this.third, this.fourth);
	}

	/**
	 * In how many bits two pictures differ.
	 * @param other another picture
	 * @return nought to 256
	 */
	public int distance(Likeness other) {
		return Long.bitCount(this.first ^ other.first) + Long.bitCount(this.second ^ other.second)
				+ Long.bitCount(this.third ^ other.third) + Long.bitCount(this.fourth ^ other.fourth);
	}

	public boolean isNear(Likeness other) {
		return distance(other) <= NEAR;
	}

	/**
	 * Thirty-two numbers, each of sixteen bits. Near pictures have one in common nearly
	 * always, others hardly ever, so that an index finds the few worth comparing.
	 * @return each with its place in the upper bits
	 */
	public List<Integer> bands() {
		long[] words = { this.first, this.second, this.third, this.fourth };
		return IntStream.range(0, BANDS).mapToObj(band -> (band << BAND_BITS) | band(words, BITS[band])).toList();
	}

	private static int band(long[] words, int[] bits) {
		int band = 0;
		for (int bit : bits) {
			band = (band << 1) | (int) ((words[bit / 64] >>> (bit % 64)) & 1);
		}
		return band;
	}

	private static double contrast(Grey grey) {
		double sum = 0;
		double squares = 0;
		for (int y = 0; y < SIDE; y++) {
			for (int x = 0; x < SIDE; x++) {
				sum += grey.at(x, y);
				squares += (double) grey.at(x, y) * grey.at(x, y);
			}
		}
		double count = SIDE * SIDE;
		return Math.sqrt(Math.max(0, squares / count - (sum / count) * (sum / count)));
	}

	/** The 256 slowest waves but the mean. */
	private static double[] waves(Grey grey) {
		double[][] rows = new double[SIDE][WAVES + 1];
		for (int y = 0; y < SIDE; y++) {
			for (int wave = 0; wave <= WAVES; wave++) {
				for (int x = 0; x < SIDE; x++) {
					rows[y][wave] += grey.at(x, y) * COSINES[wave][x];
				}
			}
		}
		double[] waves = new double[WAVES * WAVES];
		for (int down = 1; down <= WAVES; down++) {
			for (int across = 1; across <= WAVES; across++) {
				int wave = (down - 1) * WAVES + across - 1;
				for (int y = 0; y < SIDE; y++) {
					waves[wave] += rows[y][across] * COSINES[down][y];
				}
			}
		}
		return waves;
	}

	private static Likeness of(double[] waves) {
		double[] sorted = waves.clone();
		Arrays.sort(sorted);
		double middle = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
		long[] words = new long[4];
		for (int bit = 0; bit < waves.length; bit++) {
			if (waves[bit] > middle) {
				words[bit / 64] |= 1L << (bit % 64);
			}
		}
		return new Likeness(words[0], words[1], words[2], words[3]);
	}

	/** A fixed sequence, whose algorithm Java promises to keep. */
	private static int[][] bits() {
		var sequence = new Random(256);
		int[][] bits = new int[BANDS][];
		for (int band = 0; band < BANDS; band++) {
			bits[band] = sequence.ints(0, WAVES * WAVES).distinct().limit(BAND_BITS).toArray();
		}
		return bits;
	}

	private static double[][] cosines() {
		double[][] cosines = new double[WAVES + 1][SIDE];
		for (int wave = 0; wave <= WAVES; wave++) {
			for (int at = 0; at < SIDE; at++) {
				cosines[wave][at] = Math.cos(Math.PI * wave * (2 * at + 1) / (2.0 * SIDE));
			}
		}
		return cosines;
	}

	/** Says nothing about the picture. */
	@Override
	public String toString() {
		return "Likeness";
	}

}
