package app.resim.identity.cleaning;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import app.resim.identity.Acceptance.Refusal;

/**
 * A JPEG file, walked segment by segment. Keeps the tables, the scans and the two
 * segments that tell the colours (JFIF, Adobe), up to the end marker; knows baseline and
 * progressive files of eight bits, which is what cameras make.
 */
final class JpegFile {

	private static final int TEM = 0x01;

	private static final int SOF0 = 0xC0;

	private static final int SOF2 = 0xC2;

	private static final int DHT = 0xC4;

	private static final int JPG = 0xC8;

	private static final int DAC = 0xCC;

	private static final int SOF15 = 0xCF;

	private static final int RST0 = 0xD0;

	private static final int RST7 = 0xD7;

	private static final int SOI = 0xD8;

	private static final int EOI = 0xD9;

	private static final int SOS = 0xDA;

	private static final int DQT = 0xDB;

	private static final int DRI = 0xDD;

	private static final int APP0 = 0xE0;

	private static final int APP1 = 0xE1;

	private static final int APP14 = 0xEE;

	/** Progressive files have about ten; each one costs a pass over the whole picture. */
	private static final int MOST_SCANS = 32;

	private final byte[] file;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private int at = 2;

	private int width;

	private int height;

	private int components;

	private int scans;

	private Orientation orientation = Orientation.UPRIGHT;

	private JpegFile(byte[] file) {
		this.file = file;
	}

	static JpegFile read(byte[] file) throws UnfitFile {
		var jpeg = new JpegFile(file);
		jpeg.walk();
		return jpeg;
	}

	Still still() {
		return new Still(this.kept.toByteArray(), this.width, this.height, (this.components == 4) ? 7 : 3);
	}

	Orientation orientation() {
		return this.orientation;
	}

	private void walk() throws UnfitFile {
		keepMarker(SOI);
		for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
			if (marker == SOI || marker == 0) {
				throw new UnfitFile(Refusal.DAMAGED);
			}
			if (marker != TEM && !isRestart(marker)) {
				segment(marker);
			}
		}
		if (this.scans == 0) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		keepMarker(EOI);
	}

	private void segment(int marker) throws UnfitFile {
		int start = this.at;
		int length = (remaining() >= 2) ? Bytes.int16(this.file, start) : 2;
		if (remaining() < 2 || remaining() < length) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		if (length < 2) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		this.at = start + length;
		if (isFrame(marker)) {
			frame(marker, start + 2, length - 2);
		}
		if (marker == APP1 && isNamed("Exif\0\0", start) && this.orientation.equals(Orientation.UPRIGHT)) {
			this.orientation = Orientation.of(Arrays.copyOfRange(this.file, start + 2, this.at));
		}
		if (isKept(marker, start)) {
			keepMarker(marker);
			this.kept.write(this.file, start, length);
		}
		if (marker == SOS) {
			scan();
		}
	}

	private boolean isKept(int marker, int start) {
		return switch (marker) {
			case DHT, DQT, DRI, SOS -> true;
			case APP0 -> isNamed("JFIF\0", start);
			case APP14 -> isNamed("Adobe", start);
			default -> isFrame(marker);
		};
	}

	private boolean isNamed(String name, int start) {
		byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
		int from = start + 2;
		return from + wanted.length <= this.at
				&& Arrays.equals(this.file, from, from + wanted.length, wanted, 0, wanted.length);
	}

	private void frame(int marker, int start, int length) throws UnfitFile {
		boolean second = this.components > 0;
		if (marker > SOF2 || second || length < 6 || Bytes.int8(this.file, start) != 8) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		this.height = Bytes.int16(this.file, start + 1);
		this.width = Bytes.int16(this.file, start + 3);
		this.components = Bytes.int8(this.file, start + 5);
		if (this.components != 1 && this.components != 3 && this.components != 4) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		Limits.most(this.width, this.height);
	}

	/** The coded data after a scan's header, up to the next marker that ends it. */
	private void scan() throws UnfitFile {
		this.scans++;
		if (this.components == 0 || this.scans > MOST_SCANS) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		int start = this.at;
		while (remaining() >= 2 && !endsScan(Bytes.int8(this.file, this.at), Bytes.int8(this.file, this.at + 1))) {
			this.at++;
		}
		if (remaining() < 2) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		this.kept.write(this.file, start, this.at - start);
	}

	private static boolean endsScan(int first, int second) {
		return first == 0xFF && second != 0 && second != 0xFF && !isRestart(second);
	}

	/** Bytes between segments are skipped, as every decoder does. */
	private int nextMarker() throws UnfitFile {
		while (remaining() > 0 && Bytes.int8(this.file, this.at) != 0xFF) {
			this.at++;
		}
		while (remaining() > 0 && Bytes.int8(this.file, this.at) == 0xFF) {
			this.at++;
		}
		if (remaining() == 0) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		return Bytes.int8(this.file, this.at++);
	}

	private static boolean isFrame(int marker) {
		return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
	}

	private static boolean isRestart(int marker) {
		return marker >= RST0 && marker <= RST7;
	}

	private int remaining() {
		return this.file.length - this.at;
	}

	private void keepMarker(int marker) {
		this.kept.write(0xFF);
		this.kept.write(marker);
	}

}
