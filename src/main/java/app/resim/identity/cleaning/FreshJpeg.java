package app.resim.identity.cleaning;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Draws a decoded picture anew, upright and not too big, and writes it as a JPEG of its
 * own. Nothing but pixels comes across.
 */
final class FreshJpeg {

	private static final float QUALITY = 0.88f;

	private FreshJpeg() {
	}

	static Cleaning.Cleaned of(BufferedImage decoded, Orientation orientation) {
		return new Cleaning.Cleaned(upright(shrunk(opaque(decoded)), orientation));
	}

	/** On white, in plain red, green and blue. */
	private static BufferedImage opaque(BufferedImage decoded) {
		if (decoded.getType() == BufferedImage.TYPE_3BYTE_BGR || decoded.getType() == BufferedImage.TYPE_INT_RGB) {
			return decoded;
		}
		if (decoded.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
			return opaqueGrey(decoded);
		}
		var canvas = canvas(decoded.getWidth(), decoded.getHeight());
		var pen = canvas.createGraphics();
		pen.drawImage(decoded, 0, 0, Color.WHITE, null);
		pen.dispose();
		return canvas;
	}

	/**
	 * Sample by sample, because Java takes grey samples for linear light and would make
	 * the picture pale.
	 */
	private static BufferedImage opaqueGrey(BufferedImage decoded) {
		var samples = decoded.getRaster();
		int most = (1 << decoded.getColorModel().getComponentSize(0)) - 1;
		int bands = samples.getNumBands();
		var canvas = canvas(decoded.getWidth(), decoded.getHeight());
		int[] row = new int[decoded.getWidth() * bands];
		int[] line = new int[decoded.getWidth()];
		for (int y = 0; y < decoded.getHeight(); y++) {
			samples.getPixels(0, y, decoded.getWidth(), 1, row);
			for (int x = 0; x < line.length; x++) {
				long cover = (bands > 1) ? row[x * bands + 1] : most;
				long grey = (row[x * bands] * cover + most * (most - cover)) * 255 / ((long) most * most);
				line[x] = (int) grey * 0x010101;
			}
			canvas.setRGB(0, y, line.length, 1, line, 0, line.length);
		}
		return canvas;
	}

	private static BufferedImage shrunk(BufferedImage picture) {
		double factor = (double) Limits.STORED_EDGE / Math.max(picture.getWidth(), picture.getHeight());
		if (factor >= 1) {
			return picture;
		}
		int width = scaled(picture.getWidth(), factor);
		int height = scaled(picture.getHeight(), factor);
		// halving first: one step over more than two pixels would skip some and leave
		// jagged letters
		return (factor < 0.5) ? shrunk(drawn(picture, picture.getWidth() / 2, picture.getHeight() / 2))
				: drawn(picture, width, height);
	}

	private static int scaled(int edge, double factor) {
		return Math.max(1, (int) Math.round(edge * factor));
	}

	private static BufferedImage drawn(BufferedImage picture, int width, int height) {
		var canvas = canvas(width, height);
		var pen = canvas.createGraphics();
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		pen.drawImage(picture, 0, 0, width, height, null);
		pen.dispose();
		return canvas;
	}

	private static BufferedImage upright(BufferedImage picture, Orientation orientation) {
		int width = picture.getWidth();
		int height = picture.getHeight();
		var canvas = orientation.swapsEdges() ? canvas(height, width) : canvas(width, height);
		Graphics2D pen = canvas.createGraphics();
		pen.drawImage(picture, orientation.upright(width, height), null);
		pen.dispose();
		return canvas;
	}

	private static BufferedImage canvas(int width, int height) {
		return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
	}

	static byte[] written(BufferedImage picture) {
		ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
		var bytes = new ByteArrayOutputStream();
		try (var out = new MemoryCacheImageOutputStream(bytes)) {
			var wanted = writer.getDefaultWriteParam();
			wanted.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			wanted.setCompressionQuality(QUALITY);
			writer.setOutput(out);
			writer.write(null, new IIOImage(picture, null, null), wanted);
		}
		catch (IOException ex) {
			// memory has no faults of a disk
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
		return bytes.toByteArray();
	}

}
