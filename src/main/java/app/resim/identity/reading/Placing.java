package app.resim.identity.reading;

/**
 * Lays a given number of glyphs over a strip, at the distance from each other that all of
 * them share, where the net is surest of them.
 *
 * @param score how good the whole is
 * @param places where each glyph is
 */
record Placing(double score, int[] places) {

	private static final float IMPOSSIBLE = -1e9f;

	/**
	 * Finds the best.
	 * @param values for each glyph how well it fits at each place
	 * @param least the smallest distance tried
	 * @param most the largest
	 * @return the best, of a very low score if there is no room
	 */
	static Placing best(float[][] values, int least, int most) {
		Placing best = new Placing(IMPOSSIBLE, new int[values.length]);
		for (int distance = least; distance < most; distance++) {
			Placing next = placed(values, distance);
			best = (next.score > best.score) ? next : best;
		}
		return best;
	}

	/** With neighbours a distance, or up to two more, apart. */
	private static Placing placed(float[][] values, int distance) {
		int places = values[0].length;
		byte[][] steps = new byte[values.length][places];
		float[] sums = values[0].clone();
		for (int glyph = 1; glyph < values.length; glyph++) {
			float[] next = new float[places];
			java.util.Arrays.fill(next, IMPOSSIBLE);
			for (int at = glyph * distance; at < places; at++) {
				float near = sums[at - distance];
				float middle = (at > distance) ? sums[at - distance - 1] : IMPOSSIBLE;
				float far = (at > distance + 1) ? sums[at - distance - 2] : IMPOSSIBLE;
				float best = Math.max(middle, Math.max(near, far));
				steps[glyph][at] = (byte) ((middle == best) ? 1 : (near == best) ? 0 : 2);
				next[at] = best + values[glyph][at];
			}
			sums = next;
		}
		return traced(sums, steps, distance);
	}

	private static Placing traced(float[] sums, byte[][] steps, int distance) {
		int at = 0;
		for (int i = 0; i < sums.length; i++) {
			at = (sums[i] > sums[at]) ? i : at;
		}
		double score = sums[at];
		int[] chosen = new int[steps.length];
		for (int glyph = steps.length - 1; glyph >= 0 && score > IMPOSSIBLE / 2; glyph--) {
			chosen[glyph] = at;
			at -= (glyph > 0) ? distance + steps[glyph][at] : 0;
		}
		return new Placing(score, chosen);
	}

	/** The mean distance of neighbours. */
	float distance() {
		return (float) (this.places[this.places.length - 1] - this.places[0]) / (this.places.length - 1);
	}

}
