package app.resim.identity.reading.training;

import java.awt.geom.AffineTransform;
import java.util.Random;

/**
 * How a flat page of text lies in a picture: turned, tilted a little, bent a little.
 * Places on the page are told in pitches.
 */
record Lay(double x, double y, double pitch, double angle, double shear, double tiltX, double tiltY, double bend,
		double middle) {

	static Lay random(Random random, double x, double y, double pitch, double columns) {
		double angle = Math.toRadians(Math.clamp(random.nextGaussian() * 0.6, -2.5, 2.5));
		double tilt = 0.05 / columns;
		return new Lay(x, y, pitch, angle, random.nextGaussian() * 0.03, random.nextGaussian() * tilt,
				random.nextGaussian() * tilt, random.nextGaussian() * 0.1 / columns / columns, columns / 2);
	}

	double[] at(double u, double v) {
		double bent = v + this.bend * (u - this.middle) * (u - this.middle);
		double far = 1 + this.tiltX * u + this.tiltY * bent;
		double px = this.pitch * (u + this.shear * bent) / far;
		double py = this.pitch * bent / far;
		return new double[] { this.x + Math.cos(this.angle) * px - Math.sin(this.angle) * py,
				this.y + Math.sin(this.angle) * px + Math.cos(this.angle) * py };
	}

	/** How the surroundings of a place are drawn. */
	AffineTransform around(double u, double v) {
		double[] here = at(u, v);
		double[] right = at(u + 0.1, v);
		double[] below = at(u, v + 0.1);
		return new AffineTransform((right[0] - here[0]) * 10, (right[1] - here[1]) * 10, (below[0] - here[0]) * 10,
				(below[1] - here[1]) * 10, here[0], here[1]);
	}

}
