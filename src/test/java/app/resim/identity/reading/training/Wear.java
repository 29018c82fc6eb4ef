package app.resim.identity.reading.training;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * What happens to a print on its way into a picture: the pattern of the paper, uneven
 * light, a soft or shaken lens, noise, scaling and JPEG.
 */
public final class Wear {

	private static final float[] NOISE = noise();

	private Wear() {
	}

	private static float[] noise() {
		var random = new Random(5);
		float[] noise = new float[1 << 16];
		for (int i = 0; i < noise.length; i++) {
			noise[i] = (float) random.nextGaussian();
		}
		return noise;
	}

	static float[] pixels(BufferedImage image) {
		byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		float[] pixels = new float[bytes.length];
		for (int i = 0; i < bytes.length; i++) {
			pixels[i] = bytes[i] & 0xff;
		}
		return pixels;
	}

	static BufferedImage image(int width, int height, float[] pixels) {
		var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		byte[] bytes = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
		for (int i = 0; i < bytes.length; i++) {
			bytes[i] = (byte) Math.clamp(Math.round(pixels[i]), 0, 255);
		}
		return image;
	}

	/** Paper with a pattern, to print on. */
	static BufferedImage paper(int width, int height, int shade, double pattern, double pitch, Random random) {
		float[] pixels = new float[width * height];
		Arrays.fill(pixels, shade);
		int waves = (pattern > 0) ? random.nextInt(4) : 0;
		for (int i = 0; i < waves; i++) {
			wave(width, pixels, pattern * random.nextDouble(), pitch, random);
		}
		BufferedImage paper = image(width, height, pixels);
		int curves = (pattern > 0 && random.nextInt(2) == 0) ? random.nextInt(14) : 0;
		Graphics2D graphics = paper.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		for (int i = 0; i < curves; i++) {
			int grey = Math.clamp((int) (shade + random.nextGaussian() * pattern), 0, 255);
			graphics.setColor(new Color(grey, grey, grey));
			graphics.setStroke(new BasicStroke((float) (pitch * (0.03 + 0.2 * random.nextDouble()))));
			graphics.draw(new CubicCurve2D.Double(any(width, random), any(height, random), any(width, random),
					any(height, random), any(width, random), any(height, random), any(width, random),
					any(height, random)));
		}
		graphics.dispose();
		return paper;
	}

	private static double any(int size, Random random) {
		return size * (random.nextDouble() * 1.4 - 0.2);
	}

	private static void wave(int width, float[] pixels, double strength, double pitch, Random random) {
		double length = pitch * Math.exp(random.nextDouble() * 3 - 1.2);
		double direction = random.nextDouble() * Math.PI;
		float fx = (float) (Math.cos(direction) * 2 * Math.PI / length);
		float fy = (float) (Math.sin(direction) * 2 * Math.PI / length);
		float bow = (float) (random.nextGaussian() * 1.5);
		float[] cosine = COSINE;
		for (int i = 0; i < pixels.length; i++) {
			int x = i % width;
			int y = i / width;
			float phase = fx * x + fy * y + bow * cosine[(int) ((fy * x - fx * y) * 30) & 1023];
			pixels[i] += (float) strength * cosine[(int) (phase * 163) & 1023];
		}
	}

	private static final float[] COSINE = cosine();

	private static float[] cosine() {
		float[] cosine = new float[1024];
		for (int i = 0; i < cosine.length; i++) {
			cosine[i] = (float) Math.cos(2 * Math.PI * i / cosine.length);
		}
		return cosine;
	}

	/** Light that falls unevenly: a slope, an edge of shadow, a glare. */
	static void light(int width, int height, float[] pixels, Random random) {
		float slopeX = (float) (random.nextGaussian() * 0.12 / width);
		float slopeY = (float) (random.nextGaussian() * 0.12 / height);
		double turn = random.nextDouble() * 2 * Math.PI;
		float shadow = (random.nextInt(4) == 0) ? 0.25f + random.nextFloat() * 0.6f : 1;
		float softness = (float) (height * (0.03 + random.nextDouble() * 0.6));
		float edge = (float) (random.nextDouble() - 0.5) * width * 0.7f;
		boolean glares = random.nextInt(5) == 0;
		float glare = (glares) ? 30 + random.nextFloat() * 170 : 0;
		float glareX = random.nextFloat() * width;
		float glareY = random.nextFloat() * height;
		float reach = height * (0.1f + random.nextFloat() * 0.6f);
		for (int i = 0; i < pixels.length; i++) {
			float x = i % width - width / 2f;
			float y = (float) (i / width) - height / 2f;
			float away = (float) (x * Math.cos(turn) + y * Math.sin(turn)) - edge;
			float lit = Math.clamp(away / softness + 0.5f, 0, 1);
			pixels[i] *= (1 + slopeX * x + slopeY * y) * (shadow + (1 - shadow) * lit);
			if (glares) {
				float dx = (x + width / 2f - glareX) / reach / 2;
				float dy = (y + height / 2f - glareY) / reach;
				pixels[i] += glare * Math.max(0, 1 - dx * dx - dy * dy);
			}
		}
	}

