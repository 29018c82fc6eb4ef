package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import app.resim.identity.Acceptance.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static app.resim.identity.cleaning.Pictures.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class BrokenFilesTest {

	private static final int MUTATIONS = 40;

	@ParameterizedTest(name = "{0}")
	@MethodSource("files")
	void aFileThatBreaksOffIsIncomplete(String what, byte[] file) {
		for (double part : new double[] { 0.2, 0.5, 0.9, 0.999 }) {
			byte[] half = Arrays.copyOf(file, (int) (file.length * part));
			assertThat(refusal(half)).as("%s of it", part).isEqualTo(Refusal.INCOMPLETE);
		}
	}

	@Test
	void halfAJpegWithAnEndPutToItIsIncomplete() {
		byte[] file = noisyJpeg();
		byte[] half = Files.joined(Arrays.copyOf(file, file.length / 2), new byte[] { 0, (byte) 0xFF, (byte) 0xD9 });
		assertThat(refusal(half)).isEqualTo(Refusal.INCOMPLETE);
	}

	@Test
	void aPngWhoseDataEndsEarlyIsRefused() {
		byte[] rows = Files.deflated(new byte[300 * (1 + 3 * 800)]);
		byte[] file = Files.pngOf(Files.header(800, 600, 8, 2), Files.chunk("IDAT", rows), Files.chunk("IEND"));
		assertThat(refusal(file)).isIn(Refusal.DAMAGED, Refusal.INCOMPLETE);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	void whatBreaksTheRulesOfItsFormatIsDamaged(String what, byte[] file) {
		assertThat(refusal(file)).isEqualTo(Refusal.DAMAGED);
	}

	static Stream<Arguments> whatBreaksTheRulesOfItsFormatIsDamaged() {
		byte[] data = Files.chunk("IDAT", Files.deflated(new byte[600 * (1 + 3 * 800)]));
		byte[] end = Files.chunk("IEND");
		byte[] header = Files.header(800, 600, 8, 2);
		byte[] wrongSum = Files.pngOf(header, data, end);
		wrongSum[8 + 25 + 10]++;
		byte[] jpeg = Files.jpeg(700, 600);
		return Stream.of(arguments("PNG without a header", Files.pngOf(data, end)),
				arguments("PNG with two headers", Files.pngOf(header, header, data, end)),
				arguments("PNG without data", Files.pngOf(header, end)),
				arguments("PNG without width", Files.pngOf(Files.header(0, 600, 8, 2), data, end)),
				arguments("PNG of an unknown colour type", Files.pngOf(Files.header(800, 600, 8, 5), data, end)),
				arguments("PNG of an unknown depth", Files.pngOf(Files.header(800, 600, 7, 2), data, end)),
				arguments("PNG with an unknown critical chunk",
						Files.pngOf(header, Files.chunk("EVIL", new byte[9]), data, end)),
				arguments("PNG with a palette of a megabyte",
						Files.pngOf(header, Files.chunk("PLTE", new byte[1_000_000]), data, end)),
				arguments("PNG with a wrong checksum", wrongSum),
				arguments("PNG of negative length",
						Files.pngOf(header, Files.joined(new byte[] { -1, -1, -1, -1 }, Files.bytes("IDAT"), data))),
				arguments("JPEG without a picture", new byte[] { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9 }),
				arguments("JPEG within a JPEG", Files.inserted(jpeg, 2, jpeg)),
				arguments("JPEG with two frames", Files.inserted(jpeg, 2, frame(jpeg))),
				arguments("JPEG of twelve bits", withFrameByte(4, 12)),
				arguments("JPEG of two components", withFrameByte(9, 2)),
				arguments("JPEG without loss", withFrameByte(1, 0xC3)),
				arguments("JPEG without rows", withFrameByte(5, 0, 0)),
				arguments("WebP without a picture", Files.bytes("RIFF\4\0\0\0WEBP")),
				arguments("WebP with a frame between",
						Files.bytes("RIFF\u0016\0\0\0WEBPVP8 \n\0\0\0\1\0\0\0\0\0\0\0\0\0")));
	}

	/**
	 * Nothing that is done to a file may come out as anything but a picture or a refusal.
	 */
	@ParameterizedTest(name = "{0}")
	@MethodSource("files")
	void aFileDamagedAnywhereIsCleanedOrRefused(String what, byte[] file) {
		for (int seed = 0; seed < MUTATIONS; seed++) {
			switch (Pictures.cleaning(damaged(file, new Random(seed)))) {
				case Cleaning.Unfit unfit -> assertThat(unfit.refusal()).as("seed %s", seed)
					.isNotIn(Refusal.BUSY, Refusal.EMPTY, Refusal.TOO_BIG);
				case Cleaning.Cleaned cleaned -> {
					var picture = Pictures.decoded(cleaned);
					assertThat(picture.getWidth()).as("seed %s", seed).isEqualTo(cleaned.width()).isBetween(1, 2400);
					assertThat(picture.getHeight()).as("seed %s", seed).isEqualTo(cleaned.height()).isBetween(1, 2400);
				}
			}
		}
	}

	static Stream<Arguments> files() throws IOException {
		return Stream.of(arguments("JPEG", noisyJpeg()),
				arguments("progressive JPEG", Files.progressiveJpeg(noise(640, 480))),
				arguments("YCCK JPEG", Files.resource("ycck.jpg")),
				arguments("PNG", Files.written(noise(600, 400), "png")),
				arguments("lossy WebP", Files.resource("transparent.webp")),
				arguments("WebP without loss", Files.resource("lossless.webp")),
				arguments("animated WebP", Files.resource("animated.webp")));
	}

	/** Some bytes changed, or a part left out, or a part doubled. */
	private static byte[] damaged(byte[] file, Random chance) {
		byte[] copy = file.clone();
		int from = 4 + chance.nextInt(file.length - 8);
		int to = from + chance.nextInt(Math.min(2_000, file.length - from));
		switch (chance.nextInt(4)) {
			case 0 -> {
				return Files.joined(Arrays.copyOf(file, from), Arrays.copyOfRange(file, to, file.length));
			}
			case 1 -> {
				return Files.inserted(file, from, Arrays.copyOfRange(file, from, to));
			}
			default -> {
				for (int change = 0; change <= chance.nextInt(20); change++) {
					// half of them in the headers, where they do most harm
					int most = chance.nextBoolean() ? Math.min(700, file.length) : file.length;
					copy[12 + chance.nextInt(most - 12)] = (byte) chance.nextInt();
				}
				return isPng(copy) ? withSums(copy) : copy;
			}
		}
	}

	private static boolean isPng(byte[] file) {
		return Format.of(file) == Format.PNG;
	}

	/** Right checksums, so that the damage gets past them. */
	private static byte[] withSums(byte[] png) {
		int at = 8;
		while (png.length - at >= 12) {
			int length = Bytes.int32(png, at);
			if (length < 0 || length > png.length - at - 12) {
				return png;
			}
			var sum = new CRC32();
			sum.update(png, at + 4, 4 + length);
			for (int index = 0; index < 4; index++) {
				png[at + 8 + length + index] = (byte) (sum.getValue() >> (24 - 8 * index));
			}
			at += 12 + length;
		}
		return png;
	}

	private static byte[] noisyJpeg() {
		return Files.written(noise(640, 480), "jpeg");
	}

	private static BufferedImage noise(int width, int height) {
		var image = Files.quarters(width, height);
		var chance = new Random(7);
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x += 3) {
				image.setRGB(x, y, image.getRGB(x, y) ^ chance.nextInt(0x202020));
			}
		}
		return image;
	}

	private static byte[] frame(byte[] jpeg) {
		int at = frameAt(jpeg);
		return Arrays.copyOfRange(jpeg, at, at + 2 + Bytes.int16(jpeg, at + 2));
	}

	private static byte[] withFrameByte(int offset, int... values) {
		byte[] jpeg = Files.jpeg(700, 600);
		for (int index = 0; index < values.length; index++) {
			jpeg[frameAt(jpeg) + offset + index] = (byte) values[index];
		}
		return jpeg;
	}

	private static int frameAt(byte[] jpeg) {
		int at = 2;
		while (Bytes.int16(jpeg, at) != 0xFFC0) {
			at += 2 + Bytes.int16(jpeg, at + 2);
		}
		return at;
	}

}
