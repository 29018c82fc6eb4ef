package app.resim.identity.reading;

/**
 * A line that looks like one of a zone, at a first look.
 *
 * @param look the look
 * @param glyphs how many it has
 * @param placing where they are
 */
record TextLine(Look look, int glyphs, Placing placing) {

	/** The lengths of the lines of a zone. */
	private static final int[] LENGTHS = { 44, 36, 30 };

	/** What a glyph more is worth, so that a line is not taken for a shorter one. */
	private static final double WORTH = 1.2;

	/** As many glyphs as its score says. */
	static TextLine of(Look look) {
		TextLine best = of(look, LENGTHS[0]);
		for (int length : LENGTHS) {
			TextLine next = of(look, length);
			best = (next.worth() > best.worth()) ? next : best;
		}
		return best;
	}

	static TextLine of(Look look, int glyphs) {
		return new TextLine(look, glyphs, look.placing(glyphs));
	}

	double worth() {
		return this.placing.score() + this.glyphs * WORTH;
	}

	/** How sure the net is of a glyph, on average; 0 is perfectly. */
	double sureness() {
		return this.placing.score() / this.glyphs;
	}

	/** From glyph to glyph, in pixels. */
	float pitch() {
		int[] places = this.placing.places();
		return (this.look.along(places[places.length - 1]) - this.look.along(places[0])) / (this.glyphs - 1);
	}

	/** The line without what is before and behind it but a little. */
	Course trimmed() {
		int[] places = this.placing.places();
		float margin = 1.3f * pitch();
		return this.look.course()
			.part(this.look.along(places[0]) - margin, this.look.along(places[places.length - 1]) + margin);
	}

	/** Whether most of it seems to be digits. */
	boolean mostlyDigits() {
		int digits = 0;
		for (int place : this.placing.places()) {
			int best = 0;
			for (int symbol = 1; symbol < Symbols.NOTHING; symbol++) {
				best = (this.look.answers()[symbol][place] > this.look.answers()[best][place]) ? symbol : best;
			}
			digits += (best < 10) ? 1 : 0;
		}
		return digits > 10;
	}

}
