package app.resim.identity.reading.training;

import java.util.Random;

import app.resim.identity.reading.Insides;

/**
 * Windows to learn from, cut out of blocks the way the reader cuts, with the errors that
 * the reader makes in finding a line.
 */
final class Windows {

	private static final int COLUMNS = 16;

	static final int PIXELS = Insides.HEIGHT * Insides.WINDOW;

	final float[][] pixels;

	final int[] symbols;

	private int count;

	private Windows(int size) {
		this.pixels = new float[size][];
		this.symbols = new int[size];
	}

	/**
	 * The same windows for the same seed, always.
	 */
	static Windows of(OcrB font, long seed, int size) {
		var random = new Random(seed * 0x9E3779B97F4A7C15L + 12345);
		var windows = new Windows(size);
		while (windows.count < size) {
			windows.add(Block.random(font, random, COLUMNS), random);
		}
		return windows;
	}

	private void add(Block block, Random random) {
		float[] pixels = Wear.pixels(block.image());
		for (int row = 0; row < block.print().lines().size(); row++) {
			add(block, pixels, row, random);
		}
	}

	private void add(Block block, float[] pixels, int row, Random random) {
		double v = row * block.print().gap();
		double[] first = block.at(-1.8, v);
		double[] last = block.at(COLUMNS + 0.8, v);
		double[] middle = block.at(COLUMNS / 2.0, v);
		double[] cap = block.at(COLUMNS / 2.0, v + block.print().cap());
		double height = Math.hypot(cap[0] - middle[0], cap[1] - middle[1]);
		double angle = Math.atan2(last[1] - first[1], last[0] - first[0]);
		double length = Math.hypot(last[0] - first[0], last[1] - first[1]);
		float taken = (float) (height * (1 + (random.nextDouble() - 0.5) * 0.28));
		double off = height * Math.clamp(random.nextGaussian() * 0.06, -0.16, 0.16);
		double x = first[0] - Math.sin(angle) * off;
		double y = first[1] + Math.cos(angle) * off;
		float[][] strip = Insides.strip(block.image().getWidth(), block.image().getHeight(), pixels, (float) x,
				(float) y, (float) angle, (float) length, taken);
		String line = block.print().lines().get(row);
		for (int column = -1; column <= COLUMNS; column++) {
			double along = along(block, column, v, x, y, angle) / Insides.step(taken);
			double next = along(block, column + 1, v, x, y, angle) / Insides.step(taken);
			if (column >= 0 && column < COLUMNS) {
				double jitter = (random.nextDouble() - 0.5) * 0.27 * (next - along);
				add(strip, along + jitter, Insides.SYMBOLS.indexOf(line.charAt(column)));
			}
			if (random.nextInt(4) == 0) {
				add(strip, along + (0.33 + 0.34 * random.nextDouble()) * (next - along), Insides.NOTHING);
			}
			if ((column < 0 || column == COLUMNS) && random.nextInt(2) == 0) {
				add(strip, along + (random.nextDouble() - 0.5) * 0.3 * (next - along), Insides.NOTHING);
			}
		}
		if (random.nextInt(6) == 0) {
			nothing(block, pixels, random, x, y, angle, length, height);
		}
	}

	/** Seen from between two lines, or much too near, or from much too far. */
	private void nothing(Block block, float[] pixels, Random random, double x, double y, double angle, double length,
			double height) {
		double off = 0;
		double scale = 1;
		switch (random.nextInt(3)) {
			case 0 -> off = height * ((random.nextBoolean()) ? 0.55 : -0.55) * (1 + 0.3 * random.nextDouble());
			case 1 -> scale = 0.45 + 0.15 * random.nextDouble();
			default -> scale = 1.75 + 0.6 * random.nextDouble();
		}
		float[][] strip = Insides.strip(block.image().getWidth(), block.image().getHeight(), pixels,
				(float) (x - Math.sin(angle) * off), (float) (y + Math.cos(angle) * off), (float) angle, (float) length,
				(float) (height * scale));
		for (int i = 0; i < 5; i++) {
			add(strip, random.nextDouble() * strip[0].length, Insides.NOTHING);
		}
	}

	private static double along(Block block, double u, double v, double x, double y, double angle) {
		double[] at = block.at(u, v);
		return (at[0] - x) * Math.cos(angle) + (at[1] - y) * Math.sin(angle);
	}

	private void add(float[][] strip, double centre, int symbol) {
		int from = (int) Math.round(centre - Insides.WINDOW / 2.0);
		if (this.count == this.symbols.length || from < 0 || from + Insides.WINDOW > strip[0].length) {
			return;
		}
		float[] window = new float[PIXELS];
		for (int y = 0; y < Insides.HEIGHT; y++) {
			System.arraycopy(strip[y], from, window, y * Insides.WINDOW, Insides.WINDOW);
		}
		this.pixels[this.count] = window;
		this.symbols[this.count++] = symbol;
	}

}
