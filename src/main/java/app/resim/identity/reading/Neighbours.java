package app.resim.identity.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the lines next to a line: where, above or below it, there are as many upright
 * strokes side by side.
 */
final class Neighbours {

	/** Steps in the height of a capital. */
	private static final int STEPS = 8;

	/** How far to look, in heights of capitals. */
	private static final float REACH = 3.6f;

	private static final float NEAREST = 1.15f;

	private Neighbours() {
	}

	/**
	 * Lines above or below.
	 * @param gray the picture
	 * @param line the line
	 * @param below whether to look below
	 * @return at most two, the nearest first
	 */
	static List<Course> of(Gray gray, Course line, boolean below) {
		float unit = line.cap() / STEPS;
		float[] profile = smooth(profile(gray, line, unit, below));
		var offsets = new ArrayList<Float>();
		float most = 0;
		for (int row = Math.round(NEAREST * STEPS); row < profile.length; row++) {
			most = Math.max(most, profile[row]);
		}
		for (int row = Math.round(NEAREST * STEPS); row + 1 < profile.length; row++) {
			if (profile[row] >= profile[row - 1] && profile[row] > profile[row + 1] && profile[row] > 0.5f * most) {
				offsets.add(row * unit);
			}
		}
		offsets.sort(Comparator.naturalOrder());
		return offsets.stream().limit(2).map(offset -> line.lowered((below) ? offset : -offset)).toList();
	}

	private static float[] profile(Gray gray, Course line, float unit, boolean below) {
		float[] profile = new float[(int) (REACH * STEPS)];
		int width = (int) (line.length() / unit / 2);
		for (int row = 0; row < profile.length; row++) {
			Course here = line.lowered(((below) ? row : -row) * unit);
			float before = 0;
			for (int i = 0; i < width; i++) {
				float along = 2 * i * unit;
				float hang = here.hang(along);
				float shade = gray.at(here.x() + here.alongX() * along - here.alongY() * hang,
						here.y() + here.alongY() * along + here.alongX() * hang);
				profile[row] += (i > 0) ? Math.abs(shade - before) : 0;
				before = shade;
			}
		}
		return profile;
	}

	private static float[] smooth(float[] profile) {
		float[] smooth = new float[profile.length];
		for (int row = 0; row < profile.length; row++) {
			int from = Math.max(0, row - 3);
			int to = Math.min(profile.length, row + 4);
			for (int i = from; i < to; i++) {
				smooth[row] += profile[i] / (to - from);
			}
		}
		return smooth;
	}

}
