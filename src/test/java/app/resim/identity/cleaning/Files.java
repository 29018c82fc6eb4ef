package app.resim.identity.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Makes picture files, ordinary and hostile ones.
 */
final class Files {

	static final Color TOP_LEFT = new Color(200, 40, 40);

	static final Color TOP_RIGHT = new Color(40, 160, 60);

	static final Color BOTTOM_LEFT = new Color(50, 70, 200);

	static final Color BOTTOM_RIGHT = new Color(230, 220, 90);

	private Files() {
	}

	/** Four quarters of different colours. */
	static BufferedImage quarters(int width, int height, int type) {
		var image = new BufferedImage(width, height, type);
		var pen = image.createGraphics();
		Color[] colors = { TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT };
		for (int quarter = 0; quarter < 4; quarter++) {
			pen.setColor(colors[quarter]);
			pen.fillRect((quarter % 2) * width / 2, (quarter / 2) * height / 2, width - width / 2, height - height / 2);
		}
		pen.dispose();
		return image;
	}

	static BufferedImage quarters(int width, int height) {
		return quarters(width, height, BufferedImage.TYPE_INT_RGB);
	}

	static byte[] jpeg(int width, int height) {
		return written(quarters(width, height), "jpeg");
	}

	static byte[] png(int width, int height) {
		return written(quarters(width, height), "png");
	}

	static byte[] written(BufferedImage image, String format) {
		try {
			var bytes = new ByteArrayOutputStream();
			ImageIO.write(image, format, bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] progressiveJpeg(BufferedImage image) throws IOException {
		var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var bytes = new ByteArrayOutputStream();
		try (var out = new MemoryCacheImageOutputStream(bytes)) {
			var wanted = writer.getDefaultWriteParam();
			wanted.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), wanted);
		}
		writer.dispose();
		return bytes.toByteArray();
	}

	/** Inks are stored inverted, as Adobe does. */
	static byte[] cmykJpeg(int width, int height, int cyan, int magenta, int yellow, int black) throws IOException {
		var raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
		int[] inks = { 255 - cyan, 255 - magenta, 255 - yellow, 255 - black };
		for (int y = 0; y < height; y++) {
			for (int x = 0; x < width; x++) {
				raster.setPixel(x, y, inks);
			}
		}
		var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var bytes = new ByteArrayOutputStream();
		try (var out = new MemoryCacheImageOutputStream(bytes)) {
			writer.setOutput(out);
			writer.write(null, new IIOImage(raster, null, null), null);
		}
		writer.dispose();
		byte[] adobe = segment(0xEE, bytes("Adobe"), new byte[] { 0, 100, 0, 0, 0, 0, 0 });
		return inserted(bytes.toByteArray(), 2, adobe);
	}

	static byte[] segment(int marker, byte[]... parts) {
		byte[] content = joined(parts);
		return ByteBuffer.allocate(4 + content.length)
			.putShort((short) (0xFF00 | marker))
			.putShort((short) (2 + content.length))
			.put(content)
			.array();
	}

	/** EXIF with an orientation and a place on earth. */
	static byte[] exif(int orientation) {
		var exif = ByteBuffer.allocate(200);
		exif.put(bytes("Exif\0\0MM\0*")).putInt(8);
		exif.putShort((short) 2);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		exif.putShort((short) 0x8825).putShort((short) 4).putInt(1).putInt(38);
		exif.putInt(0);
		exif.putShort((short) 2);
		exif.putShort((short) 1).putShort((short) 2).putInt(2).put(bytes("N\0\0\0"));
		exif.putShort((short) 2).putShort((short) 5).putInt(3).putInt(68);
		exif.putInt(0);
		exif.putInt(22).putInt(1).putInt(17).putInt(1).putInt(30).putInt(1);
		return segment(0xE1, Arrays.copyOf(exif.array(), exif.position()));
	}

	static byte[] pngOf(byte[]... chunks) {
		return joined(new byte[] { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' }, joined(chunks));
	}

	static byte[] header(int width, int height, int depth, int colorType) {
		return chunk("IHDR",
				ByteBuffer.allocate(13)
					.putInt(width)
					.putInt(height)
					.put((byte) depth)
					.put((byte) colorType)
					.put(new byte[3])
					.array());
	}

	static byte[] chunk(String name, byte[]... parts) {
		byte[] content = joined(bytes(name), joined(parts));
		var sum = new CRC32();
		sum.update(content);
		return ByteBuffer.allocate(8 + content.length)
			.putInt(content.length - 4)
			.put(content)
			.putInt((int) sum.getValue())
			.array();
	}

	static byte[] deflated(byte[] content) {
		var bytes = new ByteArrayOutputStream();
		try (var out = new DeflaterOutputStream(bytes)) {
			out.write(content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A zlib stream of noughts; made by repeating a block that can be repeated. */
	static byte[] deflatedNoughts(int megabytes) {
		var deflater = new Deflater(9);
		deflater.setInput(new byte[1_000_000]);
		byte[] block = new byte[20_000];
		int first = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
		var bytes = new ByteArrayOutputStream();
		bytes.write(block, 0, first);
		deflater.setInput(new byte[1_000_000]);
		int next = deflater.deflate(block, 0, block.length, Deflater.FULL_FLUSH);
		for (int repeat = 1; repeat < megabytes; repeat++) {
			bytes.write(block, 0, next);
		}
		deflater.end();
		// an empty last block; the checksum after it is left out
		bytes.writeBytes(new byte[] { 3, 0 });
		return bytes.toByteArray();
	}

	static byte[] inserted(byte[] file, int at, byte[] part) {
		return ByteBuffer.allocate(file.length + part.length)
			.put(file, 0, at)
			.put(part)
			.put(file, at, file.length - at)
			.array();
	}

	static byte[] joined(byte[]... parts) {
		var bytes = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			bytes.writeBytes(part);
		}
		return bytes.toByteArray();
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	static byte[] resource(String name) {
		try (var in = Files.class.getResourceAsStream("/documents/" + name)) {
			if (in == null) {
				throw new IllegalArgumentException("No such sample: " + name);
			}
			return in.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static byte[] webp(byte[] chunks) {
		return riffChunk("RIFF", joined(bytes("WEBP"), chunks));
	}

	static byte[] riffChunk(String name, byte[] content) {
		int length = content.length;
		return joined(bytes(name),
				new byte[] { (byte) length, (byte) (length >> 8), (byte) (length >> 16), (byte) (length >> 24) },
				content);
	}

	static byte[] zip() throws IOException {
		var bytes = new ByteArrayOutputStream();
		try (var zip = new ZipOutputStream(bytes)) {
			zip.putNextEntry(new ZipEntry("../../etc/passwd"));
			zip.write(bytes("root"));
		}
		return bytes.toByteArray();
	}

}
