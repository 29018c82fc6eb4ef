package app.resim.identity.reading;

import java.util.List;

import app.resim.identity.mrz.Format;

/**
 * Whether a reading is clear enough for its check digits to mean something. One digit in
 * ten passes by chance, so what is guessed must not count.
 */
final class Certainty {

	private static final double LEAST_CONFIDENCE = 0.6;

	private static final double LEAST_MARGIN = 0.5;

	private Certainty() {
	}

	static boolean of(Format format, List<Glyphs> lines) {
		return lines.stream().allMatch(line -> line.confidence() > LEAST_CONFIDENCE)
				&& least(format, lines) > LEAST_MARGIN;
	}

	/** The smallest margin among number, birth and expiry. */
	static double least(Format format, List<Glyphs> lines) {
		Glyphs line = lines.get(format.numberLine());
		double number = least(line.margins(format.numberStart(), format.numberStart() + 10));
		Glyphs person = lines.get(1);
		int birth = (format == Format.TD1) ? 0 : 13;
		int expiry = (format == Format.TD1) ? 8 : 21;
		double dates = Math.min(least(person.margins(birth, birth + 7)), least(person.margins(expiry, expiry + 7)));
		return Math.min(number, dates);
	}

	private static double least(List<Double> margins) {
		return margins.stream().mapToDouble(Double::doubleValue).min().orElse(0);
	}

}
