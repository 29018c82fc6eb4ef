package app.resim.identity.reading;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins ink that lies side by side into blobs, and tells which of them are long and thin:
 * lines of text, mostly.
 */
final class Blobs {

	/** A line is at least this many times as long as it is high. */
	private static final float SLIM = 5.5f;

	/** And at least this part of the longer edge. */
	private static final float LEAST_PART = 0.16f;

	private static final float LEAST_HEIGHT = 4;

	private static final float MOST_HEIGHT = 70;

	private static final double SPREAD = Math.sqrt(12);

	private final Ink ink;

	private final int gap;

	private int[] parents = new int[1024];

	/** For each run its row, its first column and the one after its last. */
	private int[] runs = new int[3 * 1024];

	private int count;

	private Blobs(Ink ink, int gap) {
		this.ink = ink;
		this.gap = gap;
	}

	/**
	 * Finds lines.
	 * @param ink what is dark
	 * @param gap the widest gap within a line, in pixels of the copy
	 * @return lines in the picture, long ones first
	 */
	static List<Course> lines(Ink ink, int gap) {
		var blobs = new Blobs(ink, gap);
		blobs.join();
		return blobs.courses();
	}

	private void join() {
		int before = 0;
		for (int y = 0; y < this.ink.height; y++) {
			int first = this.count;
			row(y);
			meet(before, first);
			before = first;
		}
	}

	/** Short runs are dropped: specks, and what leads from one line to the next. */
	private void row(int y) {
		int start = -1;
		int last = -1;
		for (int x = 0; x < this.ink.width; x++) {
			if (!this.ink.dark[y * this.ink.width + x]) {
				continue;
			}
			if (start >= 0 && x - last > this.gap) {
				add(y, start, last + 1);
				start = x;
			}
			start = (start < 0) ? x : start;
			last = x;
		}
		if (start >= 0) {
			add(y, start, last + 1);
		}
	}

	private void add(int y, int from, int to) {
		if (to - from < 2 * this.gap) {
			return;
		}
		if (this.count == this.parents.length) {
			this.parents = java.util.Arrays.copyOf(this.parents, 2 * this.count);
			this.runs = java.util.Arrays.copyOf(this.runs, 6 * this.count);
		}
		this.parents[this.count] = this.count;
		this.runs[3 * this.count] = y;
		this.runs[3 * this.count + 1] = from;
		this.runs[3 * this.count + 2] = to;
		this.count++;
	}

	private void meet(int above, int below) {
		int upper = above;
		int lower = below;
		while (upper < below && lower < this.count) {
			boolean touching = this.runs[3 * upper] + 1 == this.runs[3 * lower]
					&& this.runs[3 * upper + 1] < this.runs[3 * lower + 2]
					&& this.runs[3 * lower + 1] < this.runs[3 * upper + 2];
			if (touching) {
				this.parents[root(lower)] = root(upper);
			}
			if (this.runs[3 * upper + 2] < this.runs[3 * lower + 2]) {
				upper++;
			}
			else {
				lower++;
			}
		}
	}

	private int root(int run) {
		int root = run;
		while (this.parents[root] != root) {
			this.parents[root] = this.parents[this.parents[root]];
			root = this.parents[root];
		}
		return root;
	}

	private List<Course> courses() {
		double[][] moments = new double[this.count][];
		for (int run = 0; run < this.count; run++) {
			int root = root(run);
			moments[root] = (moments[root] == null) ? new double[6] : moments[root];
			weigh(moments[root], this.runs[3 * run], this.runs[3 * run + 1], this.runs[3 * run + 2]);
		}
		var courses = new ArrayList<Course>();
		for (double[] moment : moments) {
			if (moment != null) {
				course(moment, courses);
			}
		}
		return courses;
	}

	private static void weigh(double[] moment, int y, int from, int to) {
		double count = to - from;
		double middle = (from + to) / 2.0;
		moment[0] += count;
		moment[1] += count * middle;
		moment[2] += count * (y + 0.5);
		moment[3] += count * (middle * middle + count * count / 12);
		moment[4] += count * middle * (y + 0.5);
		moment[5] += count * (y + 0.5) * (y + 0.5);
	}

	private void course(double[] moment, List<Course> courses) {
		double x = moment[1] / moment[0];
		double y = moment[2] / moment[0];
		double xx = moment[3] / moment[0] - x * x;
		double xy = moment[4] / moment[0] - x * y;
		double yy = moment[5] / moment[0] - y * y + 1 / 12.0;
		double root = Math.sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
		double length = SPREAD * Math.sqrt((xx + yy) / 2 + root);
		double height = SPREAD * Math.sqrt(Math.max(0, (xx + yy) / 2 - root));
		if (length < LEAST_PART * Math.max(this.ink.width, this.ink.height) || length < SLIM * height
				|| height < LEAST_HEIGHT || height > MOST_HEIGHT) {
			return;
		}
		double angle = Math.atan2(2 * xy, xx - yy) / 2;
		courses.add(inPicture(x, y, angle, length, height));
	}

	private Course inPicture(double x, double y, double angle, double length, double height) {
		double fromX = x - Math.cos(angle) * length / 2;
		double fromY = y - Math.sin(angle) * length / 2;
		double toX = x + Math.cos(angle) * length / 2;
		double toY = y + Math.sin(angle) * length / 2;
		float startX = this.ink.pictureX((float) fromX, (float) fromY);
		float startY = this.ink.pictureY((float) fromX, (float) fromY);
		float endX = this.ink.pictureX((float) toX, (float) toY);
		float endY = this.ink.pictureY((float) toX, (float) toY);
		return new Course(startX, startY, (float) Math.atan2(endY - startY, endX - startX),
				(float) Math.hypot(endX - startX, endY - startY), (float) height * this.ink.scale);
	}

}
