package app.resim.identity.reading;

/**
 * What the net sees along a line.
 *
 * @param course the line
 * @param stride columns of the strip from place to place
 * @param answers for each symbol the logarithm of its probability at each place
 */
record Look(Course course, int stride, float[][] answers) {

	/** A quick look. */
	static Look at(Gray gray, Course course, GlyphNet net) {
		return new Look(course, GlyphNet.STRIDE, net.look(Strip.cut(gray, course), 0));
	}

	/** The same with the places between the places. */
	Look closer(Gray gray, GlyphNet net) {
		float[][] between = net.look(Strip.cut(gray, this.course), GlyphNet.STRIDE / 2);
		int places = Math.min(places(), between[0].length);
		float[][] both = new float[between.length][2 * places];
		for (int symbol = 0; symbol < both.length; symbol++) {
			for (int place = 0; place < places; place++) {
				both[symbol][2 * place] = this.answers[symbol][place];
				both[symbol][2 * place + 1] = between[symbol][place];
			}
		}
		return new Look(this.course, GlyphNet.STRIDE / 2, both);
	}

	int places() {
		return this.answers[0].length;
	}

	/** How far along the line the middle of a place's window is, in pixels. */
	float along(float place) {
		return this.course.along((place * this.stride + GlyphNet.WINDOW / 2f) * Strip.step(this.course.cap()));
	}

	/** The place nearest to a distance along the line. */
	int place(float along) {
		float place = (this.course.even(along) / Strip.step(this.course.cap()) - GlyphNet.WINDOW / 2f) / this.stride;
		return Math.clamp(Math.round(place), 0, places() - 1);
	}

	/** How sure the net is that there is a glyph, whichever. */
	float[] glyphs() {
		float[] best = this.answers[0].clone();
		for (int symbol = 1; symbol < Symbols.NOTHING; symbol++) {
			for (int place = 0; place < best.length; place++) {
				best[place] = Math.max(best[place], this.answers[symbol][place]);
			}
		}
		return best;
	}

	/** The closest and the widest that glyphs can stand, in places. */
	Placing placing(int glyphs) {
		float[][] values = new float[glyphs][];
		java.util.Arrays.fill(values, glyphs());
		return Placing.best(values, 13 / this.stride, 30 / this.stride);
	}

}
