package app.resim.identity.reading;

/**
 * The net that looks through a window at one glyph: two convolutions and two full layers.
 * Slid along a whole strip at once, so that what neighbouring windows share is computed
 * once.
 */
final class GlyphNet {

	/** Columns of a strip that the net sees at once. */
	static final int WINDOW = 28;

	/** Columns from one window to the next. */
	static final int STRIDE = 4;

	static final int FIRST_MAPS = 16;

	static final int SECOND_MAPS = 32;

	static final int HIDDEN = 128;

	static final int FIRST_HEIGHT = 14;

	static final int SECOND_HEIGHT = 6;

	/** Columns of the second convolution that a window spans. */
	static final int SPAN = 5;

	static final int FEATURES = SECOND_MAPS * SECOND_HEIGHT * SPAN;

	private final Weights weights;

	GlyphNet(Weights weights) {
		this.weights = weights;
	}

	/**
	 * Looks at every place of a strip.
	 * @param strip rows of evened shades
	 * @param first the column at which the first window starts
	 * @return for each symbol the logarithm of its probability at each window
	 */
	float[][] look(float[][] strip, int first) {
		int firstWidth = (strip[0].length - first - 5) / 2 + 1;
		int secondWidth = (firstWidth - 3) / 2 + 1;
		int places = secondWidth - SPAN + 1;
		float[][] once = layer(this.weights.first(), firstColumns(strip, first, firstWidth), FIRST_HEIGHT * firstWidth);
		rectify(once);
		float[][] twice = layer(this.weights.second(), secondColumns(once, firstWidth, secondWidth),
				SECOND_HEIGHT * secondWidth);
		rectify(twice);
		float[][] hidden = layer(this.weights.hidden(), features(twice, secondWidth, places), places);
		rectify(hidden);
		float[][] answers = layer(this.weights.last(), hidden, places);
		toLogarithms(answers, places);
		return answers;
	}

	private static float[][] layer(Weights.Layer layer, float[][] input, int columns) {
		float[][] output = new float[layer.bias().length][columns];
		for (int row = 0; row < output.length; row++) {
			java.util.Arrays.fill(output[row], layer.bias()[row]);
		}
		Products.add(output, layer.weights(), input, columns);
		return output;
	}

	private static float[][] firstColumns(float[][] strip, int first, int width) {
		float[][] columns = new float[25][FIRST_HEIGHT * width];
		for (int k = 0; k < 25; k++) {
			for (int y = 0; y < FIRST_HEIGHT; y++) {
				float[] from = strip[2 * y + k / 5];
				for (int x = 0; x < width; x++) {
					columns[k][y * width + x] = from[first + 2 * x + k % 5];
				}
			}
		}
		return columns;
	}

	private static float[][] secondColumns(float[][] once, int firstWidth, int width) {
		float[][] columns = new float[9 * FIRST_MAPS][SECOND_HEIGHT * width];
		for (int k = 0; k < columns.length; k++) {
			float[] from = once[k / 9];
			for (int y = 0; y < SECOND_HEIGHT; y++) {
				int start = (2 * y + k % 9 / 3) * firstWidth + k % 3;
				for (int x = 0; x < width; x++) {
					columns[k][y * width + x] = from[start + 2 * x];
				}
			}
		}
		return columns;
	}

	private static float[][] features(float[][] twice, int width, int places) {
		float[][] columns = new float[FEATURES][places];
		for (int k = 0; k < FEATURES; k++) {
			int y = k / SPAN % SECOND_HEIGHT;
			System.arraycopy(twice[k / SPAN / SECOND_HEIGHT], y * width + k % SPAN, columns[k], 0, places);
		}
		return columns;
	}

	private static void rectify(float[][] rows) {
		for (float[] row : rows) {
			for (int j = 0; j < row.length; j++) {
				row[j] = Math.max(0, row[j]);
			}
		}
	}

	private static void toLogarithms(float[][] answers, int places) {
		for (int j = 0; j < places; j++) {
			float most = answers[0][j];
			for (float[] answer : answers) {
				most = Math.max(most, answer[j]);
			}
			double sum = 0;
			for (float[] answer : answers) {
				sum += Math.exp(answer[j] - most);
			}
			float total = most + (float) Math.log(sum);
			for (float[] answer : answers) {
				answer[j] -= total;
			}
		}
	}

}
