package app.resim.identity.reading;

import java.util.stream.IntStream;

/**
 * Products of matrices, row by row. Every row is an array of its own and all are walked
 * with the same index, because that is the shape of loop that the compiler turns into
 * vector instructions.
 */
final class Products {

	/** Columns at a time, so that the rows walked again and again stay in the cache. */
	private static final int BLOCK = 256;

	/** Multiplications that are worth being shared among processors. */
	private static final long MUCH = 200_000;

	private Products() {
	}

	/**
	 * Adds the product of two matrices to a third.
	 * @param sum gets the product added; rows of at least {@code columns}
	 * @param left as many rows as {@code sum}
	 * @param right as many rows as {@code left} has columns
	 * @param columns how many columns of {@code right} to multiply
	 */
	static void add(float[][] sum, float[][] left, float[][] right, int columns) {
		for (int from = 0; from < columns; from += BLOCK) {
			block(sum, left, right, from, Math.min(columns, from + BLOCK));
		}
	}

	private static void block(float[][] sum, float[][] left, float[][] right, int from, int to) {
		var pairs = IntStream.range(0, sum.length / 2);
		if ((long) sum.length * right.length * (to - from) > MUCH) {
			pairs = pairs.parallel();
		}
		pairs.forEach(
				pair -> twoRows(sum[2 * pair], sum[2 * pair + 1], left[2 * pair], left[2 * pair + 1], right, from, to));
		int last = sum.length - 1;
		if (last % 2 == 0) {
			oneRow(sum[last], left[last], right, 0, from, to);
		}
	}

	private static void twoRows(float[] sum0, float[] sum1, float[] left0, float[] left1, float[][] right, int from,
			int to) {
		int k = 0;
		for (; k + 3 < right.length; k += 4) {
			four(sum0, sum1, left0, left1, right, k, from, to);
		}
		oneRow(sum0, left0, right, k, from, to);
		oneRow(sum1, left1, right, k, from, to);
	}

	private static void four(float[] sum0, float[] sum1, float[] left0, float[] left1, float[][] right, int k, int from,
			int to) {
		float[] b0 = right[k];
		float[] b1 = right[k + 1];
		float[] b2 = right[k + 2];
		float[] b3 = right[k + 3];
		float l00 = left0[k];
		float l01 = left0[k + 1];
		float l02 = left0[k + 2];
		float l03 = left0[k + 3];
		float l10 = left1[k];
		float l11 = left1[k + 1];
		float l12 = left1[k + 2];
		float l13 = left1[k + 3];
		for (int j = from; j < to; j++) {
			float v0 = b0[j];
			float v1 = b1[j];
			float v2 = b2[j];
			float v3 = b3[j];
			sum0[j] += l00 * v0 + l01 * v1 + l02 * v2 + l03 * v3;
			sum1[j] += l10 * v0 + l11 * v1 + l12 * v2 + l13 * v3;
		}
	}

	private static void oneRow(float[] sum, float[] left, float[][] right, int first, int from, int to) {
		for (int k = first; k < right.length; k++) {
			float[] b = right[k];
			float l = left[k];
			for (int j = from; j < to; j++) {
				sum[j] += l * b[j];
			}
		}
	}

}
