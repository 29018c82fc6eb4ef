package app.resim.identity.reading;

/**
 * What is darker than its surroundings, on a copy of the picture that is small and turned
 * as asked.
 */
final class Ink {

	/** Longest edge of the copy, in pixels. */
	private static final int EDGE = 1000;

	/** How far the surroundings reach, in pixels of the copy. */
	private static final int REACH = 12;

	final int width;

	final int height;

	/** How many pixels of the picture one of the copy is. */
	final float scale;

	final boolean[] dark;

	private final float cos;

	private final float sin;

	private final float middleX;

	private final float middleY;

	private Ink(Gray gray, float angle) {
		this.scale = Math.max(1, (float) Math.max(gray.width(), gray.height()) / EDGE);
		this.cos = (float) Math.cos(angle);
		this.sin = (float) Math.sin(angle);
		this.middleX = (gray.width() - 1) / 2f;
		this.middleY = (gray.height() - 1) / 2f;
		float across = Math.abs(gray.width() * this.cos) + Math.abs(gray.height() * this.sin);
		float down = Math.abs(gray.width() * this.sin) + Math.abs(gray.height() * this.cos);
		this.width = Math.max(1, Math.round(across / this.scale));
		this.height = Math.max(1, Math.round(down / this.scale));
		this.dark = new boolean[this.width * this.height];
	}

	static Ink of(Gray gray, float angle) {
		var ink = new Ink(gray, angle);
		ink.find(ink.soft(ink.copy(gray)));
		return ink;
	}

	/** Where a place of the copy is in the picture. */
	float pictureX(float x, float y) {
		return this.middleX + this.scale * (this.cos * (x - this.width / 2f) - this.sin * (y - this.height / 2f));
	}

	float pictureY(float x, float y) {
		return this.middleY + this.scale * (this.sin * (x - this.width / 2f) + this.cos * (y - this.height / 2f));
	}

	private float[] copy(Gray gray) {
		float[] copy = new float[this.width * this.height];
		for (int y = 0; y < this.height; y++) {
			for (int x = 0; x < this.width; x++) {
				copy[y * this.width + x] = gray.at(pictureX(x + 0.5f, y + 0.5f), pictureY(x + 0.5f, y + 0.5f));
			}
		}
		return copy;
	}

	/** The mean of three by three. */
	private float[] soft(float[] shades) {
		float[] across = shades.clone();
		for (int i = 1; i + 1 < shades.length; i++) {
			across[i] = (shades[i - 1] + shades[i] + shades[i + 1]) / 3;
		}
		float[] soft = across.clone();
		for (int i = this.width; i + this.width < shades.length; i++) {
			soft[i] = (across[i - this.width] + across[i] + across[i + this.width]) / 3;
		}
		return soft;
	}

	private void find(float[] shades) {
		int row = this.width + 1;
		double[] sums = new double[row * (this.height + 1)];
		double[] squares = new double[row * (this.height + 1)];
		for (int y = 0; y < this.height; y++) {
			double sum = 0;
			double square = 0;
			for (int x = 0; x < this.width; x++) {
				float shade = shades[y * this.width + x];
				sum += shade;
				square += shade * shade;
				sums[(y + 1) * row + x + 1] = sums[y * row + x + 1] + sum;
				squares[(y + 1) * row + x + 1] = squares[y * row + x + 1] + square;
			}
		}
		for (int y = 0; y < this.height; y++) {
			int upper = Math.max(0, y - REACH) * row;
			int lower = Math.min(this.height, y + REACH + 1) * row;
			for (int x = 0; x < this.width; x++) {
				int left = Math.max(0, x - REACH);
				int right = Math.min(this.width, x + REACH + 1);
				int count = (right - left) * (lower - upper) / row;
				float mean = (float) around(sums, upper, lower, left, right) / count;
				float square = (float) around(squares, upper, lower, left, right) / count;
				float spread = (float) Math.sqrt(Math.max(0, square - mean * mean));
				this.dark[y * this.width + x] = shades[y * this.width + x] < mean - 0.3f * spread - 3;
			}
		}
	}

	private static double around(double[] sums, int upper, int lower, int left, int right) {
		return sums[lower + right] - sums[lower + left] - sums[upper + right] + sums[upper + left];
	}

}
