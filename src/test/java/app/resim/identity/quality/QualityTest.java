package app.resim.identity.quality;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;

import javax.imageio.ImageIO;

import app.resim.identity.SpecimenPictures;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QualityTest {

	private final BufferedImage card = read(SpecimenPictures.idCard());

	@Test
	void anOrdinaryPictureIsGood() {
		for (byte[] file : new byte[][] { SpecimenPictures.idCard(), SpecimenPictures.idCardBack(),
				SpecimenPictures.passport(), SpecimenPictures.portrait() }) {
			Quality quality = Quality.of(read(file));
			assertThat(quality.isBlurred()).isFalse();
			assertThat(quality.isDim()).isFalse();
			assertThat(quality.hasGlare()).isFalse();
		}
	}

	@Test
	void aHeavilyBlurredPictureIsBlurred() {
		BufferedImage blurred = this.card;
		for (int pass = 0; pass < 6; pass++) {
			blurred = blurred(blurred);
		}
		assertThat(Quality.of(blurred).isBlurred()).isTrue();
	}

	@Test
	void aDimPictureIsToldFromADarkOne() {
		Quality dim = Quality.of(brightness(0.25f));
		assertThat(dim.isDim()).isTrue();
		assertThat(dim.isTooDark()).isFalse();
		assertThat(Quality.of(brightness(0.05f)).isTooDark()).isTrue();
	}

	@Test
	void aReflectionIsSeenAndWhitePaperIsNot() {
		var pen = this.card.createGraphics();
		pen.setColor(Color.WHITE);
		pen.fillOval(400, 300, 420, 420);
		pen.dispose();
		assertThat(Quality.of(this.card).hasGlare()).isTrue();

		var paper = new BufferedImage(1000, 700, BufferedImage.TYPE_INT_RGB);
		var onPaper = paper.createGraphics();
		onPaper.setColor(Color.WHITE);
		onPaper.fillRect(0, 0, 1000, 700);
		onPaper.dispose();
		assertThat(Quality.of(paper).hasGlare()).isFalse();
	}

	@Test
	void theNumberOfPixelsHardlyMatters() {
		double big = Quality.of(scaled(1.5)).sharpness();
		double usual = Quality.of(this.card).sharpness();
		assertThat(big).isBetween(usual * 0.6, usual * 1.6);
	}

	@Test
	void greyIsTheMeanOfWhatItStandsFor() {
		var picture = new BufferedImage(4, 2, BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, 0xFFFFFF);
		picture.setRGB(2, 0, 0x00FF00);
		Grey grey = Grey.of(picture, 2);

		assertThat(grey.width()).isEqualTo(2);
		assertThat(grey.height()).isEqualTo(1);
		assertThat(grey.at(0, 0)).isEqualTo(63);
		assertThat(grey.at(1, 0)).isEqualTo(37);
	}

	private BufferedImage brightness(float factor) {
		return new RescaleOp(factor, 0, null).filter(this.card, null);
	}

	private BufferedImage scaled(double factor) {
		var scaled = new BufferedImage((int) (this.card.getWidth() * factor), (int) (this.card.getHeight() * factor),
				BufferedImage.TYPE_INT_RGB);
		var pen = scaled.createGraphics();
		pen.drawImage(this.card, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
		pen.dispose();
		return scaled;
	}

	private static BufferedImage blurred(BufferedImage picture) {
		float[] mean = new float[81];
		Arrays.fill(mean, 1f / 81);
		return new ConvolveOp(new Kernel(9, 9, mean), ConvolveOp.EDGE_NO_OP, null).filter(picture, null)
			.getSubimage(4, 4, picture.getWidth() - 8, picture.getHeight() - 8);
	}

	private static BufferedImage read(byte[] jpeg) {
		try {
			return ImageIO.read(new ByteArrayInputStream(jpeg));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
