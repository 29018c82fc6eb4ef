package app.resim.identity.cleaning;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import app.resim.identity.Acceptance.Refusal;

/**
 * A WebP file, walked chunk by chunk to the first coded picture, which alone is kept.
 * Transparency of lossy pictures is dropped: photographs have none.
 */
final class WebpFile {

	private static final int FIRST_CHUNK = 12;

	private static final int CHUNK_HEADER = 8;

	/** Position, size, duration and flags, before the frame's own chunks. */
	private static final int FRAME_HEADER = 16;

	private static final int LOSSLESS_SIGNATURE = 0x2F;

	private static final int LOSSY_START_CODE = 0x2A019D;

	private final byte[] file;

	private WebpFile(byte[] file) {
		this.file = file;
	}

	static Still still(byte[] file) throws UnfitFile {
		long declared = (file.length >= FIRST_CHUNK) ? CHUNK_HEADER + Bytes.littleInt32(file, 4) : Long.MAX_VALUE;
		if (declared > file.length) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		return new WebpFile(file).first(FIRST_CHUNK, (int) declared, false);
	}

	private Still first(int from, int end, boolean inFrame) throws UnfitFile {
		int at = from;
		while (end - at >= CHUNK_HEADER) {
			String name = new String(this.file, at, 4, StandardCharsets.ISO_8859_1);
			long length = Bytes.littleInt32(this.file, at + 4);
			int start = at + CHUNK_HEADER;
			if (length > end - start) {
				throw new UnfitFile(Refusal.INCOMPLETE);
			}
			switch (name) {
				case "VP8 " -> {
					return lossy(start, (int) length);
				}
				case "VP8L" -> {
					return lossless(start, (int) length);
				}
				case "VP8X" -> canvas(start, length);
				case "ANMF" -> {
					if (inFrame) {
						throw new UnfitFile(Refusal.DAMAGED);
					}
					return first(start + FRAME_HEADER, start + (int) length, true);
				}
				default -> {
				}
			}
			at = (int) Math.min(end, start + length + (length & 1));
		}
		throw new UnfitFile(Refusal.DAMAGED);
	}

	private void canvas(int start, long length) throws UnfitFile {
		if (length < 10) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		Limits.most(1L + Bytes.littleInt24(this.file, start + 4), 1L + Bytes.littleInt24(this.file, start + 7));
	}

	private Still lossy(int start, int length) throws UnfitFile {
		if (length < 10 || (Bytes.int8(this.file, start) & 1) != 0
				|| Bytes.littleInt24(this.file, start + 3) != LOSSY_START_CODE) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		int firstPartition = Bytes.littleInt24(this.file, start) >> 5;
		if (firstPartition > length - 10) {
			throw new UnfitFile(Refusal.INCOMPLETE);
		}
		int width = Bytes.littleInt16(this.file, start + 6) & 0x3FFF;
		int height = Bytes.littleInt16(this.file, start + 8) & 0x3FFF;
		return still(start, length, width, height, 3);
	}

	private Still lossless(int start, int length) throws UnfitFile {
		if (length < 5 || Bytes.int8(this.file, start) != LOSSLESS_SIGNATURE) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		long bits = Bytes.littleInt32(this.file, start + 1);
		return still(start, length, 1 + (int) (bits & 0x3FFF), 1 + (int) ((bits >> 14) & 0x3FFF), 4);
	}

	private Still still(int start, int length, int width, int height, int pixelBytes) throws UnfitFile {
		Limits.most(width, height);
		int padding = length & 1;
		var kept = new ByteArrayOutputStream(FIRST_CHUNK + CHUNK_HEADER + length + padding);
		kept.write(this.file, 0, 4);
		littleInt32(kept, 4 + CHUNK_HEADER + length + padding);
		kept.write(this.file, 8, 4);
		kept.write(this.file, start - CHUNK_HEADER, CHUNK_HEADER + length);
		if (padding == 1) {
			kept.write(0);
		}
		return new Still(kept.toByteArray(), width, height, pixelBytes);
	}

	private static void littleInt32(ByteArrayOutputStream out, int number) {
		for (int shift = 0; shift < 32; shift += 8) {
			out.write(number >> shift);
		}
	}

}
