package app.resim.identity.reading;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * What the net has learned: {@code mrz-reader.bin}, written by {@code script/train-mrz}.
 * The file says {@code RSMZ} and its version, then for each layer its rows, its columns,
 * its weights row by row and its biases, all of them half-precision numbers.
 */
record Weights(Layer first, Layer second, Layer hidden, Layer last) {

	/** What the file starts with: RSMZ. */
	static final int MAGIC = 0x52534d5a;

	/** The form of the file and of the net. */
	static final int VERSION = 1;

	private static final String RESOURCE = "/identity/mrz-reader.bin";

	/**
	 * A layer: what it multiplies with and what it adds.
	 */
	record Layer(float[][] weights, float[] bias) {
	}

	static Weights shipped() {
		try (InputStream file = Weights.class.getResourceAsStream(RESOURCE)) {
			if (file == null) {
				throw new IllegalStateException("No " + RESOURCE);
			}
			return read(new DataInputStream(new java.io.BufferedInputStream(file)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Weights read(DataInputStream file) throws IOException {
		if (file.readInt() != MAGIC || file.readInt() != VERSION) {
			throw new IOException("Not the weights of this reader");
		}
		return new Weights(layer(file, GlyphNet.FIRST_MAPS, 25),
				layer(file, GlyphNet.SECOND_MAPS, 9 * GlyphNet.FIRST_MAPS),
				layer(file, GlyphNet.HIDDEN, GlyphNet.FEATURES), layer(file, Symbols.COUNT, GlyphNet.HIDDEN));
	}

	private static Layer layer(DataInputStream file, int rows, int columns) throws IOException {
		if (file.readInt() != rows || file.readInt() != columns) {
			throw new IOException("Not the weights of this net");
		}
		float[][] weights = new float[rows][];
		for (int row = 0; row < rows; row++) {
			weights[row] = numbers(file, columns);
		}
		return new Layer(weights, numbers(file, rows));
	}

	private static float[] numbers(DataInputStream file, int count) throws IOException {
		float[] numbers = new float[count];
		for (int i = 0; i < count; i++) {
			numbers[i] = Float.float16ToFloat(file.readShort());
		}
		return numbers;
	}

}
