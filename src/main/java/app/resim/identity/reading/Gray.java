package app.resim.identity.reading;

import java.awt.image.BufferedImage;

/**
 * A picture in shades of grey, 0 black to 255 white.
 *
 * @param width in pixels
 * @param height in pixels
 * @param pixels row by row
 */
record Gray(int width, int height, float[] pixels) {

	/** A smaller range of shades is stretched. */
	private static final int LITTLE = 110;

	private static final float WHOLE = 220;

	private static final float MOST_STRETCH = 12;

	private static final int OPAQUE = 0xff000000;

	Gray(int width, int height) {
		this(width, height, new float[width * height]);
	}

	static Gray of(BufferedImage image) {
		var gray = new Gray(image.getWidth(), image.getHeight());
		int[] row = new int[gray.width];
		for (int y = 0; y < gray.height; y++) {
			read(image, y, row);
			for (int x = 0; x < gray.width; x++) {
				gray.pixels[y * gray.width + x] = shade(row[x]);
			}
		}
		return gray;
	}

	/**
	 * Straight from memory where it can be: asking for colours takes ten times as long.
	 */
	private static void read(BufferedImage image, int y, int[] row) {
		if (image.getType() == BufferedImage.TYPE_INT_RGB) {
			image.getRaster().getDataElements(0, y, row.length, 1, row);
			for (int x = 0; x < row.length; x++) {
				row[x] |= OPAQUE;
			}
		}
		else {
			image.getRGB(0, y, row.length, 1, row, 0, row.length);
		}
	}

	/** Rec. 601, over white where the picture is transparent. */
	private static float shade(int argb) {
		float shade = 0.299f * (argb >> 16 & 0xff) + 0.587f * (argb >> 8 & 0xff) + 0.114f * (argb & 0xff);
		int alpha = argb >>> 24;
		return (alpha == 255) ? shade : 255 + (shade - 255) * alpha / 255;
	}

	/** With the whole range of shades, if it was taken in little light or in fog. */
	Gray stretched() {
		int[] counts = new int[256];
		for (float pixel : this.pixels) {
			counts[Math.clamp((int) pixel, 0, 255)]++;
		}
		int darkest = share(counts, 0.01);
		int brightest = share(counts, 0.99);
		if (brightest - darkest >= LITTLE) {
			return this;
		}
		float factor = Math.min(MOST_STRETCH, WHOLE / Math.max(1, brightest - darkest));
		var stretched = new Gray(this.width, this.height);
		for (int i = 0; i < this.pixels.length; i++) {
			stretched.pixels[i] = (this.pixels[i] - darkest) * factor;
		}
		return stretched;
	}

	private int share(int[] counts, double part) {
		long left = (long) (part * this.pixels.length);
		int shade = 0;
		while (shade < 255 && left >= counts[shade]) {
			left -= counts[shade];
			shade++;
		}
		return shade;
	}

	/** The mean of every two by two pixels. */
	Gray halved() {
		var half = new Gray(Math.max(1, this.width / 2), Math.max(1, this.height / 2));
		for (int y = 0; y < half.height; y++) {
			int upper = Math.min(2 * y, this.height - 1) * this.width;
			int lower = Math.min(2 * y + 1, this.height - 1) * this.width;
			for (int x = 0; x < half.width; x++) {
				int left = Math.min(2 * x, this.width - 1);
				int right = Math.min(2 * x + 1, this.width - 1);
				half.pixels[y * half.width + x] = (this.pixels[upper + left] + this.pixels[upper + right]
						+ this.pixels[lower + left] + this.pixels[lower + right]) / 4;
			}
		}
		return half;
	}

	/**
	 * Between the pixels; beyond the border, the border.
	 * @param x to the right, 0 in the middle of the first pixel
	 * @param y down
	 * @return the shade there
	 */
	float at(float x, float y) {
		float px = Math.clamp(x, 0, this.width - 1f);
		float py = Math.clamp(y, 0, this.height - 1f);
		int left = Math.min((int) px, Math.max(0, this.width - 2));
		int upper = Math.min((int) py, Math.max(0, this.height - 2));
		int right = Math.min(left + 1, this.width - 1);
		int here = upper * this.width;
		int below = Math.min(upper + 1, this.height - 1) * this.width;
		float fx = px - left;
		float fy = py - upper;
		float above = this.pixels[here + left] + (this.pixels[here + right] - this.pixels[here + left]) * fx;
		float under = this.pixels[below + left] + (this.pixels[below + right] - this.pixels[below + left]) * fx;
		return above + (under - above) * fy;
	}

}
