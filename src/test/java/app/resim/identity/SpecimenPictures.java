package app.resim.identity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import javax.imageio.ImageIO;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Draws pictures of documents of a state that does not exist (code UTO) and of a person
 * who does not exist, with SPECIMEN across them. Needs no font of the machine.
 */
public final class SpecimenPictures {

	private static final TrueTypeFont FONT = font();

	private static final Color INK = new Color(0x1B2A33);

	private static final Color PALE_INK = new Color(0x5C7079);

	private static final Color STAMP = new Color(176, 31, 31, 120);

	private SpecimenPictures() {
	}

	/**
	 * The front of an identity card on a table, 1600 by 1100 pixels.
	 * @return a JPEG
	 */
	public static byte[] idCard() {
		return jpeg(onTable(idCardFront()));
	}

	/**
	 * The back of the identity card, with its machine-readable zone (TD1).
	 * @return a JPEG
	 */
	public static byte[] idCardBack() {
		return jpeg(onTable(idCardRear()));
	}

	/**
	 * The picture page of a passport, with its machine-readable zone (TD3).
	 * @return a JPEG, 1600 by 1200 pixels
	 */
	public static byte[] passport() {
		return jpeg(passportPage());
	}

	/**
	 * A portrait, 1200 by 1600 pixels.
	 * @return a JPEG
	 */
	public static byte[] portrait() {
		return jpeg(portraitPicture(1200, 1600));
	}

