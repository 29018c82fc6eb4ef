package app.resim.identity.reading.training;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;

/**
 * Weights that learn by Adam.
 */
final class Layer {

	private static final float SLOW = 0.9f;

	private static final float SLOWER = 0.999f;

	/** The last column is the bias. */
	final float[][] weights;

	private final float[][] moment;

	private final float[][] square;

	Layer(int rows, int columns, Random random) {
		this.weights = new float[rows][columns + 1];
		this.moment = new float[rows][columns + 1];
		this.square = new float[rows][columns + 1];
		double spread = Math.sqrt(2.0 / columns);
		for (float[] row : this.weights) {
			for (int k = 0; k < columns; k++) {
				row[k] = (float) (random.nextGaussian() * spread);
			}
		}
	}

	int columns() {
		return this.weights[0].length - 1;
	}

	float[][] gradient() {
		return new float[this.weights.length][columns() + 1];
	}

	void learn(float[][] gradient, float rate, int step) {
		float first = rate / (1 - (float) Math.pow(SLOW, step));
		float second = 1 / (1 - (float) Math.pow(SLOWER, step));
		for (int row = 0; row < this.weights.length; row++) {
			learn(this.weights[row], this.moment[row], this.square[row], gradient[row], first, second);
		}
	}

	private static void learn(float[] weights, float[] moment, float[] square, float[] gradient, float first,
			float second) {
		for (int k = 0; k < weights.length; k++) {
			float g = gradient[k];
			moment[k] = SLOW * moment[k] + (1 - SLOW) * g;
			square[k] = SLOWER * square[k] + (1 - SLOWER) * g * g;
			weights[k] -= first * moment[k] / ((float) Math.sqrt(square[k] * second) + 1e-8f);
		}
	}

	void write(DataOutputStream file) throws IOException {
		file.writeInt(this.weights.length);
		file.writeInt(columns());
		for (float[] row : this.weights) {
			for (int k = 0; k < columns(); k++) {
				file.writeShort(Float.floatToFloat16(row[k]));
			}
		}
		for (float[] row : this.weights) {
			file.writeShort(Float.floatToFloat16(row[columns()]));
		}
	}

}
