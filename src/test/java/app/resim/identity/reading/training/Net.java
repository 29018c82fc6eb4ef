package app.resim.identity.reading.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import app.resim.identity.reading.Insides;

/**
 * The net while it learns. Samples stand in columns.
 */
final class Net {

	private static final float SMOOTHING = 0.03f;

	private final Layer first;

	private final Layer second;

	private final Layer hidden;

	private final Layer last;

	Net(Random random) {
		this.first = new Layer(Insides.FIRST_MAPS, 25, random);
		this.second = new Layer(Insides.SECOND_MAPS, 9 * Insides.FIRST_MAPS, random);
		this.hidden = new Layer(Insides.HIDDEN, Insides.FEATURES, random);
		this.last = new Layer(Insides.COUNT, Insides.HIDDEN, random);
	}

	List<Layer> layers() {
		return List.of(this.first, this.second, this.hidden, this.last);
	}

	/**
	 * What one share of a batch teaches.
	 */
	static final class Lesson {

		final List<float[][]> gradients;

		double loss;

		int right;

		Lesson(Net net) {
			this.gradients = net.layers().stream().map(Layer::gradient).toList();
		}

	}

	/**
	 * Looks at some windows.
	 * @param windows their pixels
	 * @param symbols what they show
	 * @param learning whether to work out the gradients
	 */
	Lesson lesson(float[][] windows, int[] symbols, boolean learning) {
		var lesson = new Lesson(this);
		int count = windows.length;
		float[][] input = firstColumns(windows);
		float[][] once = forward(this.first, input, count * 168, true);
		float[][] twiceInput = secondColumns(once, count);
		float[][] twice = forward(this.second, twiceInput, count * 30, true);
		float[][] features = features(twice, count);
		float[][] hiddenOut = forward(this.hidden, features, count, true);
		float[][] error = forward(this.last, hiddenOut, count, false);
		judge(error, symbols, lesson);
		if (!learning) {
			return lesson;
		}
		error = backward(this.last, error, hiddenOut, lesson.gradients.get(3), count);
		stop(error, hiddenOut);
		error = backward(this.hidden, error, features, lesson.gradients.get(2), count);
		error = unfeatures(error, count);
		stop(error, twice);
		error = backward(this.second, error, twiceInput, lesson.gradients.get(1), count * 30);
		error = unsecondColumns(error, count);
		stop(error, once);
		weigh(error, input, lesson.gradients.get(0), count * 168);
		return lesson;
	}

	private static float[][] forward(Layer layer, float[][] input, int columns, boolean rectified) {
		float[][] output = new float[layer.weights.length][columns];
		for (int row = 0; row < output.length; row++) {
			Arrays.fill(output[row], layer.weights[row][layer.columns()]);
		}
		Insides.addProduct(output, layer.weights, input, columns);
		if (rectified) {
			for (float[] row : output) {
				for (int j = 0; j < columns; j++) {
					row[j] = Math.max(0, row[j]);
				}
			}
		}
		return output;
	}

	private static float[][] backward(Layer layer, float[][] error, float[][] input, float[][] gradient, int columns) {
		weigh(error, input, gradient, columns);
		float[][] turned = turned(layer.weights, layer.weights.length, layer.columns());
		float[][] back = new float[layer.columns()][columns];
		Insides.addProduct(back, turned, error, columns);
		return back;
	}

	private static void weigh(float[][] error, float[][] input, float[][] gradient, int columns) {
		if (input.length < 64) {
			multiplyAlong(error, input, gradient, columns);
		}
		else {
			Insides.addProduct(gradient, error, turned(input, input.length, columns), input.length);
		}
		for (int row = 0; row < error.length; row++) {
			float sum = 0;
			for (int j = 0; j < columns; j++) {
				sum += error[row][j];
			}
			gradient[row][input.length] += sum;
		}
	}

	/** Faster than turning a matrix that is very long and very low. */
	private static void multiplyAlong(float[][] error, float[][] input, float[][] gradient, int columns) {
		for (int row = 0; row < error.length; row++) {
			for (int k = 0; k < input.length; k++) {
				gradient[row][k] += product(error[row], input[k], columns);
			}
		}
	}

