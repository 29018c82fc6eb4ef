package app.resim.identity.reading;

/**
 * What the training must share with the reader to learn on exactly what the reader sees.
 */
public final class Insides {

	public static final String SYMBOLS = Symbols.ALL;

	public static final int NOTHING = Symbols.NOTHING;

	public static final int COUNT = Symbols.COUNT;

	public static final int HEIGHT = Strip.HEIGHT;

	public static final int WINDOW = GlyphNet.WINDOW;

	public static final int FIRST_MAPS = GlyphNet.FIRST_MAPS;

	public static final int SECOND_MAPS = GlyphNet.SECOND_MAPS;

	public static final int HIDDEN = GlyphNet.HIDDEN;

	public static final int FEATURES = GlyphNet.FEATURES;

	public static final int MAGIC = Weights.MAGIC;

	public static final int VERSION = Weights.VERSION;

	private Insides() {
	}

	public static float step(float cap) {
		return Strip.step(cap);
	}

	public static float[][] strip(int width, int height, float[] pixels, float x, float y, float angle, float length,
			float cap) {
		return Strip.cut(new Gray(width, height, pixels), new Course(x, y, angle, length, cap));
	}

	public static void addProduct(float[][] sum, float[][] left, float[][] right, int columns) {
		Products.add(sum, left, right, columns);
	}

}
