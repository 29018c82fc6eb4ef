package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Some hundred files that nobody should have to open: the same ones in every run.
 */
public final class HostileFiles {

	/** In two pieces, or scanners would find it here. */
	public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

	private static final int AFTER_PNG_HEADER = 8 + 25;

	private static final int TRUNCATIONS = 12;

	private static final int FLIPS = 14;

	private final Map<String, byte[]> files = new LinkedHashMap<>();

	private final Random chance = new Random(20260101);

	private HostileFiles() {
	}

	/**
	 * All of them.
	 * @return by name
	 */
	public static Map<String, byte[]> all() {
		try {
			var hostile = new HostileFiles();
			hostile.otherTypes();
			hostile.floods();
			hostile.bombs();
			hostile.unusual();
			hostile.orientations();
			hostile.polyglots();
			hostile.pdfs();
			hostile.damaged();
			return hostile.files;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void otherTypes() throws IOException {
		add("nothing", new byte[0]);
		add("one byte", new byte[1]);
		add("noughts", new byte[100_000]);
		add("a byte too much", new byte[Cleaner.MOST_BYTES + 1]);
		text("EICAR", EICAR);
		text("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>");
		text("SVG with an entity",
				"<?xml version=\"1.0\"?><!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg/>");
		text("HTML", "<html><script>alert(1)</script></html>");
		text("PHP", "<?php system('id');");
		text("shell script", "#!/bin/sh\nid\n");
		text("PostScript", "%!PS-Adobe-3.0\n(id) (r) file\n");
		text("ELF", "\u007FELF\2\1\1\0\0\0\0\0\0\0\0\0");
		text("class file", "\u00CA\u00FE\u00BA\u00BE\0\0\0A");
		text("Java object", "\u00AC\u00ED\0\5sr\0\21java.util.HashMap");
		text("GIF that is a script", "GIF89a/*" + "a".repeat(700) + "*/=1;alert(1)");
		text("HEIC without content", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic");
		text("HEIC with a giant box", "\0\0\0\u0018ftypheic\0\0\0\0mif1heic\u007F\u00FF\u00FF\u00FFmetaxxxx");
		text("HEIC that ends in its type", "\0\0\0\u0018ftypmif1");
		text("AVIF", "\0\0\0\u0018ftypavif\0\0\0\0mif1avif");
		text("AVIF that names mif1 first", "\0\0\0\u0018ftypmif1\0\0\0\0mif1avif");
		text("MP4", "\0\0\0\u0018ftypisom\0\0\0\0isommp42");
		text("JPEG 2000", "\0\0\0\fjP  \r\n\u0087\n");
		add("zip", Files.zip());
		add("GIF", Files.written(Files.quarters(700, 600), "gif"));
		add("TIFF", Files.written(Files.quarters(700, 600), "tiff"));
		add("BMP", Files.written(Files.quarters(700, 600), "bmp"));
	}

	private void floods() {
		int[][] sizes = { { 50_000, 50_000 }, { Integer.MAX_VALUE, Integer.MAX_VALUE }, { -1, 1 }, { 30_001, 1 },
				{ 6_000, 10_001 }, { 0, 0 }, { 0, 700 } };
		for (int[] size : sizes) {
			add("PNG of %d by %d".formatted(size[0], size[1]), Files.pngOf(Files.header(size[0], size[1], 1, 0),
					Files.chunk("IDAT", Files.deflated(new byte[100_000])), Files.chunk("IEND")));
		}
		for (int edge : new int[] { 65_500, 30_000, 0 }) {
			add("JPEG of %d by %d".formatted(edge, edge), resized(Files.jpeg(64, 64), edge));
		}
		add("WebP canvas of 16 million",
				Files.webp(Files.riffChunk("VP8X", new byte[] { 0, 0, 0, 0, -1, -1, -1, -1, -1, -1 })));
		add("lossless WebP of 16,384",
				Files.webp(Files.riffChunk("VP8L", new byte[] { 0x2F, -1, -1, -1, 0xF, 0, 0, 0 })));
	}

	private void bombs() throws IOException {
		byte[] bomb = Files.deflatedNoughts(200);
		byte[] rgb = Files.png(800, 600);
		byte[] palette = Files.written(Files.quarters(800, 600, BufferedImage.TYPE_BYTE_INDEXED), "png");
		byte[][] chunks = { Files.chunk("zTXt", Files.bytes("Comment\0\0"), bomb),
				Files.chunk("iTXt", Files.bytes("Comment\0\1\0\0\0"), bomb),
				Files.chunk("iCCP", Files.bytes("icc\0\0"), bomb) };
		for (byte[] chunk : chunks) {
			String name = new String(chunk, 4, 4, StandardCharsets.US_ASCII);
			add(name + " bomb", Files.inserted(rgb, AFTER_PNG_HEADER, chunk));
			add(name + " bomb with a palette", Files.inserted(palette, AFTER_PNG_HEADER, chunk));
		}
		add("IDAT bomb", Files.pngOf(Files.header(800, 600, 8, 2), Files.chunk("IDAT", Files.deflatedNoughts(2_000)),
				Files.chunk("IEND")));
		byte[] progressive = Files.progressiveJpeg(Files.quarters(700, 600));
		int scan = lastIndexOf(progressive, 0xDA);
		byte[] scans = Arrays.copyOfRange(progressive, scan, progressive.length - 2);
		for (int doubling = 0; doubling < 6; doubling++) {
			scans = Files.joined(scans, scans);
		}
		add("JPEG of hundreds of scans", Files.inserted(progressive, progressive.length - 2, scans));
		byte[] nested = new byte[0];
		for (int depth = 0; depth < 2_000; depth++) {
			nested = Files.riffChunk("ANMF", Files.joined(new byte[16], nested));
		}
		add("WebP frames within frames", Files.webp(nested));
	}

	private void unusual() throws IOException {
		add("16-bit grey", Files.written(Files.quarters(700, 600, BufferedImage.TYPE_USHORT_GRAY), "png"));
		add("1 bit", Files.written(Files.quarters(700, 600, BufferedImage.TYPE_BYTE_BINARY), "png"));
		add("transparent", Files.written(Files.quarters(700, 600, BufferedImage.TYPE_INT_ARGB), "png"));
		add("CMYK", Files.cmykJpeg(700, 600, 200, 10, 90, 20));
		for (String name : new String[] { "animated.webp", "lossless.webp", "transparent.webp", "ycck.jpg" }) {
			add(name, Files.resource(name));
		}
		add("one row", Files.png(20_000, 1));
		add("one column", Files.jpeg(1, 20_000));
	}

	private void orientations() {
		for (int orientation : new int[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 65_535 }) {
			add("orientation " + orientation, Files.inserted(Files.jpeg(700, 600), 2, Files.exif(orientation)));
		}
		byte[] exif = Files.exif(6);
		for (int length : new int[] { 5, 11, 19, 40 }) {
			add("EXIF of %d bytes".formatted(length), Files.inserted(Files.jpeg(700, 600), 2,
					Files.segment(0xE1, Arrays.copyOfRange(exif, 4, 4 + length))));
		}
	}

	private void polyglots() throws IOException {
		byte[] html = Files.bytes("<html><script>alert(1)</script></html>");
		byte[] pdf = Files.bytes("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj");
		byte[][] pictures = { Files.jpeg(700, 600), Files.png(700, 600), Files.resource("lossy.webp") };
		byte[][] tails = { Files.zip(), html, pdf, Files.bytes(EICAR), Files.jpeg(640, 640) };
		for (int picture = 0; picture < pictures.length; picture++) {
			for (int tail = 0; tail < tails.length; tail++) {
				add("picture %d with tail %d".formatted(picture, tail), Files.joined(pictures[picture], tails[tail]));
			}
		}
		add("PDF that is a zip", Files.joined(pdf("", "[0 0 300 400]"), Files.zip()));
		add("script in a comment",
				Files.inserted(Files.jpeg(700, 600), 2, Files.segment(0xFE, Files.bytes("*/alert(1)/*<?php"))));
	}

	private void pdfs() throws IOException {
		add("plain PDF", pdf("1 0 0 rg 0 0 100 100 re f", "[0 0 300 400]"));
		add("giant PDF page", pdf("0 0 9999999 9999999 re f", "[0 0 1000000 1000000]"));
		add("PDF page of nothing", pdf("", "[0 0 0 0]"));
		add("PDF page that is not a number", pdf("", "[0 0 (a) /b]"));
		add("PDF with a script",
				Files.joined(Files.bytes("%PDF-1.7\n"), Files
					.bytes("1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n"),
						Files.bytes("2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n"
								+ "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]>>endobj\n"
								+ "trailer<</Root 1 0 R>>\n%%EOF")));
		add("PDF that opens a file", pdf("", "[0 0 300 400]/AA<</O<</S/Launch/F(/bin/sh)>>>>"));
		add("PDF that draws for ever", pdf("q ".repeat(300_000), "[0 0 300 400]"));
		add("PDF that draws a lot", pdf("0 0 m 300 400 l S ".repeat(200_000), "[0 0 300 400]"));
		add("PDF without pages", Files.bytes("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				+ "2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>"));
		add("PDF whose pages are their own parents",
				Files.bytes("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
						+ "2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>"));
		add("PDF of deep brackets", pdf("", "[".repeat(50_000)));
		add("PDF with an odd filter", Files.bytes("%PDF-1.7\n1 0 obj<</Filter/LZWDecode>>endobj"));
		add("PDF header only", Files.bytes("%PDF-"));
		add("locked PDF", written(document -> {
			document.addPage(new PDPage());
			document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
		}));
		add("PDF of many pages", written(document -> {
			for (int page = 0; page < 2_000; page++) {
				document.addPage(new PDPage());
			}
		}));
	}

	private void damaged() throws IOException {
		Map<String, byte[]> whole = Map.of("baseline JPEG", Files.jpeg(700, 600), "progressive JPEG",
				Files.progressiveJpeg(Files.quarters(700, 600)), "PNG", Files.png(700, 600), "lossy WebP",
				Files.resource("lossy.webp"), "lossless WebP", Files.resource("lossless.webp"), "animated WebP",
				Files.resource("animated.webp"), "PDF", pdf("1 0 0 rg 0 0 100 100 re f", "[0 0 300 400]"), "HEIC",
				Files.resource("card.heic"));
		whole.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(file -> {
			byte[] bytes = file.getValue();
			for (int part = 0; part < TRUNCATIONS; part++) {
				int length = 12 + (int) ((long) (bytes.length - 13) * part / (TRUNCATIONS - 1));
				add("%s cut at %d".formatted(file.getKey(), length), Arrays.copyOf(bytes, length));
			}
			for (int copy = 0; copy < FLIPS; copy++) {
				add("%s with flipped bits %d".formatted(file.getKey(), copy), flipped(bytes, 1 << (copy / 2)));
			}
			byte[] noise = new byte[50_000];
			this.chance.nextBytes(noise);
			add("%s of noise".formatted(file.getKey()), Files.joined(Arrays.copyOf(bytes, 12), noise));
		});
	}

	private byte[] flipped(byte[] file, int count) {
		byte[] damaged = file.clone();
		for (int flip = 0; flip < count; flip++) {
			damaged[12 + this.chance.nextInt(file.length - 12)] ^= (byte) (1 << this.chance.nextInt(8));
		}
		return damaged;
	}

	private void text(String name, String content) {
		add(name, Files.bytes(content));
	}

	private void add(String name, byte[] file) {
		if (this.files.put(name, file) != null) {
			throw new IllegalStateException("Two files are called " + name);
		}
	}

	private static byte[] pdf(String content, String box) {
		return Files.bytes("""
				%%PDF-1.7
				1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
				2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
				3 0 obj<</Type/Page/Parent 2 0 R/MediaBox%s/Contents 4 0 R>>endobj
				4 0 obj<</Length %d>>stream
				%s
				endstream endobj
				trailer<</Root 1 0 R>>
				%%%%EOF""".formatted(box, content.length(), content));
	}

	private static byte[] written(Content content) throws IOException {
		try (var document = new PDDocument()) {
			content.fill(document);
			var bytes = new ByteArrayOutputStream();
			document.save(bytes);
			return bytes.toByteArray();
		}
	}

	private static byte[] resized(byte[] jpeg, int edge) {
		int frame = lastIndexOf(jpeg, 0xC0);
		for (int at : new int[] { 5, 7 }) {
			jpeg[frame + at] = (byte) (edge >> 8);
			jpeg[frame + at + 1] = (byte) edge;
		}
		return jpeg;
	}

	private static int lastIndexOf(byte[] jpeg, int marker) {
		int at = jpeg.length - 2;
		while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
			at--;
		}
		return at;
	}

	private interface Content {

		void fill(PDDocument document) throws IOException;

	}

}
