package app.resim.identity.reading.training;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A few lines of print as a camera or scanner would catch them.
 *
 * @param image the picture
 * @param print what is on it
 * @param scale how much it was scaled after it was drawn
 */
record Block(BufferedImage image, Print print, double scale) {

	/** Empty pitches around the print. */
	private static final int MARGIN = 3;

	private static final String[] FORMATS = { "TD1", "TD2", "TD3", "MRVA", "MRVB" };

	static Block random(OcrB font, Random random, int columns) {
		List<String> lines = lines(random, columns);
		double pitch = 6.3 * Math.exp(random.nextDouble() * Math.log(30 / 6.3));
		double scale = (random.nextInt(4) == 0) ? Math.exp(random.nextDouble() * 1.1 - 0.4) : 1;
		double drawn = Math.max(5, pitch / scale);
		double cap = 0.98 + random.nextDouble() * 0.52;
		double gap = cap * (1.4 + random.nextDouble() * 1.3);
		int width = (int) (drawn * (columns + 2 * MARGIN));
		int height = (int) (drawn * (gap * (lines.size() - 1) + 2 * MARGIN));
		Lay lay = Lay.random(random, drawn * (MARGIN + 0.5), drawn * MARGIN, drawn, columns);
		var print = new Print(lines, lay, cap, gap);
		return new Block(caught(font, random, print, width, height, scale), print, scale);
	}

	private static List<String> lines(Random random, int columns) {
		var invented = new Invented(random);
		var lines = new ArrayList<String>();
		if (random.nextDouble() < 0.55) {
			for (String line : invented.zone(FORMATS[random.nextInt(FORMATS.length)])) {
				int from = random.nextInt(line.length() - columns + 1);
				lines.add(line.substring(from, from + columns));
			}
		}
		else {
			lines.add(invented.symbols(columns));
			lines.add(invented.symbols(columns));
		}
		return lines;
	}

	private static BufferedImage caught(OcrB font, Random random, Print print, int width, int height, double scale) {
		int contrast = 35 + random.nextInt(200);
		int shade = Math.min(250, contrast + random.nextInt(256 - contrast));
		double pattern = (random.nextInt(4) == 0) ? 0 : contrast * 0.3 * random.nextDouble();
		double pitch = print.lay().pitch();
		BufferedImage image = Wear.paper(width, height, shade, pattern, pitch, random);
		print.draw(image, font, random, Math.max(0, shade - contrast));
		float[] pixels = Wear.pixels(image);
		Wear.light(width, height, pixels, random);
		pixels = blurred(width, height, pixels, pitch, random);
		Wear.grain(pixels, grain(random, contrast), random);
		image = scaled(Wear.image(width, height, pixels), scale, random);
		return (random.nextInt(10) < 7) ? Wear.jpeg(image, 0.2f + 0.75f * random.nextFloat()) : image;
	}

	private static float grain(Random random, int contrast) {
		float strength = random.nextFloat();
		return strength * strength * Math.min(16, contrast * 0.12f);
	}

	private static float[] blurred(int width, int height, float[] pixels, double pitch, Random random) {
		double part = random.nextDouble();
		float[] blurred = Wear.soft(width, height, pixels, pitch * 0.21 * part * part);
		if (random.nextInt(6) == 0) {
			blurred = Wear.shaken(width, height, blurred, pitch * 0.45 * random.nextDouble(),
					random.nextDouble() * Math.PI);
		}
		if (random.nextInt(6) == 0) {
			blurred = Wear.sharpened(width, height, blurred, pitch * (0.05 + 0.15 * random.nextDouble()),
					2 * random.nextFloat());
		}
		return blurred;
	}

	private static BufferedImage scaled(BufferedImage image, double scale, Random random) {
		if (scale == 1) {
			return image;
		}
		var scaled = new BufferedImage((int) (image.getWidth() * scale), (int) (image.getHeight() * scale),
				BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = scaled.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, (random.nextInt(3) == 0)
				? RenderingHints.VALUE_INTERPOLATION_BICUBIC : RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(image, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
		graphics.dispose();
		return scaled;
	}

	/** Where a place of the page ended up in the picture, in the middle of pixels. */
	double[] at(double u, double v) {
		double[] drawn = this.print.lay().at(u, v);
		return new double[] { drawn[0] * this.scale - 0.5, drawn[1] * this.scale - 0.5 };
	}

}
