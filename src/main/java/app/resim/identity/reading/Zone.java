package app.resim.identity.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.identity.mrz.Format;
import app.resim.identity.mrz.Mrz;
import app.resim.identity.mrz.MrzParsing;

/**
 * A zone read off a picture.
 */
final class Zone {

	private static final double CLEAR = 0.6;

	/** Less is no zone, or one that no second look makes readable. */
	private static final double HOPELESS = 0.5;

	private static final double SHARP = 0.9;

	private static final double SHARP_MARGIN = 2;

	private final List<Glyphs> lines;

	private final Mrz mrz;

	private Zone(List<Glyphs> lines, Mrz mrz) {
		this.lines = lines;
		this.mrz = mrz;
	}

	/**
	 * Reads the zone that a line belongs to.
	 * @param gray the picture
	 * @param net the net
	 * @param course the line
	 * @param today for the century of a birth
	 * @return the zone, if there is one
	 */
	static Optional<Zone> found(Gray gray, GlyphNet net, Course course, LocalDate today) {
		return new Lines(gray, net).around(course).flatMap(lines -> read(gray, net, lines, today));
	}

	private static Optional<Zone> read(Gray gray, GlyphNet net, List<TextLine> lines, LocalDate today) {
		List<Look> looks = lines.stream().map(TextLine::look).toList();
		Optional<Zone> quick = parsed(glyphs(lines, looks), today);
		if (quick.isPresent() && quick.get().holds() && quick.get().sharp()) {
			return quick;
		}
		List<Look> closer = looks.stream().map(look -> look.closer(gray, net)).toList();
		List<Glyphs> glyphs = glyphs(lines, closer);
		Optional<Zone> close = parsed(glyphs, today);
		if (close.isEmpty() || close.get().holds() || close.get().confidence() < HOPELESS) {
			return close;
		}
		glyphs.forEach(line -> lookAgain(gray, net, line));
		return parsed(glyphs, today);
	}

	private static List<Glyphs> glyphs(List<TextLine> lines, List<Look> looks) {
		Format format = format(lines, looks);
		var glyphs = new ArrayList<Glyphs>();
		for (int row = 0; row < lines.size(); row++) {
			glyphs.add(Glyphs.of(looks.get(row), lines.get(row).pitch(), format, row));
		}
		return glyphs;
	}

	/** From a little nearer, farther, higher and lower. */
	private static void lookAgain(Gray gray, GlyphNet net, Glyphs line) {
		Course course = line.look().course();
		float little = 0.06f * course.cap();
		line.add(Look.at(gray, course.withCap(0.92f * course.cap()).lowered(little), net));
		line.add(Look.at(gray, course.withCap(1.09f * course.cap()).lowered(-little), net));
		line.add(Look.at(gray, course.lowered(little), net));
	}

	private static Format format(List<TextLine> lines, List<Look> looks) {
		int glyphs = lines.getFirst().glyphs();
		if (glyphs == 30) {
			return Format.TD1;
		}
		Format usual = (glyphs == 36) ? Format.TD2 : Format.TD3;
		String first = Glyphs.of(looks.getFirst(), lines.getFirst().pitch(), usual, 0).text();
		if (first.startsWith("V")) {
			return (glyphs == 36) ? Format.MRV_B : Format.MRV_A;
		}
		return (first.startsWith("PNRUS")) ? Format.PNRUS : usual;
	}

	private static Optional<Zone> parsed(List<Glyphs> lines, LocalDate today) {
		return switch (Mrz.parse(lines.stream().map(Glyphs::text).toList(), today)) {
			case MrzParsing.Parsed parsed -> Optional.of(new Zone(lines, parsed.mrz()));
			case MrzParsing.NotAnMrz _ -> Optional.empty();
		};
	}

	boolean digitsPass() {
		return this.mrz.digitsPass() && certain();
	}

	boolean holds() {
		return digitsPass() && this.mrz.plausible();
	}

	/** Whether no closer look could change it. */
	private boolean sharp() {
		return this.lines.stream().allMatch(line -> line.confidence() > SHARP)
				&& Certainty.least(this.mrz.format(), this.lines) > SHARP_MARGIN;
	}

	/** Whether it is well readable, so that there is no other. */
	boolean clear() {
		return confidence() > CLEAR;
	}

	/** Whether a line runs where one of this zone's does. */
	boolean covers(Course course) {
		return this.lines.stream().anyMatch(line -> line.look().course().near(course));
	}

	boolean betterThan(Zone other) {
		return rank() > other.rank();
	}

	private double rank() {
		double passed = this.mrz.checks().stream().filter(check -> check.passed()).count();
		return ((digitsPass()) ? 100 : 0) + passed + confidence();
	}

	private double confidence() {
		return this.lines.stream().mapToDouble(Glyphs::confidence).average().orElse(0);
	}

	private boolean certain() {
		return Certainty.of(this.mrz.format(), this.lines);
	}

	/** Told to others. The picture may have been made smaller before it was looked at. */
	MrzRead read(int scale) {
		return new MrzRead(this.mrz, this.lines.stream().map(Glyphs::confidence).toList(), box(scale), certain());
	}

	private MrzRead.Box box(int scale) {
		float left = Float.MAX_VALUE;
		float upper = Float.MAX_VALUE;
		float right = 0;
		float lower = 0;
		for (Glyphs line : this.lines) {
			Course course = line.look().course();
			for (float along : new float[] { line.alongFirst() - course.cap(), line.alongLast() + course.cap() }) {
				for (float down : new float[] { -0.8f * course.cap(), 0.8f * course.cap() }) {
					float x = course.x() + course.alongX() * along - course.alongY() * down;
					float y = course.y() + course.alongY() * along + course.alongX() * down;
					left = Math.min(left, x);
					right = Math.max(right, x);
					upper = Math.min(upper, y);
					lower = Math.max(lower, y);
				}
			}
		}
		int x = Math.max(0, (int) left * scale);
		int y = Math.max(0, (int) upper * scale);
		return new MrzRead.Box(x, y, (int) Math.ceil(right) * scale - x, (int) Math.ceil(lower) * scale - y);
	}

}
