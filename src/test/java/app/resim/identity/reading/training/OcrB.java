package app.resim.identity.reading.training;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import app.resim.identity.reading.Insides;

/**
 * The outlines of a free OCR-B font, one pitch wide, capitals of height one, around the
 * middle of the glyph.
 */
public final class OcrB {

	/** Where Debian's package fonts-ocr-b puts it. */
	public static final Path USUAL = Path.of("/usr/share/fonts/opentype/ocr-b");

	private static final String[] FACES = { "OCRB.otf", "OCRBL.otf", "OCRBS.otf" };

	/** Thicker by nothing, a little, more. In pitches. */
	private static final double[] THICKER = { 0, 0.03, 0.06 };

	private final Map<Character, Shape[]> outlines = new HashMap<>();

	private OcrB() {
	}

	public static Optional<OcrB> installed() throws IOException, FontFormatException {
		String chosen = System.getProperty("ocr-b", USUAL.toString());
		return Files.isDirectory(Path.of(chosen)) ? Optional.of(of(Path.of(chosen))) : Optional.empty();
	}

	private static OcrB of(Path folder) throws IOException, FontFormatException {
		var font = new OcrB();
		for (char symbol : Insides.SYMBOLS.toCharArray()) {
			font.outlines.put(symbol, new Shape[FACES.length * THICKER.length]);
		}
		for (int face = 0; face < FACES.length; face++) {
			File file = folder.resolve(FACES[face]).toFile();
			font.add(Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(100f), face);
		}
		return font;
	}

	private void add(Font font, int face) {
		var context = new FontRenderContext(null, true, true);
		Rectangle2D capital = font.createGlyphVector(context, "H").getVisualBounds();
		this.outlines.forEach((symbol, shapes) -> {
			var vector = font.createGlyphVector(context, symbol.toString());
			double advance = vector.getGlyphMetrics(0).getAdvance();
			var unit = AffineTransform.getScaleInstance(1 / advance, 1 / capital.getHeight());
			unit.translate(-advance / 2, -capital.getCenterY());
			Shape shape = unit.createTransformedShape(vector.getOutline());
			for (int i = 0; i < THICKER.length; i++) {
				shapes[face * THICKER.length + i] = thicker(shape, THICKER[i]);
			}
		});
	}

	private static Shape thicker(Shape shape, double by) {
		if (by == 0) {
			return shape;
		}
		var area = new Area(shape);
		area.add(new Area(
				new BasicStroke((float) by, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(shape)));
		return area;
	}

	/** How many ways there are to draw each glyph. */
	int kinds() {
		return FACES.length * THICKER.length;
	}

	Shape glyph(char symbol, int kind) {
		return this.outlines.get(symbol)[kind];
	}

}
