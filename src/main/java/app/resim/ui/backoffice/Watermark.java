package app.resim.ui.backoffice;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import javax.imageio.ImageIO;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

import org.springframework.stereotype.Component;

/**
 * Burns a line of text across a picture, again and again, so that a photo of a screen or
 * a saved copy still says who looked at it and when. The letters come from a font file
 * that travels with the application: servers often have none.
 */
@Component
class Watermark {

	private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

	/** Height of the letters and distance of the lines, as parts of the longer edge. */
	private static final double LETTER = 0.026;

	private static final double DISTANCE = 0.2;

	private static final double SLANT = Math.toRadians(-24);

	private static final float STRENGTH = 0.38f;

	private final TrueTypeFont font;

	private final CmapLookup letters;

	Watermark() {
		try (InputStream file = Objects.requireNonNull(Watermark.class.getResourceAsStream(FONT))) {
			this.font = new TTFParser().parse(new RandomAccessReadBuffer(file));
			this.letters = this.font.getUnicodeCmapLookup();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Marks a picture.
	 * @param jpeg the picture
	 * @param text what to burn in, short
	 * @return the marked picture as a JPEG
	 */
	byte[] burn(byte[] jpeg, String text) {
		try {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
			draw(picture, text);
			var marked = new ByteArrayOutputStream(jpeg.length);
			ImageIO.write(picture, "jpeg", marked);
			return marked.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void draw(BufferedImage picture, String text) throws IOException {
		int edge = Math.max(picture.getWidth(), picture.getHeight());
		GeneralPath line = outline(text, edge * LETTER);
		double step = line.getBounds2D().getWidth() + edge * DISTANCE / 2;
		Graphics2D pen = picture.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, STRENGTH));
		pen.rotate(SLANT, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
		boolean odd = false;
		for (double y = -edge; y < 2 * edge; y += edge * DISTANCE) {
			for (double x = -edge + (odd ? step / 2 : 0); x < 2 * edge; x += step) {
				stamp(pen, line, x, y, edge);
			}
			odd = !odd;
		}
		pen.dispose();
	}

	/** Light with a dark shadow: seen on white paper and in dark hair. */
	private static void stamp(Graphics2D pen, GeneralPath line, double x, double y, int edge) {
		double shadow = Math.max(1, edge / 900.0);
		pen.setColor(Color.BLACK);
		pen.fill(line.createTransformedShape(AffineTransform.getTranslateInstance(x + shadow, y + shadow)));
		pen.setColor(Color.WHITE);
		pen.fill(line.createTransformedShape(AffineTransform.getTranslateInstance(x, y)));
	}

	private GeneralPath outline(String text, double height) throws IOException {
		double scale = height / this.font.getUnitsPerEm();
		var line = new GeneralPath();
		double x = 0;
		for (int letter : text.codePoints().toArray()) {
			int glyph = this.letters.getGlyphId(letter);
			GlyphData data = this.font.getGlyph().getGlyph(glyph);
			if (data != null) {
				var place = new AffineTransform(scale, 0, 0, -scale, x, 0);
				line.append(data.getPath().getPathIterator(place), false);
			}
			x += this.font.getAdvanceWidth(glyph) * scale;
		}
		return line;
	}

}