	/** A lens out of focus. */
	public static float[] soft(int width, int height, float[] pixels, double sigma) {
		if (sigma < 0.2) {
			return pixels;
		}
		int reach = (int) Math.ceil(sigma * 2.5);
		float[] kernel = new float[2 * reach + 1];
		float sum = 0;
		for (int i = -reach; i <= reach; i++) {
			kernel[i + reach] = (float) Math.exp(-i * i / (2 * sigma * sigma));
			sum += kernel[i + reach];
		}
		for (int i = 0; i < kernel.length; i++) {
			kernel[i] /= sum;
		}
		return along(width, height, along(width, height, pixels, kernel, 1, 0), kernel, 0, 1);
	}

	/** A hand that moved. */
	public static float[] shaken(int width, int height, float[] pixels, double length, double direction) {
		int count = 2 * (int) Math.ceil(length) + 1;
		float[] shaken = new float[pixels.length];
		for (int k = 0; k < count; k++) {
			double part = length * ((double) k / (count - 1) - 0.5);
			int dx = (int) Math.round(Math.cos(direction) * part);
			int dy = (int) Math.round(Math.sin(direction) * part);
			for (int y = 0; y < height; y++) {
				int from = Math.clamp(y + dy, 0, height - 1) * width;
				for (int x = 0; x < width; x++) {
					shaken[y * width + x] += pixels[from + Math.clamp(x + dx, 0, width - 1)] / count;
				}
			}
		}
		return shaken;
	}

	private static float[] along(int width, int height, float[] pixels, float[] kernel, int dx, int dy) {
		int reach = kernel.length / 2;
		float[] sums = new float[pixels.length];
		for (int y = 0; y < height; y++) {
			for (int k = -reach; k <= reach; k++) {
				float weight = kernel[k + reach];
				int from = Math.clamp(y + k * dy, 0, height - 1) * width;
				int to = y * width;
				int left = Math.clamp(-k * dx, 0, width);
				int right = Math.clamp(width - k * dx, 0, width);
				for (int x = 0; x < left; x++) {
					sums[to + x] += weight * pixels[from];
				}
				for (int x = left; x < right; x++) {
					sums[to + x] += weight * pixels[from + x + k * dx];
				}
				for (int x = right; x < width; x++) {
					sums[to + x] += weight * pixels[from + width - 1];
				}
			}
		}
		return sums;
	}

	/** Overdone by the camera. */
	static float[] sharpened(int width, int height, float[] pixels, double sigma, float amount) {
		float[] soft = soft(width, height, pixels, sigma);
		float[] sharp = new float[pixels.length];
		for (int i = 0; i < sharp.length; i++) {
			sharp[i] = Math.clamp(pixels[i] + amount * (pixels[i] - soft[i]), 0, 255);
		}
		return sharp;
	}

	static void grain(float[] pixels, float strength, Random random) {
		int at = random.nextInt(NOISE.length);
		for (int i = 0; i < pixels.length; i++) {
			if (i % 251 == 0) {
				at = random.nextInt(NOISE.length);
			}
			pixels[i] += strength * NOISE[at++ & 0xffff];
		}
	}

	/** Saved and opened again. */
	public static BufferedImage jpeg(BufferedImage image, float quality) {
		var writer = ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(image), "jpeg").next();
		try (var bytes = new ByteArrayOutputStream(); var stream = new MemoryCacheImageOutputStream(bytes)) {
			ImageWriteParam how = writer.getDefaultWriteParam();
			how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
			how.setCompressionQuality(quality);
			writer.setOutput(stream);
			writer.write(null, new IIOImage(image, null, null), how);
			stream.flush();
			return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			writer.dispose();
		}
	}

}