	private static float product(float[] a, float[] b, int columns) {
		float sum0 = 0;
		float sum1 = 0;
		float sum2 = 0;
		float sum3 = 0;
		for (int j = 0; j + 3 < columns; j += 4) {
			sum0 += a[j] * b[j];
			sum1 += a[j + 1] * b[j + 1];
			sum2 += a[j + 2] * b[j + 2];
			sum3 += a[j + 3] * b[j + 3];
		}
		return sum0 + sum1 + sum2 + sum3;
	}

	private static float[][] turned(float[][] rows, int height, int width) {
		float[][] turned = new float[width][height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				turned[x][y] = rows[y][x];
			}
		}
		return turned;
	}

	private static void stop(float[][] error, float[][] output) {
		for (int row = 0; row < error.length; row++) {
			for (int j = 0; j < error[row].length; j++) {
				error[row][j] = (output[row][j] > 0) ? error[row][j] : 0;
			}
		}
	}

	private static void judge(float[][] answers, int[] symbols, Lesson lesson) {
		for (int j = 0; j < symbols.length; j++) {
			int best = 0;
			double sum = 0;
			for (int s = 0; s < Insides.COUNT; s++) {
				best = (answers[s][j] > answers[best][j]) ? s : best;
			}
			float most = answers[best][j];
			for (int s = 0; s < Insides.COUNT; s++) {
				sum += Math.exp(answers[s][j] - most);
			}
			lesson.loss += Math.log(sum) + most - answers[symbols[j]][j];
			lesson.right += (best == symbols[j]) ? 1 : 0;
			for (int s = 0; s < Insides.COUNT; s++) {
				float wanted = SMOOTHING / Insides.COUNT + ((s == symbols[j]) ? 1 - SMOOTHING : 0);
				answers[s][j] = (float) (Math.exp(answers[s][j] - most) / sum) - wanted;
			}
		}
	}

	private static float[][] firstColumns(float[][] windows) {
		float[][] columns = new float[25][windows.length * 168];
		for (int k = 0; k < 25; k++) {
			for (int s = 0; s < windows.length; s++) {
				for (int i = 0; i < 168; i++) {
					columns[k][s * 168 + i] = windows[s][(2 * (i / 12) + k / 5) * Insides.WINDOW + 2 * (i % 12)
							+ k % 5];
				}
			}
		}
		return columns;
	}

	private static int from(int k, int i) {
		return (2 * (i / 5) + k % 9 / 3) * 12 + 2 * (i % 5) + k % 3;
	}

	private static float[][] secondColumns(float[][] once, int count) {
		float[][] columns = new float[9 * Insides.FIRST_MAPS][count * 30];
		for (int k = 0; k < columns.length; k++) {
			for (int s = 0; s < count; s++) {
				for (int i = 0; i < 30; i++) {
					columns[k][s * 30 + i] = once[k / 9][s * 168 + from(k, i)];
				}
			}
		}
		return columns;
	}

	private static float[][] unsecondColumns(float[][] columns, int count) {
		float[][] once = new float[Insides.FIRST_MAPS][count * 168];
		for (int k = 0; k < columns.length; k++) {
			for (int s = 0; s < count; s++) {
				for (int i = 0; i < 30; i++) {
					once[k / 9][s * 168 + from(k, i)] += columns[k][s * 30 + i];
				}
			}
		}
		return once;
	}

	private static float[][] features(float[][] twice, int count) {
		float[][] features = new float[Insides.FEATURES][count];
		for (int k = 0; k < features.length; k++) {
			for (int s = 0; s < count; s++) {
				features[k][s] = twice[k / 30][s * 30 + k % 30];
			}
		}
		return features;
	}

	private static float[][] unfeatures(float[][] features, int count) {
		float[][] twice = new float[Insides.SECOND_MAPS][count * 30];
		for (int k = 0; k < features.length; k++) {
			for (int s = 0; s < count; s++) {
				twice[k / 30][s * 30 + k % 30] = features[k][s];
			}
		}
		return twice;
	}

	void write(DataOutputStream file) throws IOException {
		file.writeInt(Insides.MAGIC);
		file.writeInt(Insides.VERSION);
		for (Layer layer : layers()) {
			layer.write(file);
		}
	}

}