	/**
	 * The same picture on a table, so that it does not look like the one of somebody
	 * else.
	 * @param jpeg a picture
	 * @return a JPEG, a fifth wider
	 */
	public static byte[] onATable(byte[] jpeg) {
		try {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
			int edge = picture.getWidth() / 5;
			var table = new BufferedImage(picture.getWidth() + edge, picture.getHeight(), BufferedImage.TYPE_INT_RGB);
			Graphics2D pen = table.createGraphics();
			pen.setColor(new Color(70, 60, 50));
			pen.fillRect(0, 0, table.getWidth(), table.getHeight());
			pen.drawImage(picture, edge, 0, null);
			pen.dispose();
			return jpeg(table);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A picture as a small photo, for tests to which its content does not matter.
	 * @param jpeg one of the above
	 * @return a JPEG whose long edge has 640 pixels
	 */
	public static byte[] small(byte[] jpeg) {
		try {
			BufferedImage picture = ImageIO.read(new ByteArrayInputStream(jpeg));
			double factor = 640.0 / Math.max(picture.getWidth(), picture.getHeight());
			return jpeg(scaled(picture, (int) (picture.getWidth() * factor), (int) (picture.getHeight() * factor)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A picture of the tests as a phone would take it.
	 * @param resource its name
	 * @param longEdge how long its long edge becomes, in pixels
	 * @return a JPEG
	 */
	public static byte[] enlarged(String resource, int longEdge) {
		try (var in = Objects.requireNonNull(SpecimenPictures.class.getResourceAsStream(resource))) {
			return enlarged(in.readAllBytes(), longEdge);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A picture with more pixels, and no more to see.
	 * @param picture a JPEG or PNG
	 * @param longEdge how long its long edge becomes, in pixels
	 * @return a JPEG
	 * @throws IOException if it cannot be read
	 */
	static byte[] enlarged(byte[] picture, int longEdge) throws IOException {
		BufferedImage small = ImageIO.read(new ByteArrayInputStream(picture));
		double factor = (double) longEdge / Math.max(small.getWidth(), small.getHeight());
		return jpeg(scaled(small, (int) Math.round(small.getWidth() * factor),
				(int) Math.round(small.getHeight() * factor)));
	}

	/**
	 * A picture as if it were taken in the dark.
	 * @param jpeg one of the above
	 * @return a JPEG on which hardly anything can be seen
	 */
	public static byte[] darkened(byte[] jpeg) {
		try {
			return jpeg(new RescaleOp(0.04f, 0, null).filter(ImageIO.read(new ByteArrayInputStream(jpeg)), null));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes all of them into a folder.
	 * @param arguments the folder
	 * @throws IOException if it cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		Path folder = Files.createDirectories(Path.of(arguments[0]));
		Files.write(folder.resolve("id-card.jpg"), idCard());
		Files.write(folder.resolve("id-card-back.jpg"), idCardBack());
		Files.write(folder.resolve("passport.jpg"), passport());
		Files.write(folder.resolve("portrait.jpg"), portrait());
	}

	private static BufferedImage idCardFront() {
		var card = card(1284, 810, new Color(0xDCEEF0), new Color(0xF3E9DA));
		var pen = pen(card);
		text(pen, "UTOPIA  IDENTITY CARD", 60, 96, 44, INK);
		pen.drawImage(portraitPicture(330, 440), 60, 160, null);
		field(pen, "Surname", "SPECIMEN", 440, 210);
		field(pen, "Given names", "SAM SAMPLE", 440, 310);
		field(pen, "Date of birth", "12 08 1974", 440, 410);
		field(pen, "Sex", "X", 780, 410);
		field(pen, "Card number", "D23145890", 440, 510);
		field(pen, "Date of expiry", "15 04 2032", 780, 510);
		stamp(pen, "SPECIMEN", 360, 720, 150);
		pen.dispose();
		return card;
	}

	private static BufferedImage idCardRear() {
		var card = card(1284, 810, new Color(0xF3E9DA), new Color(0xDCEEF0));
		var pen = pen(card);
		field(pen, "Place of issue", "UTOPIA CITY", 60, 110);
		field(pen, "Address", "1 NOWHERE STREET, UTOPIA CITY", 60, 220);
		stamp(pen, "SPECIMEN", 330, 400, 150);
		String birth = withDigit("740812");
		String expiry = withDigit("320415");
		String first = "I<UTO" + withDigit("D23145890") + "<".repeat(15);
		String covered = first.substring(5) + birth + expiry + "<".repeat(11);
		machineReadable(pen, 48, 560, 39.5, 40, first, birth + "<" + expiry + "UTO" + "<".repeat(11) + digit(covered),
				padded("SPECIMEN<<SAM<SAMPLE", 30));
		pen.dispose();
		return card;
	}

	private static BufferedImage passportPage() {
		var page = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
		var pen = pen(page);
		pen.setPaint(new GradientPaint(0, 0, new Color(0xE9EFE4), 1600, 1200, new Color(0xE4E6F2)));
		pen.fillRect(0, 0, 1600, 1200);
		waves(pen, 1600, 1200);
		text(pen, "UTOPIA", 70, 100, 52, INK);
		text(pen, "PASSPORT", 1240, 100, 52, INK);
		pen.drawImage(portraitPicture(420, 560), 70, 180, null);
		field(pen, "Type", "P", 560, 230);
		field(pen, "Issuing state", "UTO", 760, 230);
		field(pen, "Passport number", "L898902C3", 1120, 230);
		field(pen, "Surname", "SPECIMEN", 560, 350);
		field(pen, "Given names", "SAM SAMPLE", 560, 470);
		field(pen, "Nationality", "UTOPIAN", 560, 590);
		field(pen, "Date of birth", "12 08 1974", 960, 590);
		field(pen, "Sex", "X", 560, 710);
		field(pen, "Date of expiry", "15 04 2032", 960, 710);
		stamp(pen, "SPECIMEN", 640, 930, 160);
		String number = withDigit("L898902C3");
		String birth = withDigit("740812");
		String expiry = withDigit("320415");
		String optional = withDigit("ZE184226B<<<<<");
		String composite = digit(number + birth + expiry + optional);
		machineReadable(pen, 50, 1020, 34.2, 38, padded("P<UTOSPECIMEN<<SAM<SAMPLE", 44),
				number + "UTO" + birth + "<" + expiry + optional + composite);
		pen.dispose();
		return page;
	}

	/** A plain figure: oval, hair, eyes, mouth, shoulders. */
	private static BufferedImage portraitPicture(int width, int height) {
		var picture = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
		var pen = pen(picture);
		pen.setPaint(new GradientPaint(0, 0, new Color(0xD9DEE3), 1200, 1600, new Color(0xB9C2CA)));
		pen.fillRect(0, 0, 1200, 1600);
		fill(pen, new RoundRectangle2D.Double(170, 1230, 860, 700, 520, 520), new Color(0x37505C));
		fill(pen, new RoundRectangle2D.Double(500, 1010, 200, 300, 120, 120), new Color(0xC99A78));
		fill(pen, new Ellipse2D.Double(310, 290, 580, 700), new Color(0x3A2A22));
		fill(pen, new Ellipse2D.Double(350, 400, 500, 720), new Color(0xDDB08D));
		for (int eye : new int[] { 450, 650 }) {
			fill(pen, new Ellipse2D.Double(eye, 690, 100, 56), Color.WHITE);
			fill(pen, new Ellipse2D.Double(eye + 28, 690, 46, 56), new Color(0x4A3626));
			fill(pen, new RoundRectangle2D.Double(eye - 10, 630, 120, 24, 20, 20), new Color(0x3A2A22));
		}
		fill(pen, new Ellipse2D.Double(565, 760, 70, 140), new Color(0xCF9F7B));
		fill(pen, new RoundRectangle2D.Double(510, 960, 180, 34, 30, 30), new Color(0xA8574B));
		pen.setColor(STAMP);
		stamp(pen, "SPECIMEN", 190, 1560, 190);
		pen.dispose();
		return scaled(picture, width, height);
	}

	private static BufferedImage scaled(BufferedImage picture, int width, int height) {
		var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var pen = pen(scaled);
		pen.drawImage(picture, 0, 0, width, height, null);
		pen.dispose();
		return scaled;
	}

	private static BufferedImage card(int width, int height, Color from, Color to) {
		var card = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
		var pen = pen(card);
		pen.setPaint(new GradientPaint(0, 0, from, width, height, to));
		var outline = new RoundRectangle2D.Double(0, 0, width, height, 70, 70);
		pen.fill(outline);
		pen.setClip(outline);
		waves(pen, width, height);
		pen.dispose();
		return card;
	}

	private static void waves(Graphics2D pen, int width, int height) {
		pen.setColor(new Color(0, 91, 107, 26));
		pen.setStroke(new BasicStroke(2));
		for (int offset = -height; offset < height; offset += 22) {
			var line = new GeneralPath();
			line.moveTo(0, offset);
			for (int x = 0; x <= width; x += 20) {
				line.lineTo(x, offset + x * 0.4 + 26 * Math.sin((x + offset) / 90.0));
			}
			pen.draw(line);
		}
	}

	private static BufferedImage onTable(BufferedImage card) {
		var photo = new BufferedImage(1600, 1100, BufferedImage.TYPE_INT_RGB);
		var pen = pen(photo);
		pen.setPaint(new GradientPaint(0, 0, new Color(0x8B7458), 1600, 1100, new Color(0x6F5B44)));
		pen.fillRect(0, 0, 1600, 1100);
		pen.rotate(Math.toRadians(-1.6), 800, 550);
		pen.setColor(new Color(0, 0, 0, 60));
		pen.fill(new RoundRectangle2D.Double(170, 161, card.getWidth(), card.getHeight(), 70, 70));
		pen.drawImage(card, 158, 145, null);
		pen.dispose();
		return photo;
	}

	private static void field(Graphics2D pen, String label, String content, int x, int y) {
		text(pen, label, x, y - 36, 22, PALE_INK);
		text(pen, content, x, y + 8, 40, INK);
	}

	private static void machineReadable(Graphics2D pen, int x, int y, double pitch, int size, String... lines) {
		pen.setColor(Color.BLACK);
		for (int line = 0; line < lines.length; line++) {
			for (int column = 0; column < lines[line].length(); column++) {
				Shape glyph = outline(lines[line].substring(column, column + 1), size);
				double middle = (pitch - glyph.getBounds2D().getWidth()) / 2 - glyph.getBounds2D().getX();
				pen.fill(AffineTransform.getTranslateInstance(x + column * pitch + middle, y + line * size * 1.8)
					.createTransformedShape(glyph));
			}
		}
	}

	private static void stamp(Graphics2D pen, String word, int x, int y, int size) {
		var place = AffineTransform.getTranslateInstance(x, y);
		place.rotate(Math.toRadians(-9));
		pen.setColor(STAMP);
		pen.fill(place.createTransformedShape(outline(word, size)));
	}

	private static void text(Graphics2D pen, String text, int x, int y, int size, Color color) {
		pen.setColor(color);
		pen.fill(AffineTransform.getTranslateInstance(x, y).createTransformedShape(outline(text, size)));
	}

	/** Drawn as outlines, because {@link Font} needs fonts that a bare machine lacks. */
	private static Shape outline(String text, int size) {
		try {
			double scale = size / (double) FONT.getUnitsPerEm();
			var whole = new GeneralPath();
			double x = 0;
			for (char letter : text.toCharArray()) {
				String glyph = FONT.nameToGID(name(letter)) > 0 ? name(letter) : "space";
				var place = new AffineTransform(scale, 0, 0, -scale, x, 0);
				whole.append(place.createTransformedShape(FONT.getPath(glyph)), false);
				x += FONT.getWidth(glyph) * scale;
			}
			return whole;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String name(char letter) {
		return switch (letter) {
			case ' ' -> "space";
			case '<' -> "less";
			case ',' -> "comma";
			case '0' -> "zero";
			case '1' -> "one";
			case '2' -> "two";
			case '3' -> "three";
			case '4' -> "four";
			case '5' -> "five";
			case '6' -> "six";
			case '7' -> "seven";
			case '8' -> "eight";
			case '9' -> "nine";
			default -> String.valueOf(letter);
		};
	}

	private static String padded(String text, int length) {
		return text + "<".repeat(length - text.length());
	}

	private static String withDigit(String text) {
		return text + digit(text);
	}

	/** ICAO Doc 9303: weights 7, 3, 1; letters from ten, filler nought. */
	private static String digit(String text) {
		int[] weights = { 7, 3, 1 };
		int sum = 0;
		for (int index = 0; index < text.length(); index++) {
			char letter = text.charAt(index);
			sum += ((letter == '<') ? 0 : Character.digit(letter, 36)) * weights[index % 3];
		}
		return String.valueOf(sum % 10);
	}

	private static void fill(Graphics2D pen, Shape shape, Color color) {
		pen.setColor(color);
		pen.fill(shape);
	}

	private static Graphics2D pen(BufferedImage picture) {
		var pen = picture.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		return pen;
	}

	private static byte[] jpeg(BufferedImage picture) {
		try {
			var bytes = new ByteArrayOutputStream();
			ImageIO.write(picture, "jpeg", bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TrueTypeFont font() {
		String resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
		try (var in = PDDocument.class.getResourceAsStream(resource)) {
			if (in == null) {
				throw new IllegalStateException("PDFBox has lost its font");
			}
			return new TTFParser().parse(new RandomAccessReadBuffer(in));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
