package app.resim.identity.reading;

/**
 * Where a line of text runs in a picture: along a parabola through the middle of its
 * capitals, which may grow from its start to its end.
 *
 * @param x where it starts
 * @param y where it starts, at half the height of the capitals
 * @param angle its direction in radians, clockwise from the right
 * @param length in pixels
 * @param cap the height of the capitals in its middle, in pixels
 * @param sag how far the middle hangs under the chord, in pixels
 * @param growth by which part of their height the capitals grow from start to end
 */
record Course(float x, float y, float angle, float length, float cap, float sag, float growth) {

	Course(float x, float y, float angle, float length, float cap) {
		this(x, y, angle, length, cap, 0, 0);
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

	/** How tall capitals are here, as a part of those in the middle. */
	float size(float along) {
		return 1 + this.growth * (along / this.length - 0.5f);
	}

	/**
	 * How far along the line it is where glyphs that do not grow would be so far along.
	 * @param even in pixels
	 * @return in pixels
	 */
	float along(float even) {
		return even + this.growth / 2 * (even * even / this.length - even);
	}

	/** Undoes {@link #along}. */
	float even(float along) {
		if (Math.abs(this.growth) < 1e-3f) {
			return along;
		}
		float linear = 1 - this.growth / 2;
		float root = (float) Math.sqrt(Math.max(0, linear * linear + 2 * this.growth * along / this.length));
		return (root - linear) / this.growth * this.length;
	}

	/** The same, further down. */
	Course lowered(float by) {
		return new Course(this.x - alongY() * by, this.y + alongX() * by, this.angle, this.length, this.cap, this.sag,
				this.growth);
	}

	/** The same from another start to another end, both told in pixels from the start. */
	Course part(float from, float to) {
		float ratio = (to - from) / this.length;
		float chord = this.angle + (float) Math.atan2(hang(to) - hang(from), to - from);
		return new Course(this.x + alongX() * from - alongY() * hang(from),
				this.y + alongY() * from + alongX() * hang(from), chord, to - from, this.cap * size((from + to) / 2),
				this.sag * ratio * ratio, this.growth * ratio);
	}

	Course withCap(float height) {
		return new Course(this.x, this.y, this.angle, this.length, height, this.sag, this.growth);
	}

	Course withSag(float pixels) {
		return new Course(this.x, this.y, this.angle, this.length, this.cap, pixels, this.growth);
	}

	Course withGrowth(float part) {
		return new Course(this.x, this.y, this.angle, this.length, this.cap, this.sag, part);
	}

	/** Turned about its middle. */
	Course turned(float radians) {
		float half = this.length / 2;
		float middleX = this.x + alongX() * half;
		float middleY = this.y + alongY() * half;
		float turned = this.angle + radians;
		return new Course(middleX - (float) Math.cos(turned) * half, middleY - (float) Math.sin(turned) * half, turned,
				this.length, this.cap, this.sag, this.growth);
	}

	/** The same line for a reader who stands on the other side of the page. */
	Course reversed() {
		return new Course(this.x + alongX() * this.length, this.y + alongY() * this.length,
				this.angle + (float) Math.PI, this.length, this.cap, -this.sag, -this.growth);
	}

	/**
	 * How far below this line another one runs where this one is so far along, in pixels.
	 */
	float down(Course other, float along) {
		float dx = this.x + alongX() * along - alongY() * hang(along) - other.x;
		float dy = this.y + alongY() * along + alongX() * hang(along) - other.y;
		float there = dx * other.alongX() + dy * other.alongY();
		return other.hang(there) - (dy * other.alongX() - dx * other.alongY());
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
