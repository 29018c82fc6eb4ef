package app.resim.identity.reading.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * A whole page of a document that does not exist: paper with a pattern, a grey portrait,
 * headings, and the zone at the bottom. For trying the reader, not for teaching it.
 */
public final class Page {

	private static final int COLUMNS_BESIDE = 26;

	private Page() {
	}

	/**
	 * Draws a page.
	 * @param font to print with
	 * @param zone the lines at the bottom
	 * @param width in pixels
	 * @param random decides about everything else
	 * @return the page, upright and clean
	 */
	public static BufferedImage of(OcrB font, List<String> zone, int width, Random random) {
		int columns = zone.getFirst().length();
		double pitch = width / (columns + 3.5 + random.nextDouble() * 2);
		double cap = 1.05 + random.nextDouble() * 0.35;
		double gap = cap * (1.5 + random.nextDouble() * 0.8);
		int height = (int) (width * ((columns == 44) ? 0.7 : 0.66));
		int shade = 190 + random.nextInt(60);
		BufferedImage page = Wear.paper(width, height, shade, 4 + random.nextInt(26), pitch, random);
		portrait(page, random);
		int ink = random.nextInt(70);
		facts(page, font, pitch * 0.75, random, ink);
		double left = (width - columns * pitch) / 2 + pitch / 2;
		double top = height - pitch * (1.6 + gap * (zone.size() - 1) + random.nextDouble());
		var lay = new Lay(left, top, pitch, 0, 0, 0, 0, 0, 0);
		new Print(zone, lay, cap, gap).draw(page, font, random, ink);
		return page;
	}

	private static void portrait(BufferedImage page, Random random) {
		Graphics2D graphics = page.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		int width = page.getWidth();
		int height = page.getHeight();
		graphics.setColor(grey(120 + random.nextInt(100)));
		graphics.fillRect(width / 20, height / 6, width / 4, height / 2);
		graphics.setColor(grey(40 + random.nextInt(60)));
		graphics.fill(new Ellipse2D.Double(width * 0.1, height * 0.2, width * 0.15, height * 0.3));
		graphics.setColor(grey(150 + random.nextInt(60)));
		graphics.fill(new Ellipse2D.Double(width * 0.12, height * 0.25, width * 0.11, height * 0.25));
		graphics.dispose();
	}

	private static Color grey(int shade) {
		return new Color(shade, shade, shade);
	}

	private static void facts(BufferedImage page, OcrB font, double pitch, Random random, int ink) {
		var invented = new Invented(random);
		Graphics2D graphics = page.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setColor(grey(ink));
		for (int row = 0; row < 8; row++) {
			double size = pitch * (0.6 + random.nextDouble() * 0.6);
			String text = invented.symbols(5 + random.nextInt(COLUMNS_BESIDE)).replace('<', ' ');
			double x = page.getWidth() * 0.36;
			for (char symbol : text.toCharArray()) {
				x += size;
				if (symbol != ' ') {
					var place = AffineTransform.getTranslateInstance(x, page.getHeight() * (0.1 + row * 0.07));
					place.scale(size * 0.9, size * 1.1);
					graphics.fill(place.createTransformedShape(font.glyph(symbol, 0)));
				}
			}
		}
		graphics.dispose();
	}

}
