package app.resim.identity.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.stream.Stream;

import app.resim.identity.Acceptance.Refusal;
import com.sun.management.ThreadMXBean;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static app.resim.identity.cleaning.Pictures.assertColor;
import static app.resim.identity.cleaning.Pictures.assertUpright;
import static app.resim.identity.cleaning.Pictures.cleaned;
import static app.resim.identity.cleaning.Pictures.picture;
import static app.resim.identity.cleaning.Pictures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PdfPagesTest {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final long MOST_ALLOCATED = 300_000_000;

	@Test
	void aScannedPageIsDrawnAt200DotsPerInch() throws IOException {
		Cleaning.Cleaned cleaned = cleaned(scan(PDRectangle.A4, true));
		assertThat(cleaned.width()).isEqualTo(1653);
		assertThat(cleaned.height()).isEqualTo(2338);
		assertUpright(Pictures.decoded(cleaned), 8);
	}

	@Test
	void aPictureWithoutLossIsDrawnToo() throws IOException {
		assertUpright(picture(scan(PDRectangle.A4, false)), 8);
	}

	@Test
	void aPageTurnedByItsFileIsDrawnTurned() throws IOException {
		byte[] file = document(document -> {
			var page = page(document, PDRectangle.A4, true);
			page.setRotation(90);
		});
		BufferedImage picture = picture(file);
		assertThat(picture.getWidth()).isEqualTo(2338);
		assertColor(picture, 300, 300, Files.BOTTOM_LEFT, 8);
	}

	@Test
	void textInAFontThatTheFileDoesNotBringIsDrawn() throws IOException {
		byte[] file = document(document -> {
			var page = new PDPage(new PDRectangle(400, 300));
			document.addPage(page);
			try (var content = new PDPageContentStream(document, page)) {
				content.beginText();
				content.setFont(new PDType1Font(FontName.HELVETICA_BOLD), 60);
				content.newLineAtOffset(20, 120);
				content.showText("SPECIMEN");
				content.endText();
			}
		});
		assertThat(darkPixels(picture(file))).isGreaterThan(2_000);
	}

	@ParameterizedTest
	@CsvSource({ "owner, user", "owner, ''" })
	void aPdfWithAPasswordIsLocked(String owner, String user) throws IOException {
		byte[] file = document(document -> {
			page(document, PDRectangle.A4, true);
			document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
		});
		assertThat(refusal(file)).isEqualTo(Refusal.PDF_LOCKED);
	}

	@Test
	void aPdfOfTwoPagesIsRefused() throws IOException {
		byte[] file = document(document -> {
			page(document, PDRectangle.A4, true);
			page(document, PDRectangle.A4, true);
		});
		assertThat(refusal(file)).isEqualTo(Refusal.PDF_PAGES);
	}

	@Test
	void aPdfThatLiesAboutItsPagesIsRefused() {
		byte[] file = pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R 4 0 R]>>", page(""),
				page(""));
		assertThat(refusal(file)).isEqualTo(Refusal.PDF_PAGES);
	}

	@Test
	void aPdfWithoutPagesIsDamaged() {
		assertThat(refusal(pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 0/Kids[]>>")))
			.isEqualTo(Refusal.DAMAGED);
	}

	@ParameterizedTest
	@CsvSource({ "0 0 1000000 1000000, 2400, 2400", "0 0 100000 60000, 2400, 1440" })
	void aGiantPageIsDrawnSmall(String box, int width, int height) {
		Cleaning.Cleaned cleaned = cleaned(single("[" + box + "]", "0 0 0 rg 0 0 9999999 9999999 re f"));
		assertThat(cleaned.width()).isEqualTo(width);
		assertThat(cleaned.height()).isEqualTo(height);
	}

	@ParameterizedTest
	@CsvSource({ "0 0 100 100", "0 0 0 0", "0 0 200000 10", "5 5 5 5" })
	void aPageOnWhichNothingCanBeReadIsRefused(String box) {
		assertThat(refusal(single("[" + box + "]", ""))).isIn(Refusal.TOO_SMALL, Refusal.DAMAGED);
	}

	@Test
	void aScriptIsNotRun() throws IOException {
		byte[] file = document(document -> {
			page(document, PDRectangle.A4, true);
			document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1); while (true) {}"));
		});
		String stored = new String(cleaned(file).jpeg(), StandardCharsets.ISO_8859_1);
		assertThat(stored).doesNotContain("alert", "JavaScript", "%PDF");
	}

	@Test
	void nothingBesideThePageIsDrawn() throws IOException {
		String note = "<</Type/Annot/Subtype/Square/Rect[0 0 600 600]/IC[1 0 0]/C[1 0 0]/AP<</N 5 0 R>>>>";
		String appearance = "<</Type/XObject/Subtype/Form/BBox[0 0 600 600]/Length 27>>stream\n"
				+ "1 0 0 rg 0 0 600 600 re f  \nendstream";
		byte[] file = pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Annots[4 0 R]>>", note, appearance);
		assertColor(picture(file), 800, 800, Color.WHITE, 4);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aBombIsStoppedWhileItGoesOff(String what, byte[] file) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		assertThat(refusal(file)).isIn(Refusal.DAMAGED, Refusal.TOO_MANY_PIXELS);
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_ALLOCATED);
	}

	static Stream<Arguments> aBombIsStoppedWhileItGoesOff() throws IOException {
		String bomb = new String(Files.deflatedNoughts(3_000), StandardCharsets.ISO_8859_1);
		String small = new String(Files.deflatedNoughts(1), StandardCharsets.ISO_8859_1);
		String form = "<</Type/XObject/Subtype/Form/BBox[0 0 600 600]/Resources<</XObject<</A 4 0 R/B 5 0 R>>>>";
		return Stream.of(
				arguments("picture whose data inflate to gigabytes",
						image("/Width 600/Height 600/Filter/FlateDecode", bomb)),
				arguments("font that inflates to gigabytes", font(bomb)),
				arguments("table of objects that inflates to gigabytes", table(bomb)),
				arguments("picture of 50,000 by 50,000", image("/Width 50000/Height 50000/Filter/FlateDecode", bomb)),
				arguments("picture with a mask of 50,000 by 50,000",
						image("/Width 1/Height 1/SMask 5 0 R", "abc",
								"<</Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8"
										+ "/Width 50000/Height 50000/Filter/FlateDecode/Length " + small.length()
										+ ">>stream\n" + small + "\nendstream")),
				arguments("small picture whose JPEG is 65,000 by 65,000",
						image("/Width 100/Height 100/Filter/DCTDecode", flood())),
				arguments("the same behind another filter",
						image("/Width 100/Height 100/Filter[/ASCIIHexDecode/DCTDecode]", hex(flood()))),
				arguments("inline picture of 50,000 by 50,000",
						single("[0 0 600 600]", "BI /W 50000 /H 50000 /BPC 8 /CS /G ID abc EI")),
				arguments("inline JPEG of 65,000 by 65,000",
						single("[0 0 600 600]", "BI /W 9 /H 9 /BPC 8 /CS /G /F /DCT ID " + flood() + " EI")),
				arguments("fax of a million columns",
						image("/Width 100/Height 100/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 1000000"
								+ "/Rows 1000000>>", "abc")),
				arguments("rows of two gigabytes", image(
						"/Width 100/Height 100/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>",
						small)),
				arguments("two filters that multiply",
						image("/Width 100/Height 100/Filter[/FlateDecode/LZWDecode]", small)),
				arguments("forms that draw each other ten billion times", formBomb()),
				arguments("a form that draws itself",
						pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
								"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 5 0 R"
										+ "/Resources<</XObject<</A 4 0 R>>>>>>",
								form + "/Length 400000>>stream\n" + "/A Do /B Do ".repeat(40_000) + "\nendstream",
								"<</Length 5>>stream\n/A Do\nendstream")));
	}

	/**
	 * It is inflated while it is drawn, so it takes time and no memory; {@code Workshop}
	 * limits the time.
	 */
	@Test
	void contentThatInflatesFarTakesNoMemory() {
		String content = new String(Files.deflatedNoughts(200), StandardCharsets.ISO_8859_1);
		long before = THREADS.getCurrentThreadAllocatedBytes();
		cleaned(single("[0 0 600 600]", "/Filter/FlateDecode", content));
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(150_000_000);
	}

	@Test
	void aPictureThatCannotBeDecodedIsNotLeftOut() {
		assertThat(refusal(image("/Width 100/Height 100/Filter/JPXDecode", "abc"))).isEqualTo(Refusal.DAMAGED);
	}

	@Test
	void aLengthThatLiesCostsNothing() {
		byte[] file = pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R>>",
				"<</Length 2000000000>>stream\n0 0 0 rg 0 0 600 600 re f\nendstream");
		long before = THREADS.getCurrentThreadAllocatedBytes();
		assertColor(picture(file), 300, 300, Color.BLACK, 4);
		assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000_000);
	}

	@Test
	void deepNestingIsDamaged() {
		assertThat(refusal(Files.bytes("%PDF-1.7\n1 0 obj\n" + "[".repeat(2_000_000)))).isEqualTo(Refusal.DAMAGED);
	}

	@Test
	void anInterruptionEndsADrawing() {
		Thread.currentThread().interrupt();
		try {
			assertThat(Pictures.cleaning(single("[0 0 600 600]", "0 0 0 rg 0 0 600 600 re f")))
				.isInstanceOf(Cleaning.Unfit.class);
		}
		finally {
			assertThat(Thread.interrupted()).isTrue();
		}
	}

	private static byte[] scan(PDRectangle size, boolean lossy) throws IOException {
		return document(document -> page(document, size, lossy));
	}

	private static PDPage page(PDDocument document, PDRectangle size, boolean lossy) throws IOException {
		var page = new PDPage(size);
		document.addPage(page);
		BufferedImage scan = Files.quarters(1000, 1400);
		PDImageXObject image = lossy ? JPEGFactory.createFromImage(document, scan, 0.9f)
				: LosslessFactory.createFromImage(document, scan);
		try (var content = new PDPageContentStream(document, page)) {
			content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
		}
		return page;
	}

	private static byte[] document(Filling filling) throws IOException {
		try (var document = new PDDocument()) {
			filling.fill(document);
			var bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] single(String box, String content) {
		return single(box, "", content);
	}

	private static byte[] single(String box, String filter, String content) {
		return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
				"<</Type/Page/Parent 2 0 R/MediaBox" + box + "/Contents 4 0 R>>",
				"<</Length " + content.length() + filter + ">>stream\n" + content + "\nendstream");
	}

	private static byte[] image(String entries, String data, String... more) {
		String[] objects = { "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 6 0 R/Resources<</XObject<</I 4 0 R>>>>>>",
				"<</Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8" + entries + "/Length "
						+ data.length() + ">>stream\n" + data + "\nendstream",
				(more.length > 0) ? more[0] : "null", "<</Length 24>>stream\n600 0 0 600 0 0 cm /I Do\nendstream" };
		return pdf(objects);
	}

	private static byte[] font(String data) {
		return pdf("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
				"<</Length 21>>stream\nBT /F 9 Tf (A) Tj ET \nendstream",
				"<</Type/Font/Subtype/TrueType/BaseFont/A/FirstChar 65/LastChar 65/Widths[500]/FontDescriptor 6 0 R>>",
				"<</Type/FontDescriptor/FontName/A/Flags 32/FontFile2 7 0 R>>",
				"<</Filter/FlateDecode/Length " + data.length() + ">>stream\n" + data + "\nendstream");
	}

	private static byte[] table(String data) {
		String start = "%PDF-1.7\n";
		return Files
			.bytes(start + "1 0 obj\n<</Type/XRef/Size 9/W[1 4 2]/Root 2 0 R/Filter/FlateDecode/Length " + data.length()
					+ ">>stream\n" + data + "\nendstream\nendobj\nstartxref\n" + start.length() + "\n%%EOF");
	}

	/** Ten forms, each of which draws the next one ten times. */
	private static byte[] formBomb() {
		var objects = new ArrayList<String>();
		objects.add("<</Type/Catalog/Pages 2 0 R>>");
		objects.add("<</Type/Pages/Count 1/Kids[3 0 R]>>");
		objects.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R"
				+ "/Resources<</XObject<</F 5 0 R>>>>>>");
		objects.add("<</Length 5>>stream\n/F Do\nendstream");
		for (int form = 5; form < 15; form++) {
			objects.add("<</Type/XObject/Subtype/Form/BBox[0 0 600 600]/Resources<</XObject<</F " + (form + 1)
					+ " 0 R>>>>/Length 60>>stream\n" + "/F Do ".repeat(10) + "\nendstream");
		}
		objects.add("<</Type/XObject/Subtype/Form/BBox[0 0 600 600]/Length 13>>stream\n0 0 9 9 re f \nendstream");
		return pdf(objects.toArray(String[]::new));
	}

	private static String page(String entries) {
		return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]" + entries + ">>";
	}

	/** Object by object, with the table of where they are. */
	private static byte[] pdf(String... objects) {
		var file = new StringBuilder("%PDF-1.7\n");
		var table = new StringBuilder("xref\n0 " + (objects.length + 1) + "\n0000000000 65535 f \n");
		for (int index = 0; index < objects.length; index++) {
			table.append("%010d 00000 n \n".formatted(file.length()));
			file.append(index + 1).append(" 0 obj\n").append(objects[index]).append("\nendobj\n");
		}
		int start = file.length();
		file.append(table)
			.append("trailer\n<</Root 1 0 R/Size ")
			.append(objects.length + 1)
			.append(">>\nstartxref\n")
			.append(start)
			.append("\n%%EOF");
		return Files.bytes(file.toString());
	}

	private static String flood() {
		byte[] jpeg = Files.jpeg(64, 64);
		int at = 2;
		while (Bytes.int16(jpeg, at) != 0xFFC0) {
			at += 2 + Bytes.int16(jpeg, at + 2);
		}
		for (int index = 5; index < 9; index++) {
			jpeg[at + index] = (byte) 0xFD;
		}
		return new String(jpeg, StandardCharsets.ISO_8859_1);
	}

	private static String hex(String data) {
		return HexFormat.of().formatHex(Files.bytes(data)) + ">";
	}

	private static int darkPixels(BufferedImage picture) {
		int count = 0;
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				if (new Color(picture.getRGB(x, y)).getRed() < 80) {
					count++;
				}
			}
		}
		return count;
	}

	@FunctionalInterface
	private interface Filling {

		void fill(PDDocument document) throws IOException;

	}

}
