package app.resim.identity.quality;

import java.awt.image.BufferedImage;

/**
 * How well a picture can be read, measured at a long edge of 1000 pixels.
 *
 * @param sharpness variance of the Laplacian: how much neighbouring points differ
 * @param light mean brightness, nought to 255
 * @param glare share of the tiles that are burnt out, nought to one
 */
public record Quality(double sharpness, double light, double glare) {

	private static final int LONG_EDGE = 1000;

	/** Measured: nothing can be read below, and everything that was read lies above. */
	private static final double BLURRED = 12;

	private static final double TOO_DARK = 15;

	private static final double DIM = 60;

	private static final int TILE = 40;

	private static final int BURNT_OUT = 253;

	/** One tile may be a white field; half the picture is paper. */
	private static final double LEAST_GLARE = 0.01;

	private static final double MOST_GLARE = 0.25;

	/**
	 * Measures.
	 * @param picture upright
	 * @return its quality
	 */
	public static Quality of(BufferedImage picture) {
		Grey grey = Grey.of(picture, LONG_EDGE);
		return new Quality(sharpness(grey), light(grey), glare(grey));
	}

	public boolean isBlurred() {
		return this.sharpness < BLURRED;
	}

	public boolean isTooDark() {
		return this.light < TOO_DARK;
	}

	public boolean isDim() {
		return this.light < DIM;
	}

	public boolean hasGlare() {
		return this.glare >= LEAST_GLARE && this.glare <= MOST_GLARE;
	}

	private static double sharpness(Grey grey) {
		double sum = 0;
		double squares = 0;
		for (int y = 1; y < grey.height() - 1; y++) {
			for (int x = 1; x < grey.width() - 1; x++) {
				int bend = grey.at(x - 1, y) + grey.at(x + 1, y) + grey.at(x, y - 1) + grey.at(x, y + 1)
						- 4 * grey.at(x, y);
				sum += bend;
				squares += (double) bend * bend;
			}
		}
		double count = Math.max(1, (grey.width() - 2.0) * (grey.height() - 2.0));
		return squares / count - (sum / count) * (sum / count);
	}

	private static double light(Grey grey) {
		long sum = 0;
		for (int y = 0; y < grey.height(); y++) {
			for (int x = 0; x < grey.width(); x++) {
				sum += grey.at(x, y);
			}
		}
		return (double) sum / grey.width() / grey.height();
	}

	private static double glare(Grey grey) {
		int tiles = 0;
		int burnt = 0;
		for (int y = 0; y + TILE <= grey.height(); y += TILE) {
			for (int x = 0; x + TILE <= grey.width(); x += TILE) {
				tiles++;
				burnt += isBurntOut(grey, x, y) ? 1 : 0;
			}
		}
		return (tiles > 0) ? (double) burnt / tiles : 0;
	}

	private static boolean isBurntOut(Grey grey, int left, int top) {
		int white = 0;
		for (int y = top; y < top + TILE; y++) {
			for (int x = left; x < left + TILE; x++) {
				white += (grey.at(x, y) >= BURNT_OUT) ? 1 : 0;
			}
		}
		return white > TILE * TILE * 9 / 10;
	}

}
