package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

import app.resim.identity.Acceptance.Refusal;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static app.resim.identity.cleaning.Pictures.assertUpright;
import static app.resim.identity.cleaning.Pictures.cleaned;
import static app.resim.identity.cleaning.Pictures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class HostileFilesTest {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final long HEADER_ONLY = 3_000_000;

	/**
	 * The test virus that every scanner knows; in two pieces, or scanners would find it
	 * here.
	 */
	private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatIsNoPictureIsRefusedByItsType(String what, byte[] file, Refusal refusal) {
		assertThat(refusal(file)).isEqualTo(refusal);
	}

	static Stream<Arguments> whatIsNoPictureIsRefusedByItsType() throws IOException {
		return Stream.of(arguments("nothing", new byte[0], Refusal.EMPTY),
				arguments("one byte", new byte[1], Refusal.WRONG_TYPE),
				arguments("EICAR", Files.bytes(EICAR), Refusal.WRONG_TYPE),
				arguments("SVG", Files.bytes("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
						Refusal.WRONG_TYPE),
				arguments("HTML", Files.bytes("<html><script>alert(1)</script></html>"), Refusal.WRONG_TYPE),
				arguments("zip", Files.zip(), Refusal.WRONG_TYPE),
				arguments("GIF", Files.written(Files.quarters(700, 600), "gif"), Refusal.WRONG_TYPE),
				arguments("TIFF", Files.written(Files.quarters(700, 600), "tiff"), Refusal.WRONG_TYPE),
				arguments("GIF that is a script", Files.bytes("GIF89a/*" + "a".repeat(700) + "*/=1;alert(1)"),
						Refusal.WRONG_TYPE),
				arguments("HEIC", Files.bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), Refusal.HEIC),
				arguments("AVIF", Files.bytes("\0\0\0\u0018ftypavif\0\0\0\0mif1avif"), Refusal.WRONG_TYPE),
				arguments("a byte too much", new byte[Cleaner.MOST_BYTES + 1], Refusal.TOO_BIG));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aPixelFloodIsRefusedFromItsHeader(String what, byte[] file) {
		// once before, so that loading classes is not counted
		assertThat(refusal(file)).isEqualTo(Refusal.TOO_MANY_PIXELS);
		assertThat(allocatedBy(() -> refusal(file))).isLessThan(HEADER_ONLY + file.length);
	}

	static Stream<Arguments> aPixelFloodIsRefusedFromItsHeader() {
		return Stream.of(arguments("PNG of 50,000 by 50,000", flood(50_000, 50_000)),
				arguments("PNG of 2^31-1 by 2^31-1", flood(Integer.MAX_VALUE, Integer.MAX_VALUE)),
				arguments("PNG of 2^32-1 by 1", flood(-1, 1)), arguments("PNG of 30,001 by 1", flood(30_001, 1)),
				arguments("PNG of 60 megapixels and a row", flood(6_000, 10_001)),
				arguments("JPEG of 65,000 by 65,000", patched(Files.jpeg(64, 64), 65_000, 65_000)),
				arguments("WebP canvas of 16 million by 16 million", canvas(0xFFFFFF, 0xFFFFFF, new byte[0])),
				arguments("WebP picture bigger than its canvas", canvas(700, 700, lossyHeader(16_383, 16_383))),
				arguments("WebP without loss of 16,384 by 16,384", lossless(16_384, 16_384)));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void aBombBesideThePictureDoesNotGoOff(String what, byte[] file) {
		cleaned(file);
		assertThat(allocatedBy(() -> assertUpright(Pictures.decoded(cleaned(file)), 26))).isLessThan(60_000_000);
	}

	static Stream<Arguments> aBombBesideThePictureDoesNotGoOff() {
		byte[] bomb = Files.deflatedNoughts(200);
		byte[] text = Files.chunk("zTXt", Files.bytes("Comment\0\0"), bomb);
		byte[] international = Files.chunk("iTXt", Files.bytes("Comment\0\1\0\0\0"), bomb);
		byte[] profile = Files.chunk("iCCP", Files.bytes("icc\0\0"), bomb);
		int afterHeader = 8 + 25;
		byte[] rgb = Files.png(800, 600);
		byte[] palette = Files.written(Files.quarters(800, 600, BufferedImage.TYPE_BYTE_INDEXED), "png");
		return Stream.of(arguments("zTXt", Files.inserted(rgb, afterHeader, text)),
				arguments("zTXt with a palette", Files.inserted(palette, afterHeader, text)),
				arguments("iTXt with a palette", Files.inserted(palette, afterHeader, international)),
				arguments("iCCP", Files.inserted(rgb, afterHeader, profile)),
				arguments("iCCP with a palette", Files.inserted(palette, afterHeader, profile)));
	}

	@Test
	void dataThatInflateFarBeyondThePictureAreNotInflated() {
		byte[] file = Files.pngOf(Files.header(800, 600, 8, 2), Files.chunk("IDAT", Files.deflatedNoughts(2_000)),
				Files.chunk("IEND"));
		cleaned(file);
		assertThat(allocatedBy(() -> cleaned(file))).isLessThan(60_000_000);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatHangsBehindAPictureIsCutOff(String what, byte[] picture, byte[] tail) {
		String stored = new String(cleaned(Files.joined(picture, tail)).jpeg(), StandardCharsets.ISO_8859_1);
		assertThat(stored).doesNotContain(new String(tail, StandardCharsets.ISO_8859_1)).endsWith("\u00FF\u00D9");
		assertThat(stored).doesNotContain("PK\3\4", "<script", "%PDF");
	}

	static Stream<Arguments> whatHangsBehindAPictureIsCutOff() throws IOException {
		byte[] html = Files.bytes("<html><script>alert(1)</script></html>");
		byte[] pdf = Files.bytes("%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj");
		return Stream.of(arguments("JPEG and zip", Files.jpeg(700, 600), Files.zip()),
				arguments("JPEG and HTML", Files.jpeg(700, 600), html),
				arguments("JPEG and PDF", Files.jpeg(700, 600), pdf),
				arguments("JPEG and a second JPEG", Files.jpeg(700, 600), Files.jpeg(640, 640)),
				arguments("PNG and zip", Files.png(700, 600), Files.zip()),
				arguments("PNG and HTML", Files.png(700, 600), html),
				arguments("WebP and PDF", Files.resource("lossy.webp"), pdf));
	}

	@Test
	void whatHidesInACommentIsGone() {
		byte[] file = Files.inserted(Files.jpeg(700, 600), 2, Files.segment(0xFE, Files.bytes("*/alert(1)/*<?php")));
		assertThat(new String(cleaned(file).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("alert", "php");
	}

	@Test
	void aJpegOfTooManyScansIsRefused() throws IOException {
		byte[] file = Files.progressiveJpeg(Files.quarters(700, 600));
		int scan = lastIndexOf(file, 0xDA);
		byte[] oneScan = Arrays.copyOfRange(file, scan, file.length - 2);
		byte[] scans = oneScan;
		for (int doubling = 0; doubling < 5; doubling++) {
			scans = Files.joined(scans, scans);
		}
		assertThat(refusal(Files.inserted(file, file.length - 2, scans))).isEqualTo(Refusal.DAMAGED);
	}

	@Test
	void framesWithinFramesAreRefused() {
		byte[] nested = new byte[0];
		for (int depth = 0; depth < 2_000; depth++) {
			nested = Files.riffChunk("ANMF", Files.joined(new byte[16], nested));
		}
		assertThat(refusal(Files.webp(nested))).isEqualTo(Refusal.DAMAGED);
	}

	private static long allocatedBy(Runnable work) {
		long before = THREADS.getCurrentThreadAllocatedBytes();
		work.run();
		return THREADS.getCurrentThreadAllocatedBytes() - before;
	}

	private static byte[] flood(int width, int height) {
		return Files.pngOf(Files.header(width, height, 1, 0), Files.chunk("IDAT", Files.deflated(new byte[300_000])),
				Files.chunk("IEND"));
	}

	private static byte[] patched(byte[] jpeg, int width, int height) {
		int frame = lastIndexOf(jpeg, 0xC0);
		jpeg[frame + 5] = (byte) (height >> 8);
		jpeg[frame + 6] = (byte) height;
		jpeg[frame + 7] = (byte) (width >> 8);
		jpeg[frame + 8] = (byte) width;
		return jpeg;
	}

	private static int lastIndexOf(byte[] jpeg, int marker) {
		int at = jpeg.length - 2;
		while ((jpeg[at] & 0xFF) != 0xFF || (jpeg[at + 1] & 0xFF) != marker) {
			at--;
		}
		return at;
	}

	private static byte[] canvas(int width, int height, byte[] more) {
		byte[] content = new byte[10];
		for (int index = 0; index < 3; index++) {
			content[4 + index] = (byte) ((width - 1) >> (8 * index));
			content[7 + index] = (byte) ((height - 1) >> (8 * index));
		}
		return Files.webp(Files.joined(Files.riffChunk("VP8X", content), more));
	}

	private static byte[] lossyHeader(int width, int height) {
		return Files.riffChunk("VP8 ", new byte[] { 0x10, 0, 0, (byte) 0x9D, 1, 0x2A, (byte) width, (byte) (width >> 8),
				(byte) height, (byte) (height >> 8), 0, 0, 0, 0, 0, 0 });
	}

	private static byte[] lossless(int width, int height) {
		int bits = (width - 1) | ((height - 1) << 14);
		return Files.webp(Files.riffChunk("VP8L", new byte[] { 0x2F, (byte) bits, (byte) (bits >> 8),
				(byte) (bits >> 16), (byte) (bits >> 24), 0, 0, 0 }));
	}

}
