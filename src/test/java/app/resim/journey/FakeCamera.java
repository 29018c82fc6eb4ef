package app.resim.journey;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import app.resim.identity.SpecimenPictures;

import javax.imageio.ImageIO;

/**
 * What Chromium's pretended camera sees: an invented card held into the frame, blurred
 * for two seconds and then sharp, again and again. Chromium plays a file of JPEG pictures
 * at thirty a second.
 */
final class FakeCamera {

	private static final int WIDTH = 1280;

	private static final int HEIGHT = 960;

	private static final int BLURRED = 60;

	private static final int SHARP = 150;

	/** The card's share of the picture, as the frame on the page wants it. */
	private static final double SHARE = 0.86;

	/** What of the specimen picture is card. */
	private static final double CARD = 1284.0 / 1600;

	private FakeCamera() {
	}

	/**
	 * Writes what the camera sees.
	 * @param file ends in {@code .mjpeg}
	 * @return the file
	 * @throws IOException if it cannot be written
	 */
	static Path write(Path file) throws IOException {
		BufferedImage seen = seen();
		byte[] blurred = jpeg(blurred(seen));
		byte[] sharp = jpeg(seen);
		try (OutputStream film = Files.newOutputStream(file)) {
			repeat(film, blurred, BLURRED);
			repeat(film, sharp, SHARP);
		}
		return file;
	}

	/**
	 * Writes it once more for the tests.
	 * @return the file
	 */
	static Path film() {
		try {
			return write(Files.createDirectories(Path.of("target")).resolve("camera.mjpeg"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Writes it for a walk by hand.
	 * @param arguments the file
	 * @throws IOException if it cannot be written
	 */
	public static void main(String[] arguments) throws IOException {
		write(Path.of(arguments[0]));
	}

	private static void repeat(OutputStream film, byte[] picture, int times) throws IOException {
		for (int time = 0; time < times; time++) {
			film.write(picture);
		}
	}

	private static BufferedImage seen() throws IOException {
		BufferedImage card = ImageIO.read(new ByteArrayInputStream(SpecimenPictures.idCard()));
		int width = (int) (WIDTH * SHARE / CARD);
		int height = width * card.getHeight() / card.getWidth();
		return inARoom(drawn(card, WIDTH, HEIGHT, (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height));
	}

	/** Made small and large again: no detail is left. */
	private static BufferedImage blurred(BufferedImage picture) {
		BufferedImage small = drawn(picture, WIDTH / 40, HEIGHT / 40, 0, 0, WIDTH / 40, HEIGHT / 40);
		return drawn(small, WIDTH, HEIGHT, 0, 0, WIDTH, HEIGHT);
	}

	private static BufferedImage drawn(BufferedImage picture, int width, int height, int x, int y, int across,
			int down) {
		var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		var pen = drawn.createGraphics();
		pen.setColor(new Color(0x7D6950));
		pen.fillRect(0, 0, width, height);
		pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
		pen.drawImage(picture, x, y, across, down, null);
		pen.dispose();
		return drawn;
	}

	/** As in a room: cameras do not show paper as pure white. */
	private static BufferedImage inARoom(BufferedImage picture) {
		var pen = picture.createGraphics();
		pen.setColor(new Color(0, 0, 0, 40));
		pen.fillRect(0, 0, WIDTH, HEIGHT);
		pen.dispose();
		return picture;
	}

	private static byte[] jpeg(BufferedImage picture) throws IOException {
		var jpeg = new ByteArrayOutputStream();
		ImageIO.write(picture, "jpg", jpeg);
		return jpeg.toByteArray();
	}

}
