package app.resim.identity.reading;

/**
 * What the net tells apart: the 37 symbols of a zone, and a place that holds none of them
 * in its middle.
 */
final class Symbols {

	static final String ALL = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<";

	/** The gap between two glyphs, background, and whatever else is no glyph. */
	static final int NOTHING = ALL.length();

	static final int COUNT = ALL.length() + 1;

	private Symbols() {
	}

	static int of(char symbol) {
		return ALL.indexOf(symbol);
	}

}
