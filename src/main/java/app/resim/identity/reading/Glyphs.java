package app.resim.identity.reading;

import java.util.ArrayList;
import java.util.List;

import app.resim.identity.mrz.Format;

/**
 * The glyphs of one line, each with how probable every symbol is.
 */
final class Glyphs {

	/**
	 * In a number a ring is a zero far more often than a letter O, a stroke a one than an
	 * I. Said before any check digit is looked at, and whatever it then says: this is a
	 * bias, no repair.
	 */
	private static final float AGAINST_O = 2;

	private static final float AGAINST_OTHERS = 1;

	/** The answers of the windows beside the best one count too. */
	private static final float BESIDE = 0.5f;

	private final Look look;

	private final String kinds;

	private final int numberStart;

	private final Placing placing;

	/** For each glyph and symbol the sum of logarithms over all looks. */
	private final float[][] answers;

	private int looks;

	private Glyphs(Look look, String kinds, int numberStart, Placing placing) {
		this.look = look;
		this.kinds = kinds;
		this.numberStart = numberStart;
		this.placing = placing;
		this.answers = new float[kinds.length()][Symbols.NOTHING];
	}

	/**
	 * Reads a line.
	 * @param look a close look at it
	 * @param pitch from glyph to glyph, in pixels
	 * @param format the layout
	 * @param row which of its lines
	 * @return its glyphs
	 */
	static Glyphs of(Look look, float pitch, Format format, int row) {
		String kinds = format.kinds().get(row);
		int numberStart = (row == format.numberLine()) ? format.numberStart() : -1;
		float distance = pitch / Strip.step(look.course().cap()) / look.stride();
		float[][] values = new float[kinds.length()][];
		var known = new java.util.HashMap<String, float[]>();
		for (int i = 0; i < values.length; i++) {
			boolean inNumber = numbered(numberStart, i);
			char kind = kinds.charAt(i);
			values[i] = known.computeIfAbsent(kind + "" + inNumber, key -> best(look, kind, inNumber));
		}
		Placing placing = Placing.best(values, Math.max(1, Math.round(distance) - 2), Math.round(distance) + 1);
		var glyphs = new Glyphs(look, kinds, numberStart, placing);
		glyphs.add(look);
		return glyphs;
	}

	private static boolean numbered(int numberStart, int position) {
		return numberStart >= 0 && position >= numberStart && position < numberStart + 9;
	}

	private static float[] best(Look look, char kind, boolean inNumber) {
		float[] best = new float[look.places()];
		java.util.Arrays.fill(best, Float.NEGATIVE_INFINITY);
		for (int symbol = 0; symbol < Symbols.NOTHING; symbol++) {
			if (!allowed(symbol, kind)) {
				continue;
			}
			float against = (inNumber) ? against(symbol) : 0;
			for (int place = 0; place < best.length; place++) {
				best[place] = Math.max(best[place], look.answers()[symbol][place] - against);
			}
		}
		return best;
	}

	private static boolean allowed(int symbol, char kind) {
		char c = Symbols.ALL.charAt(symbol);
		boolean digit = symbol < 10;
		return switch (kind) {
			case 'L' -> !digit;
			case 'D' -> digit;
			case 'F' -> digit || c == '<';
			case 'S' -> c == 'M' || c == 'F' || c == '<';
			default -> true;
		};
	}

	private static float against(int symbol) {
		return switch (Symbols.ALL.charAt(symbol)) {
			case 'O' -> AGAINST_O;
			case 'I', 'D', 'Q' -> AGAINST_OTHERS;
			default -> 0;
		};
	}

	/**
	 * Adds what another look at the same line says.
	 * @param other a look with the same start
	 */
	void add(Look other) {
		this.looks++;
		for (int i = 0; i < this.answers.length; i++) {
			int place = other.place(this.look.along(this.placing.places()[i]));
			for (int symbol = 0; symbol < Symbols.NOTHING; symbol++) {
				float[] answers = other.answers()[symbol];
				float sum = (float) Math.exp(answers[place]);
				float weight = 1;
				if (other.stride() < GlyphNet.STRIDE && place > 0 && place + 1 < answers.length) {
					sum += BESIDE * (float) (Math.exp(answers[place - 1]) + Math.exp(answers[place + 1]));
					weight += 2 * BESIDE;
				}
				this.answers[i][symbol] += (float) Math.log(sum / weight + 1e-5f);
			}
		}
	}

	private float value(int position, int symbol) {
		float mean = this.answers[position][symbol] / this.looks;
		return (numbered(this.numberStart, position)) ? mean - against(symbol) : mean;
	}

	private int best(int position) {
		int best = -1;
		for (int symbol = 0; symbol < Symbols.NOTHING; symbol++) {
			if (allowed(symbol, this.kinds.charAt(position))
					&& (best < 0 || value(position, symbol) > value(position, best))) {
				best = symbol;
			}
		}
		return best;
	}

	String text() {
		var text = new StringBuilder();
		for (int i = 0; i < this.answers.length; i++) {
			text.append(Symbols.ALL.charAt(best(i)));
		}
		return text.toString();
	}

	/** How probable the symbol read is: 0 to 1. */
	double probability(int position) {
		return Math.exp(this.answers[position][best(position)] / this.looks);
	}

	/** By how much the symbol read is likelier than any other, as a logarithm. */
	double margin(int position) {
		int best = best(position);
		float second = Float.NEGATIVE_INFINITY;
		for (int symbol = 0; symbol < Symbols.NOTHING; symbol++) {
			second = (symbol != best) ? Math.max(second, this.answers[position][symbol]) : second;
		}
		return (this.answers[position][best] - second) / this.looks;
	}

	/** How probable the symbols read are, on average. */
	double confidence() {
		double sum = 0;
		for (int i = 0; i < this.answers.length; i++) {
			sum += probability(i);
		}
		return sum / this.answers.length;
	}

	List<Double> margins(int from, int to) {
		var margins = new ArrayList<Double>();
		for (int i = from; i < to; i++) {
			margins.add(margin(i));
		}
		return margins;
	}

	Look look() {
		return this.look;
	}

	float alongFirst() {
		return this.look.along(this.placing.places()[0]);
	}

	float alongLast() {
		return this.look.along(this.placing.places()[this.placing.places().length - 1]);
	}

}
