package app.resim.identity.reading;

/**
 * Lays a course exactly over the ink of its line: its height, its direction and its sag
 * from where the ink is in seven parts of it.
 */
final class Fitting {

	private static final int PARTS = 7;

	/** Of the line and what is around it, in heights of its capitals. */
	private static final float AROUND = 1.9f;

	/** How far ink spreads about the middle of a line, in heights of its capitals. */
	private static final float SPREAD = 0.285f;

	private final float[] middles = new float[PARTS];

	private final float[] weights = new float[PARTS];

	private float spread;

	private Fitting() {
	}

	static Course fitted(Gray gray, Course course) {
		Course fitted = course;
		for (int round = 0; round < 3; round++) {
			fitted = better(gray, fitted, round > 0);
		}
		return fitted;
	}

	private static Course better(Gray gray, Course course, boolean bent) {
		var fitting = new Fitting();
		float[][] strip = Strip.cut(gray, course.withCap(course.cap() * AROUND / Strip.SHOWN));
		fitting.measure(strip);
		float unit = course.cap() * AROUND / Strip.HEIGHT;
		return fitting.laid(course, unit, bent);
	}

	private void measure(float[][] strip) {
		double squares = 0;
		double total = 0;
		for (int part = 0; part < PARTS; part++) {
			float[] profile = profile(strip, part);
			float middle = middle(profile, Strip.HEIGHT / 2f);
			middle = middle(profile, middle);
			this.middles[part] = middle - Strip.HEIGHT / 2f;
			for (int row = 0; row < profile.length; row++) {
				float off = row + 0.5f - middle;
				if (Math.abs(off) < near()) {
					this.weights[part] += profile[row];
					squares += profile[row] * off * off;
				}
			}
			total += this.weights[part];
		}
		this.spread = (float) Math.sqrt(squares / Math.max(1e-6, total));
	}

	private static float near() {
		return 0.72f * Strip.HEIGHT / AROUND;
	}

	private static float[] profile(float[][] strip, int part) {
		int width = strip[0].length;
		float[] profile = new float[strip.length];
		for (int row = 0; row < strip.length; row++) {
			for (int x = width * part / PARTS; x < width * (part + 1) / PARTS; x++) {
				profile[row] += Math.max(0, -strip[row][x] - 0.5f);
			}
		}
		float least = profile[0];
		for (float value : profile) {
			least = Math.min(least, value);
		}
		for (int row = 0; row < profile.length; row++) {
			profile[row] -= least;
		}
		return profile;
	}

	private static float middle(float[] profile, float about) {
		float sum = 0;
		float weight = 1e-6f;
		for (int row = 0; row < profile.length; row++) {
			if (Math.abs(row + 0.5f - about) < near()) {
				sum += profile[row] * (row + 0.5f - about);
				weight += profile[row];
			}
		}
		return about + sum / weight;
	}

	/** The parabola nearest to the middles, each by its weight. */
	private Course laid(Course course, float unit, boolean bent) {
		double[][] sums = new double[3][4];
		for (int part = 0; part < PARTS; part++) {
			double t = (part + 0.5) / PARTS - 0.5;
			double[] terms = { 1, t, (bent) ? 0.25 - t * t : 0 };
			for (int i = 0; i < 3; i++) {
				for (int j = 0; j < 3; j++) {
					sums[i][j] += this.weights[part] * terms[i] * terms[j];
				}
				sums[i][3] += this.weights[part] * terms[i] * this.middles[part] * unit;
			}
		}
		for (int i = 0; i < 3; i++) {
			sums[i][i] += 1e-3 + ((i == 2) ? 0.02 * sums[0][0] : 0);
		}
		double[] terms = solved(sums);
		float height = course.cap() * Math.clamp(this.spread * AROUND / Strip.HEIGHT / SPREAD, 0.75f, 1.25f);
		return course.turned((float) Math.atan(terms[1] / course.length()))
			.lowered((float) terms[0])
			.withSag(course.sag() + (float) terms[2] / 4)
			.withCap(height);
	}

	private static double[] solved(double[][] sums) {
		for (int i = 0; i < 3; i++) {
			for (int row = 0; row < 3; row++) {
				double factor = (row == i) ? 0 : sums[row][i] / sums[i][i];
				for (int k = i; k < 4; k++) {
					sums[row][k] -= factor * sums[i][k];
				}
			}
		}
		return new double[] { sums[0][3] / sums[0][0], sums[1][3] / sums[1][1], sums[2][3] / sums[2][2] };
	}

}
