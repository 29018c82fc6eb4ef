package app.resim.identity.quality;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture's brightness, shrunk by averaging, so that measures do not depend on how many
 * pixels a camera has.
 */
public final class Grey {

	private final int width;

	private final int height;

	private final byte[] light;

	private Grey(int width, int height, byte[] light) {
		this.width = width;
		this.height = height;
		this.light = light;
	}

	/**
	 * Shrinks a picture until its long edge fits.
	 * @param picture in colour or not
	 * @param longEdge the most pixels of the long edge; smaller pictures stay as they are
	 * @return its brightness
	 */
	public static Grey of(BufferedImage picture, int longEdge) {
		double factor = Math.min(1, (double) longEdge / Math.max(picture.getWidth(), picture.getHeight()));
		return of(picture, scaled(picture.getWidth(), factor), scaled(picture.getHeight(), factor));
	}

	/**
	 * Squeezes a picture into a size, whatever its shape.
	 * @param picture in colour or not
	 * @param width at most that of the picture
	 * @param height at most that of the picture
	 * @return its brightness
	 */
	public static Grey of(BufferedImage picture, int width, int height) {
		byte[] light = new byte[width * height];
		int[] columns = columns(picture.getWidth(), width);
		long[] sums = new long[width];
		int[] counts = new int[width];
		int[] line = new int[picture.getWidth()];
		for (int y = 0; y < height; y++) {
			int from = (int) ((long) y * picture.getHeight() / height);
			int to = (int) ((y + 1L) * picture.getHeight() / height);
			Arrays.fill(sums, 0);
			Arrays.fill(counts, 0);
			for (int row = from; row < to; row++) {
				read(picture, row, line);
				for (int x = 0; x < line.length; x++) {
					sums[columns[x]] += light(line[x]);
					counts[columns[x]]++;
				}
			}
			for (int x = 0; x < width; x++) {
				light[y * width + x] = (byte) (sums[x] / 1000 / Math.max(1, counts[x]));
			}
		}
		return new Grey(width, height, light);
	}

	/**
	 * Straight from memory where it can be: asking for each colour takes ten times as
	 * long.
	 */
	private static void read(BufferedImage picture, int row, int[] line) {
		if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
			picture.getRaster().getDataElements(0, row, line.length, 1, line);
		}
		else {
			picture.getRGB(0, row, line.length, 1, line, 0, line.length);
		}
	}

	private static int scaled(int edge, double factor) {
		return Math.max(1, (int) Math.round(edge * factor));
	}

	/** Into which column of the small picture each one of the big picture falls. */
	private static int[] columns(int big, int small) {
		int[] columns = new int[big];
		for (int column = 0; column < small; column++) {
			int to = (int) ((column + 1L) * big / small);
			for (int x = (int) ((long) column * big / small); x < to; x++) {
				columns[x] = column;
			}
		}
		return columns;
	}

	/** In thousandths. */
	private static int light(int rgb) {
		return 299 * ((rgb >> 16) & 0xFF) + 587 * ((rgb >> 8) & 0xFF) + 114 * (rgb & 0xFF);
	}

	public int width() {
		return this.width;
	}

	public int height() {
		return this.height;
	}

	/**
	 * The brightness of a point.
	 * @param x from the left
	 * @param y from the top
	 * @return nought is black, 255 is white
	 */
	public int at(int x, int y) {
		return this.light[y * this.width + x] & 0xFF;
	}

	/**
	 * All of it.
	 * @return row by row; a copy
	 */
	public byte[] bytes() {
		return this.light.clone();
	}

}
