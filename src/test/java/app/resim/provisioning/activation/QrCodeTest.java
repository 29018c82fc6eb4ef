package app.resim.provisioning.activation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class QrCodeTest {

	/** 46 characters with a lower-case host, as the measured sizes were taken. */
	private static final String USUAL = "LPA:1$rsp.example.com$04386-AGYFT-A74Y8-3F8150";

	@ParameterizedTest
	@ValueSource(strings = { USUAL, "LPA:1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815",
			"LPA:1$SMDP.GSMA.COM$04386-AGYFT-A74Y8-3F815$1.3.6.1.4.1.31746$1", "LPA:1$a$", "0123456789" })
	void aReaderOfAnotherOriginReadsTheSameText(String text) throws IOException {
		var reader = QrReader.of(picture(text), QrCode.SCALE, QrCode.QUIET_ZONE);
		assertThat(reader.level()).as("level M").isZero();
		assertThat(reader.text()).isEqualTo(text);
	}

	@Test
	void theLongestCodeIsReadToo() throws IOException {
		String text = "LPA:1$rsp.example.com$" + "A1-".repeat(78);
		var reader = QrReader.of(picture(text.substring(0, 254)), QrCode.SCALE, QrCode.QUIET_ZONE);
		assertThat(reader.text()).isEqualTo(text.substring(0, 254));
		assertThat(reader.version()).isEqualTo(12);
		String longest = text + "A1";
		assertThat(QrReader.of(picture(longest), QrCode.SCALE, QrCode.QUIET_ZONE).text()).isEqualTo(longest);
	}

	@Test
	void theSymbolIsAsSmallAsLevelMAllows() throws IOException {
		assertThat(USUAL).hasSize(46);
		assertThat(QrReader.of(picture(USUAL), QrCode.SCALE, QrCode.QUIET_ZONE).version()).isEqualTo(4);
	}

	@Test
	void theQuietZoneIsLightAndEveryModuleIsASquareOfWholePixels() throws IOException {
		BufferedImage picture = picture(USUAL);
		int border = QrCode.QUIET_ZONE * QrCode.SCALE;
		assertThat(QrCode.QUIET_ZONE).isEqualTo(4);
		assertThat(QrCode.SCALE).isGreaterThanOrEqualTo(6);
		assertThat(picture.getWidth()).isEqualTo(picture.getHeight()).isEqualTo((33 + 8) * QrCode.SCALE);
		for (int y = 0; y < picture.getHeight(); y++) {
			for (int x = 0; x < picture.getWidth(); x++) {
				boolean quiet = Math.min(x, y) < border || Math.max(x, y) >= picture.getWidth() - border;
				int pixel = picture.getRGB(x, y);
				assertThat(pixel).isIn(0xff000000, 0xffffffff)
					.isEqualTo(quiet ? 0xffffffff : picture.getRGB(x - x % QrCode.SCALE, y - y % QrCode.SCALE));
			}
		}
		assertThat(picture.getRGB(border, border)).as("dark corner of the finder").isEqualTo(0xff000000);
	}

	@Test
	void aTextThatDoesNotFitIsRefusedWithoutQuotingIt() {
		assertThatIllegalArgumentException().isThrownBy(() -> QrCode.png("secret".repeat(1000)))
			.withMessageNotContaining("secret")
			.withNoCause();
	}

	@Test
	@Tag("browser")
	void zbarReadsThePicture(@TempDir Path folder) throws Exception {
		Path file = Files.write(folder.resolve("qr.png"), QrCode.png(USUAL));
		var zbar = new ProcessBuilder("zbarimg", "--quiet", "--raw", file.toString())
			.redirectError(ProcessBuilder.Redirect.DISCARD)
			.start();
		String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(zbar.waitFor(20, TimeUnit.SECONDS)).isTrue();
		assertThat(read.strip()).isEqualTo(USUAL);
	}

	private static BufferedImage picture(String text) throws IOException {
		return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(QrCode.png(text))));
	}

}
