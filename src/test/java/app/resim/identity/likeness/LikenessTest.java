package app.resim.identity.likeness;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import app.resim.identity.SpecimenPictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class LikenessTest {

	private static final List<BufferedImage> PICTURES = Stream
		.of(SpecimenPictures.idCard(), SpecimenPictures.idCardBack(), SpecimenPictures.passport(),
				SpecimenPictures.portrait())
		.map(LikenessTest::read)
		.toList();

	static Stream<BufferedImage> pictures() {
		return PICTURES.stream();
	}

	@ParameterizedTest(name = "{index}")
	@MethodSource("pictures")
	void copiesAreNearAndShareABand(BufferedImage picture) {
		Likeness own = of(picture);
		for (BufferedImage copy : List.of(scaled(picture, 0.5), scaled(picture, 0.37), brightness(picture, 1.15f, 10),
				brightness(picture, 0.6f, 0), brightness(scaled(picture, 0.6), 1.1f, 5))) {
			assertThat(own.isNear(of(copy))).isTrue();
			assertThat(Collections.disjoint(own.bands(), of(copy).bands())).isFalse();
		}
	}

	@Test
	void differentPicturesAreFar() {
		for (BufferedImage one : PICTURES) {
			for (BufferedImage other : PICTURES) {
				assertThat(of(one).isNear(of(other))).isEqualTo(one == other);
			}
		}
	}

	@Test
	void aPlainSurfaceIsLikeNothing() {
		assertThat(Likeness.of(new BufferedImage(700, 600, BufferedImage.TYPE_INT_RGB))).isEmpty();
	}

	@Test
	void theDatabaseGivesBackWhatItTook() {
		Likeness own = of(PICTURES.getFirst());
		assertThat(Likeness.parse(own.text())).isEqualTo(own);
		assertThat(own.text()).hasSize(64);
		assertThat(own).hasToString("Likeness");
	}

	/** Bands lie in databases: they must come out the same for ever. */
	@Test
	void theBandsNeverChange() {
		assertThat(new Likeness(0x0123456789ABCDEFL, 0xFEDCBA9876543210L, 0x0F1E2D3C4B5A6978L, 0x8796A5B4C3D2E1F0L)
			.bands()).hasSize(32).doesNotHaveDuplicates().startsWith(1469, 118370, 190075);
	}

	private static Likeness of(BufferedImage picture) {
		return Likeness.of(picture).orElseThrow();
	}

	private static BufferedImage scaled(BufferedImage picture, double factor) {
		var scaled = new BufferedImage((int) (picture.getWidth() * factor), (int) (picture.getHeight() * factor),
				BufferedImage.TYPE_INT_RGB);
		var pen = scaled.createGraphics();
		pen.drawImage(picture, 0, 0, scaled.getWidth(), scaled.getHeight(), null);
		pen.dispose();
		return scaled;
	}

	private static BufferedImage brightness(BufferedImage picture, float factor, float more) {
		return new RescaleOp(factor, more, null).filter(picture, null);
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
