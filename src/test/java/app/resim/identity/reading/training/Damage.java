package app.resim.identity.reading.training;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * What can be wrong with a picture of a document. Sizes are for a document 1000 pixels
 * wide and follow the real width.
 */
public enum Damage {

	/** Nothing. */
	NONE,
	/** A little out of focus. */
	SOFT,
	/** Far out of focus. */
	BLURRED,
	/** A hand that moved. */
	SHAKEN,
	/** Seven degrees askew, on a table. */
	ASKEW,
	/** Seen from the side, on a table. */
	ON_A_TABLE,
	/** Hardly any light. */
	DARK,
	/** A lamp mirrored in the zone. */
	GLARE,
	/** Saved badly. */
	JPEG_40,
	/** 350 pixels wide. */
	SMALL,
	/** Turned by half. */
	UPSIDE_DOWN,
	/** Turned by a quarter. */
	ON_ITS_SIDE;

	/**
	 * Damages a picture.
	 * @param picture stays as it is
	 * @param random decides how exactly
	 * @return another picture
	 */
	public BufferedImage to(BufferedImage picture, Random random) {
		BufferedImage grey = grey(picture);
		double scale = grey.getWidth() / 1000.0;
		return switch (this) {
			case NONE -> picture;
			case SOFT -> soft(grey, 1.5 * scale);
			case BLURRED -> soft(grey, 2.5 * scale);
			case SHAKEN -> shaken(grey, 9 * scale, random.nextDouble() * Math.PI);
			case ASKEW -> onTable(grey, random, ((random.nextBoolean()) ? 7 : -7), 0);
			case ON_A_TABLE -> onTable(grey, random, random.nextGaussian() * 3, 0.08);
			case DARK -> dark(grey, random);
			case GLARE -> glare(grey, random);
			case JPEG_40 -> Wear.jpeg(grey, 0.4f);
			case SMALL -> small(grey);
			case UPSIDE_DOWN -> turned(grey, 2);
			case ON_ITS_SIDE -> turned(grey, (random.nextBoolean()) ? 1 : 3);
		};
	}

	private static BufferedImage grey(BufferedImage picture) {
		var grey = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = grey.createGraphics();
		graphics.drawImage(picture, 0, 0, Color.WHITE, null);
		graphics.dispose();
		return grey;
	}

	private static BufferedImage soft(BufferedImage grey, double sigma) {
		int width = grey.getWidth();
		int height = grey.getHeight();
		return Wear.image(width, height, Wear.soft(width, height, Wear.pixels(grey), sigma));
	}

	private static BufferedImage shaken(BufferedImage grey, double length, double direction) {
		int width = grey.getWidth();
		int height = grey.getHeight();
		return Wear.image(width, height, Wear.shaken(width, height, Wear.pixels(grey), length, direction));
	}

	private static BufferedImage dark(BufferedImage grey, Random random) {
		float[] pixels = Wear.pixels(grey);
		for (int i = 0; i < pixels.length; i++) {
			pixels[i] = pixels[i] * 0.13f + 4;
		}
		Wear.grain(pixels, 1.5f, random);
		return Wear.image(grey.getWidth(), grey.getHeight(), pixels);
	}

	private static BufferedImage glare(BufferedImage grey, Random random) {
		float[] pixels = Wear.pixels(grey);
		int width = grey.getWidth();
		int height = grey.getHeight();
		double x = width * (0.2 + 0.6 * random.nextDouble());
		double y = height * (0.75 + 0.2 * random.nextDouble());
		for (int i = 0; i < pixels.length; i++) {
			double dx = (i % width - x) / width * 5;
			double dy = (i / (double) width - y) / height * 5;
			pixels[i] += (float) (210 * Math.exp(-dx * dx - dy * dy));
		}
		return Wear.image(width, height, pixels);
	}

	private static BufferedImage small(BufferedImage grey) {
		double scale = 350.0 / grey.getWidth();
		if (scale >= 1) {
			return grey;
		}
		BufferedImage soft = soft(grey, 0.45 / scale);
		var small = new BufferedImage(350, (int) Math.round(grey.getHeight() * scale), BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = small.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		graphics.drawImage(soft, 0, 0, small.getWidth(), small.getHeight(), null);
		graphics.dispose();
		return small;
	}

	private static BufferedImage turned(BufferedImage grey, int quarters) {
		boolean upright = quarters % 2 == 0;
		int width = (upright) ? grey.getWidth() : grey.getHeight();
		int height = (upright) ? grey.getHeight() : grey.getWidth();
		var turned = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
		Graphics2D graphics = turned.createGraphics();
		graphics.translate(width / 2.0, height / 2.0);
		graphics.rotate(Math.PI / 2 * quarters);
		graphics.translate(-grey.getWidth() / 2.0, -grey.getHeight() / 2.0);
		graphics.drawImage(grey, 0, 0, null);
		graphics.dispose();
		return turned;
	}

	/** As a camera over a wooden table sees it. */
	private static BufferedImage onTable(BufferedImage grey, Random random, double degrees, double tilt) {
		int width = (int) (grey.getWidth() * 1.3);
		int height = (int) (grey.getHeight() * 1.4);
		float[] table = Wear.pixels(Wear.paper(width, height, 60 + random.nextInt(120), 30, 40, random));
		float[] pixels = Wear.pixels(grey);
		double angle = Math.toRadians(degrees);
		double farX = random.nextGaussian() * tilt;
		double farY = ((random.nextBoolean()) ? 1 : -1) * tilt;
		for (int i = 0; i < table.length; i++) {
			double u = (i % width - width / 2.0) / width;
			double v = (i / (double) width - height / 2.0) / width;
			double far = 1 + farX * u * 2 + farY * v * 2;
			double x = (Math.cos(angle) * u + Math.sin(angle) * v) / far * width + grey.getWidth() / 2.0;
			double y = (-Math.sin(angle) * u + Math.cos(angle) * v) / far * width + grey.getHeight() / 2.0;
			if (x >= 0 && y >= 0 && x < grey.getWidth() - 1 && y < grey.getHeight() - 1) {
				table[i] = between(pixels, grey.getWidth(), x, y);
			}
		}
		return Wear.image(width, height, table);
	}

	private static float between(float[] pixels, int width, double x, double y) {
		int at = (int) y * width + (int) x;
		float fx = (float) (x - (int) x);
		float fy = (float) (y - (int) y);
		float upper = pixels[at] * (1 - fx) + pixels[at + 1] * fx;
		float lower = pixels[at + width] * (1 - fx) + pixels[at + width + 1] * fx;
		return upper * (1 - fy) + lower * fy;
	}

}
