package app.resim.identity.reading.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * Lines of text printed on a picture, and how they were printed.
 *
 * @param lines what they say
 * @param lay how the page lies
 * @param cap the height of the capitals, in pitches
 * @param gap from line to line, in pitches
 */
record Print(List<String> lines, Lay lay, double cap, double gap) {

	void draw(BufferedImage image, OcrB font, Random random, int ink) {
		Graphics2D graphics = image.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		int kind = random.nextInt(font.kinds());
		double width = 0.84 + random.nextDouble() * 0.24;
		double jitter = random.nextDouble() * 0.03;
		double uneven = (random.nextInt(3) == 0) ? random.nextDouble() * 40 : 4;
		for (int row = 0; row < this.lines.size(); row++) {
			for (int column = 0; column < this.lines.get(row).length(); column++) {
				AffineTransform place = this.lay.around(column + random.nextGaussian() * jitter,
						row * this.gap + random.nextGaussian() * jitter);
				place.scale(width, this.cap);
				int shade = (int) Math.clamp(ink + random.nextGaussian() * uneven, 0, 255);
				graphics.setColor(new Color(shade, shade, shade));
				graphics.fill(place.createTransformedShape(font.glyph(this.lines.get(row).charAt(column), kind)));
			}
		}
		graphics.dispose();
	}

}
