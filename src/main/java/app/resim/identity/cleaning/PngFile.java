package app.resim.identity.cleaning;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;

import app.resim.identity.Acceptance.Refusal;

/**
 * A PNG file, walked chunk by chunk. Keeps the header, the palette, the transparency and
 * the first picture's data; texts, profiles and animations are where bombs hide.
 */
final class PngFile {

	private static final int SIGNATURE = 8;

	private static final int IHDR = 0x49484452;

	private static final int PLTE = 0x504C5445;

	private static final int TRNS = 0x74524E53;

	private static final int IDAT = 0x49444154;

	private static final int IEND = 0x49454E44;

	/** Bit 5 of a chunk name's first letter: a decoder may skip the chunk. */
	private static final int ANCILLARY = 0x20000000;

	private static final int HEADER_LENGTH = 13;

	private static final int PALETTE_LENGTH = 3 * 256;

	/** Length, name and checksum. */
	private static final int FRAME = 12;

	private final byte[] file;

	private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

	private int at = SIGNATURE;

	private int width;

	private int height;

	private int pixelBytes;

	private boolean hasData;

	private PngFile(byte[] file) {
		this.file = file;
	}

	static Still still(byte[] file) throws UnfitFile {
		var png = new PngFile(file);
		png.walk();
		return new Still(png.kept.toByteArray(), png.width, png.height, png.pixelBytes);
	}

	private void walk() throws UnfitFile {
		this.kept.write(this.file, 0, SIGNATURE);
		int name;
		do {
			name = chunk();
		}
		while (name != IEND);
		if (!this.hasData) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
	}

	private int chunk() throws UnfitFile {
		int remaining = this.file.length - this.at;
		if (remaining < FRAME) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		int length = Bytes.int32(this.file, this.at);
		int name = Bytes.int32(this.file, this.at + 4);
		if (length < 0 || (this.at == SIGNATURE) != (name == IHDR)) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		if (length > remaining - FRAME) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		if (isKept(name, length)) {
			keep(length);
		}
		this.at += FRAME + length;
		return name;
	}

	private boolean isKept(int name, int length) throws UnfitFile {
		switch (name) {
			case IHDR -> header(length);
			case IDAT -> this.hasData = true;
			case PLTE, TRNS -> {
				if (length > PALETTE_LENGTH) {
					throw new UnfitFile(Refusal.DAMAGED);
				}
			}
			case IEND -> {
			}
			default -> {
				if ((name & ANCILLARY) == 0) {
					throw new UnfitFile(Refusal.DAMAGED);
				}
				return false;
			}
		}
		return true;
	}

	private void header(int length) throws UnfitFile {
		if (length != HEADER_LENGTH) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		int start = this.at + 8;
		long wide = Integer.toUnsignedLong(Bytes.int32(this.file, start));
		long high = Integer.toUnsignedLong(Bytes.int32(this.file, start + 4));
		Limits.most(wide, high);
		this.width = (int) wide;
		this.height = (int) high;
		int samples = switch (Bytes.int8(this.file, start + 9)) {
			case 0, 3 -> 1;
			case 2 -> 3;
			case 4 -> 2;
			case 6 -> 4;
			default -> throw new UnfitFile(Refusal.DAMAGED);
		};
		this.pixelBytes = (Bytes.int8(this.file, start + 8) == 16) ? 2 * samples : samples;
	}

	private void keep(int length) throws UnfitFile {
		var sum = new CRC32();
		sum.update(this.file, this.at + 4, 4 + length);
		if ((int) sum.getValue() != Bytes.int32(this.file, this.at + 8 + length)) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		this.kept.write(this.file, this.at, FRAME + length);
	}

}
