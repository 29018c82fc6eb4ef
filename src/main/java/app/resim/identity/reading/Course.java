package app.resim.identity.reading;

/**
 * Where a line of text runs in a picture: along a parabola through the middle of its
 * capitals.
 *
 * @param x where it starts
 * @param y where it starts, at half the height of the capitals
 * @param angle its direction in radians, clockwise from the right
 * @param length in pixels
 * @param cap the height of its capitals in pixels
 * @param sag how far the middle hangs under the chord, in pixels
 */
record Course(float x, float y, float angle, float length, float cap, float sag) {

	Course(float x, float y, float angle, float length, float cap) {
		this(x, y, angle, length, cap, 0);
	}

	float alongX() {
		return (float) Math.cos(this.angle);
	}

	float alongY() {
		return (float) Math.sin(this.angle);
	}

	/**
	 * How far the line hangs under its chord.
	 * @param along how far from the start, in pixels
	 * @return in pixels
	 */
	float hang(float along) {
		float part = along / this.length;
		return 4 * this.sag * part * (1 - part);
	}

	/** The same, further down. */
	Course lowered(float by) {
		return new Course(this.x - alongY() * by, this.y + alongX() * by, this.angle, this.length, this.cap, this.sag);
	}

	/** The same from another start to another end, both told in pixels from the start. */
	Course part(float from, float to) {
		return new Course(this.x + alongX() * from - alongY() * hang(from),
				this.y + alongY() * from + alongX() * hang(from), chord(from, to), to - from, this.cap,
				this.sag * square((to - from) / this.length));
	}

	private float chord(float from, float to) {
		return this.angle + (float) Math.atan2(hang(to) - hang(from), to - from);
	}

	private static float square(float a) {
		return a * a;
	}

	Course withCap(float height) {
		return new Course(this.x, this.y, this.angle, this.length, height, this.sag);
	}

	Course withSag(float pixels) {
		return new Course(this.x, this.y, this.angle, this.length, this.cap, pixels);
	}

	/** Turned about its middle. */
	Course turned(float radians) {
		float half = this.length / 2;
		float middleX = this.x + alongX() * half;
		float middleY = this.y + alongY() * half;
		float turned = this.angle + radians;
		return new Course(middleX - (float) Math.cos(turned) * half, middleY - (float) Math.sin(turned) * half, turned,
				this.length, this.cap, this.sag);
	}

	/** The same line for a reader who stands on the other side of the page. */
	Course reversed() {
		return new Course(this.x + alongX() * this.length, this.y + alongY() * this.length,
				this.angle + (float) Math.PI, this.length, this.cap, -this.sag);
	}

	/** Whether the middle of another line is on this one. */
	boolean near(Course other) {
		float dx = other.x + other.alongX() * other.length / 2 - this.x;
		float dy = other.y + other.alongY() * other.length / 2 - this.y;
		float along = dx * alongX() + dy * alongY();
		float down = dy * alongX() - dx * alongY();
		return along > 0 && along < this.length && Math.abs(down - hang(along)) < this.cap / 2;
	}

}
