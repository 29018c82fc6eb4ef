package app.resim.identity.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lines of a picture that may be lines of a zone, the most promising first: long ones,
 * and those with a neighbour of the same length.
 */
final class Candidates {

	/**
	 * Gaps that are closed within a line; small print and large. In pixels of the copy.
	 */
	private static final int[] GAPS = { 9, 22 };

	private static final int MOST = 14;

	private Candidates() {
	}

	static List<Course> of(Gray gray, float angle) {
		Ink ink = Ink.of(gray, angle);
		var all = new ArrayList<Course>();
		for (int gap : GAPS) {
			for (Course course : Blobs.lines(ink, gap)) {
				if (all.stream().noneMatch(other -> same(other, course))) {
					all.add(course);
				}
			}
		}
		return all.stream()
			.sorted(Comparator.comparingDouble((Course course) -> -promise(course, all)))
			.limit(MOST)
			.toList();
	}

	private static double promise(Course course, List<Course> all) {
		long neighbours = all.stream().filter(other -> neighbour(course, other)).count();
		return course.length() * ((neighbours > 0) ? 1.6 : 1);
	}

	private static boolean same(Course a, Course b) {
		return Math.abs(a.length() / b.length() - 1) < 0.15 && Math.abs(down(a, b)) < 0.4f * a.cap()
				&& Math.abs(along(a, b)) < 0.1f * a.length();
	}

	private static boolean neighbour(Course a, Course b) {
		float apart = Math.abs(down(a, b)) / a.cap();
		float ratio = a.length() / b.length();
		return apart > 1 && apart < 4 && ratio > 0.75 && ratio < 1.33 && Math.abs(along(a, b)) < 0.3f * a.length()
				&& Math.abs(Math.sin(a.angle() - b.angle())) < 0.06;
	}

	/** From the middle of one to the middle of the other, along the first. */
	private static float along(Course a, Course b) {
		return acrossX(a, b) * a.alongX() + acrossY(a, b) * a.alongY();
	}

	private static float down(Course a, Course b) {
		return acrossY(a, b) * a.alongX() - acrossX(a, b) * a.alongY();
	}

	private static float acrossX(Course a, Course b) {
		return b.x() + b.alongX() * b.length() / 2 - a.x() - a.alongX() * a.length() / 2;
	}

	private static float acrossY(Course a, Course b) {
		return b.y() + b.alongY() * b.length() / 2 - a.y() - a.alongY() * a.length() / 2;
	}

}
