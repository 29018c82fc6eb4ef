package app.resim.identity.cleaning;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import app.resim.identity.Acceptance.Refusal;

import javax.imageio.ImageIO;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Looks at what the cleaner answers.
 */
final class Pictures {

	private Pictures() {
	}

	static Cleaning cleaning(byte[] file) {
		return new Cleaner().clean(file);
	}

	static Cleaning.Cleaned cleaned(byte[] file) {
		Cleaning cleaning = cleaning(file);
		assertThat(cleaning).isInstanceOf(Cleaning.Cleaned.class);
		return (Cleaning.Cleaned) cleaning;
	}

	static Refusal refusal(byte[] file) {
		Cleaning cleaning = cleaning(file);
		assertThat(cleaning).isInstanceOf(Cleaning.Unfit.class);
		return ((Cleaning.Unfit) cleaning).refusal();
	}

	static BufferedImage picture(byte[] file) {
		return decoded(cleaned(file));
	}

	static BufferedImage decoded(Cleaning.Cleaned cleaned) {
		try {
			return ImageIO.read(new ByteArrayInputStream(cleaned.jpeg()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The four quarters of {@link Files#quarters}, upright. */
	static void assertUpright(BufferedImage picture, int tolerance) {
		int x = picture.getWidth() / 4;
		int y = picture.getHeight() / 4;
		assertColor(picture, x, y, Files.TOP_LEFT, tolerance);
		assertColor(picture, 3 * x, y, Files.TOP_RIGHT, tolerance);
		assertColor(picture, x, 3 * y, Files.BOTTOM_LEFT, tolerance);
		assertColor(picture, 3 * x, 3 * y, Files.BOTTOM_RIGHT, tolerance);
	}

	static void assertColor(BufferedImage picture, int x, int y, Color wanted, int tolerance) {
		var found = new Color(picture.getRGB(x, y));
		int off = Math.max(Math.abs(found.getRed() - wanted.getRed()),
				Math.max(Math.abs(found.getGreen() - wanted.getGreen()), Math.abs(found.getBlue() - wanted.getBlue())));
		assertThat(off).as("%s at %d, %d instead of %s", found, x, y, wanted).isLessThanOrEqualTo(tolerance);
	}

}
