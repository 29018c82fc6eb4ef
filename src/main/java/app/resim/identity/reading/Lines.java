package app.resim.identity.reading;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the lines of a zone, given one of them.
 */
final class Lines {

	/** How sure the net must be of a line that was found by itself. */
	private static final double LEAST = -1.1;

	/** And of one next to such a line. */
	private static final double LEAST_NEXT = -1.5;

	/** How much longer than its ink a line is at first taken to be, at either end. */
	private static final float[] LONGER = { 0.1f, 0.7f };

	private static final float LEAST_GROWTH = 0.05f;

	private static final float MOST_GROWTH = 0.3f;

	private final Gray gray;

	private final GlyphNet net;

	Lines(Gray gray, GlyphNet net) {
		this.gray = gray;
		this.net = net;
	}

	/**
	 * All lines.
	 * @param course one line, as far as it could be seen
	 * @return three lines of 30 or two of 36 or 44, from the top
	 */
	Optional<List<TextLine>> around(Course course) {
		return whole(course).flatMap(this::withNeighbours);
	}

	private Optional<TextLine> whole(Course course) {
		for (float longer : LONGER) {
			float more = longer * course.length() + 2 * course.cap();
			TextLine line = TextLine.of(look(course.part(-more, course.length() + more)));
			if (line.sureness() > LEAST) {
				return Optional.of(TextLine.of(look(fitted(line.trimmed())), line.glyphs()));
			}
		}
		return Optional.empty();
	}

	private Look look(Course course) {
		return Look.at(this.gray, course, this.net);
	}

	private Course fitted(Course course) {
		return Fitting.fitted(this.gray, course);
	}

	private Optional<List<TextLine>> withNeighbours(TextLine line) {
		int wanted = (line.glyphs() == 30) ? 3 : 2;
		var lines = new LinkedList<TextLine>();
		lines.add(line);
		// the line with the digits is the lower of two
		boolean belowFirst = !line.mostlyDigits();
		grow(lines, wanted, belowFirst);
		grow(lines, wanted, !belowFirst);
		return (lines.size() == wanted) ? Optional.of(grown(lines)) : Optional.empty();
	}

	/** Where lines draw apart, the page is nearer, and its glyphs are larger. */
	private List<TextLine> grown(LinkedList<TextLine> lines) {
		Course upper = lines.getFirst().look().course();
		Course lower = lines.getLast().look().course();
		float before = upper.down(lower, 0);
		float behind = upper.down(lower, upper.length());
		float growth = Math.clamp(2 * (behind - before) / (behind + before), -MOST_GROWTH, MOST_GROWTH);
		if (Math.abs(growth) < LEAST_GROWTH) {
			return new ArrayList<>(lines);
		}
		return lines.stream()
			.map(line -> TextLine.of(look(fitted(line.look().course().withGrowth(growth))), line.glyphs()))
			.toList();
	}

	private void grow(LinkedList<TextLine> lines, int wanted, boolean below) {
		while (lines.size() < wanted) {
			Optional<TextLine> next = next(lines, below);
			if (next.isEmpty()) {
				return;
			}
			if (below) {
				lines.addLast(next.get());
			}
			else {
				lines.addFirst(next.get());
			}
		}
	}

	private Optional<TextLine> next(LinkedList<TextLine> lines, boolean below) {
		TextLine line = (below) ? lines.getLast() : lines.getFirst();
		for (Course course : Neighbours.of(this.gray, line.look().course(), below)) {
			Course fitted = fitted(course);
			// where there is no line, fitting may slip back to one that is known
			if (lines.stream().anyMatch(known -> known.look().course().near(fitted))) {
				continue;
			}
			TextLine next = TextLine.of(look(fitted), line.glyphs());
			if (next.sureness() > LEAST_NEXT) {
				return Optional.of(next);
			}
		}
		return Optional.empty();
	}

}
