package app.resim.provisioning.activation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A picture of black and white pixels as PNG (ISO/IEC 15948), one bit a pixel. Written by
 * hand because ImageIO costs a hundred times more for this one case.
 */
final class Png {

	private static final byte[] SIGNATURE = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

	private static final int BIT_DEPTH = 1;

	private Png() {
	}

	/** Answers whether a pixel is dark. */
	@FunctionalInterface
	interface Dark {

		boolean at(int x, int y);

	}

	static byte[] ofBits(int width, int height, Dark dark) {
		var png = new ByteArrayOutputStream();
		png.writeBytes(SIGNATURE);
		chunk(png, "IHDR",
				ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[] { BIT_DEPTH, 0, 0, 0, 0 }).array());
		chunk(png, "IDAT", deflated(rows(width, height, dark)));
		chunk(png, "IEND", new byte[0]);
		return png.toByteArray();
	}

	/** Each row is a filter byte (none) and its pixels, white as 1. */
	private static byte[] rows(int width, int height, Dark dark) {
		int length = 1 + (width + 7) / 8;
		byte[] rows = new byte[length * height];
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				if (!dark.at(x, y)) {
					rows[y * length + 1 + x / 8] |= (byte) (0x80 >> x % 8);
				}
			}
		}
		return rows;
	}

	private static byte[] deflated(byte[] bytes) {
		try (var deflater = new Deflater(Deflater.BEST_SPEED)) {
			deflater.setInput(bytes);
			deflater.finish();
			var out = new ByteArrayOutputStream();
			byte[] buffer = new byte[4096];
			while (!deflater.finished()) {
				out.write(buffer, 0, deflater.deflate(buffer));
			}
			return out.toByteArray();
		}
	}

	private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
		byte[] name = type.getBytes(StandardCharsets.US_ASCII);
		var crc = new CRC32();
		crc.update(name);
		crc.update(data);
		png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(data.length).array());
		png.writeBytes(name);
		png.writeBytes(data);
		png.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array());
	}

}
