package app.resim.identity.reading;

/**
 * A line of text cut out of a picture: straight, of one height, and evened so that paper
 * and ink look alike everywhere.
 */
final class Strip {

	/** Rows of a strip, and of the net's window. */
	static final int HEIGHT = 32;

	/** How much of a line a strip shows, in heights of its capitals. */
	static final float SHOWN = 1.36f;

	/** Columns over which brightness and contrast are evened: about three glyphs. */
	private static final int NEAR = 61;

	/** Keeps noise on bare paper from being blown up, in shades of grey. */
	private static final float FAINT = 3;

	private Strip() {
	}

	/** How many pixels of the picture one column of the strip covers. */
	static float step(float cap) {
		return cap * SHOWN / HEIGHT;
	}

	/**
	 * Cuts out a line.
	 * @param gray the picture
	 * @param course where the line runs
	 * @return rows of evened shades, about −3 to 3
	 */
	static float[][] cut(Gray gray, Course course) {
		float[][] rows = sampled(gray, course);
		even(rows);
		return rows;
	}

	private static float[][] sampled(Gray gray, Course course) {
		float step = step(course.cap());
		int width = Math.max(GlyphNet.WINDOW, Math.round(course.length() / step));
		float[][] rows = new float[HEIGHT][width];
		// several looks where a pixel of the strip covers more than one of the picture
		int looks = Math.clamp(Math.round(step), 1, 4);
		float[] column = new float[HEIGHT];
		for (int i = 0; i < width; i++) {
			java.util.Arrays.fill(column, 0);
			for (int look = 0; look < looks; look++) {
				sample(gray, course, step, (i + (look + 0.5f) / looks) * step, looks, column);
			}
			for (int row = 0; row < HEIGHT; row++) {
				rows[row][i] = column[row] / (looks * looks);
			}
		}
		return rows;
	}

	private static void sample(Gray gray, Course course, float step, float even, int looks, float[] column) {
		float along = course.along(even);
		float size = step * course.size(even);
		float dx = course.alongX();
		float dy = course.alongY();
		float hang = course.hang(along);
		for (int row = 0; row < HEIGHT; row++) {
			for (int look = 0; look < looks; look++) {
				float down = hang + (row + (look + 0.5f) / looks - HEIGHT / 2f) * size;
				column[row] += gray.at(course.x() + dx * along - dy * down, course.y() + dy * along + dx * down);
			}
		}
	}

	private static void even(float[][] rows) {
		int width = rows[0].length;
		double[] sums = new double[width + 1];
		double[] squares = new double[width + 1];
		for (int x = 0; x < width; x++) {
			double sum = 0;
			double square = 0;
			for (float[] row : rows) {
				sum += row[x];
				square += row[x] * row[x];
			}
			sums[x + 1] = sums[x] + sum;
			squares[x + 1] = squares[x] + square;
		}
		for (int x = 0; x < width; x++) {
			int from = Math.max(0, x - NEAR / 2);
			int to = Math.min(width, x + NEAR / 2 + 1);
			double count = (double) (to - from) * rows.length;
			double mean = (sums[to] - sums[from]) / count;
			double spread = Math.sqrt(Math.max(0, (squares[to] - squares[from]) / count - mean * mean));
			even(rows, x, (float) mean, 1 / ((float) spread + FAINT));
		}
	}

	private static void even(float[][] rows, int x, float mean, float factor) {
		for (float[] row : rows) {
			row[x] = (row[x] - mean) * factor;
		}
	}

}
