package app.resim.identity.cleaning;

import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import app.resim.identity.Acceptance.Refusal;
import app.resim.identity.SpecimenPictures;
import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static app.resim.identity.cleaning.Pictures.assertColor;
import static app.resim.identity.cleaning.Pictures.assertUpright;
import static app.resim.identity.cleaning.Pictures.cleaned;
import static app.resim.identity.cleaning.Pictures.picture;
import static app.resim.identity.cleaning.Pictures.refusal;
import static org.assertj.core.api.Assertions.assertThat;

class OrdinaryPicturesTest {

	/** What a JPEG may change. */
	private static final int JPEG_LOSS = 6;

	@Test
	void aJpegKeepsItsSizeAndColours() {
		Cleaning.Cleaned cleaned = cleaned(Files.jpeg(900, 700));
		assertThat(cleaned.width()).isEqualTo(900);
		assertThat(cleaned.height()).isEqualTo(700);
		assertUpright(Pictures.decoded(cleaned), JPEG_LOSS);
	}

	@Test
	void aProgressiveJpegIsRead() throws IOException {
		assertUpright(picture(Files.progressiveJpeg(Files.quarters(900, 700))), JPEG_LOSS);
	}

	@Test
	void aGreyJpegIsNotMadePaler() {
		var grey = new BufferedImage(800, 600, BufferedImage.TYPE_BYTE_GRAY);
		fill(grey.getRaster(), 90);
		assertColor(picture(Files.written(grey, "jpeg")), 400, 300, new Color(90, 90, 90), JPEG_LOSS);
	}

	@Test
	void aCmykJpegIsRead() throws IOException {
		byte[] file = Files.cmykJpeg(800, 600, 0, 200, 180, 20);
		assertColor(picture(file), 400, 300, new Color(235, 51, 69), 12);
	}

	@Test
	void aYcckJpegKeepsItsColours() {
		BufferedImage picture = picture(Files.resource("ycck.jpg"));
		assertColor(picture, 30, 30, new Color(0x86, 0x70, 0x55), 14);
	}

	@ParameterizedTest
	@ValueSource(ints = { BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_INT_ARGB, BufferedImage.TYPE_BYTE_INDEXED })
	void aPngOfAnyColourTypeIsRead(int type) {
		int paletteLoss = (type == BufferedImage.TYPE_BYTE_INDEXED) ? 26 : JPEG_LOSS;
		assertUpright(picture(Files.written(Files.quarters(800, 600, type), "png")), paletteLoss);
	}

	@ParameterizedTest
	@CsvSource({ "8, false", "16, false", "8, true", "16, true" })
	void aGreyPngIsNotMadePaler(int depth, boolean alpha) {
		byte[] file = Files.written(flat(ColorSpace.CS_GRAY, depth, alpha, 90), "png");
		assertColor(picture(file), 400, 300, new Color(90, 90, 90), JPEG_LOSS);
	}

	@ParameterizedTest
	@CsvSource({ "16, false", "16, true" })
	void aPngOfSixteenBitsKeepsItsColours(int depth, boolean alpha) {
		byte[] file = Files.written(flat(ColorSpace.CS_sRGB, depth, alpha, 90), "png");
		assertColor(picture(file), 400, 300, new Color(90, 90, 90), JPEG_LOSS);
	}

	@Test
	void whatIsTransparentBecomesWhite() {
		var clear = new BufferedImage(800, 600, BufferedImage.TYPE_INT_ARGB);
		assertColor(picture(Files.written(clear, "png")), 400, 300, Color.WHITE, JPEG_LOSS);
	}

	@Test
	void aLossyWebpKeepsItsColoursDownToTheLastRows() {
		BufferedImage picture = picture(Files.resource("lossy.webp"));
		assertThat(picture.getWidth()).isEqualTo(1200);
		assertColor(picture, 40, 780, new Color(131, 108, 82), JPEG_LOSS);
		assertColor(picture, 850, 640, new Color(234, 233, 220), JPEG_LOSS);
	}

	@ParameterizedTest
	@CsvSource({ "lossless.webp, 720, 495", "transparent.webp, 720, 495", "animated.webp, 640, 440" })
	void aWebpOfAnyKindGivesItsFirstPicture(String name, int width, int height) {
		Cleaning.Cleaned cleaned = cleaned(Files.resource(name));
		assertThat(cleaned.width()).isEqualTo(width);
		assertThat(cleaned.height()).isEqualTo(height);
	}

	@Test
	void theFirstFrameOfAnAnimationIsTheOneShown() {
		// the second frame is the negative, the third stands on its head
		assertColor(picture(Files.resource("animated.webp")), 20, 20, new Color(0x88, 0x72, 0x57), 14);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void aPhotoStandsUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
		byte[] held = Files.written(held(Files.quarters(800, 600), orientation), "jpeg");
		BufferedImage picture = picture(Files.inserted(held, 2, Files.exif(orientation)));
		assertThat(picture.getWidth()).isEqualTo(800);
		assertThat(picture.getHeight()).isEqualTo(600);
		assertUpright(picture, JPEG_LOSS);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 9, 32767 })
	void anOrientationThatDoesNotExistMeansUpright(int orientation) {
		assertUpright(picture(Files.inserted(Files.jpeg(800, 600), 2, Files.exif(orientation))), JPEG_LOSS);
	}

	@Test
	void whereAndWithWhatAPhotoWasTakenIsGone() throws Exception {
		byte[] xmp = Files.segment(0xE1, Files.bytes("http://ns.adobe.com/xap/1.0/\0<secret/>"));
		byte[] comment = Files.segment(0xFE, Files.bytes("secret comment"));
		byte[] profile = Files.segment(0xE2, Files.bytes("ICC_PROFILE\0\1\1secret"));
		byte[] file = Files.inserted(Files.jpeg(800, 600), 2, Files.joined(Files.exif(6), xmp, comment, profile));
		var before = JpegMetadataReader.readMetadata(new ByteArrayInputStream(file));
		assertThat(before.getDirectoriesOfType(GpsDirectory.class))
			.anyMatch(gps -> gps.containsTag(GpsDirectory.TAG_LATITUDE));

		byte[] jpeg = cleaned(file).jpeg();
		var after = JpegMetadataReader.readMetadata(new ByteArrayInputStream(jpeg));
		assertThat(after.getDirectoriesOfType(GpsDirectory.class)).isEmpty();
		assertThat(after.getDirectoriesOfType(ExifIFD0Directory.class)).isEmpty();
		assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("secret", "Exif", "ns.adobe");
	}

	@Test
	void aBigPhotoIsStoredWithin2400Pixels() {
		Cleaning.Cleaned cleaned = cleaned(Files.jpeg(4000, 3000));
		assertThat(cleaned.width()).isEqualTo(2400);
		assertThat(cleaned.height()).isEqualTo(1800);
		assertUpright(Pictures.decoded(cleaned), JPEG_LOSS);
	}

	@Test
	void aPhotoOfNearlySixtyMegapixelsIsDecodedInSteps() throws UnfitFile {
		byte[] file = Files.jpeg(8900, 6700);
		assertThat(JpegFile.read(file).still().step()).isEqualTo(2);
		Cleaning.Cleaned cleaned = cleaned(file);
		assertThat(cleaned.width()).isEqualTo(2400);
		assertUpright(Pictures.decoded(cleaned), JPEG_LOSS);
	}

	@Test
	void aPhotoOfTwentyFourMegapixelsIsDecodedWhole() {
		assertThat(new Still(new byte[0], 6000, 4000, 4).step()).isEqualTo(1);
		assertThat(new Still(new byte[0], 6001, 4000, 4).step()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "599, 599", "200, 599", "199, 800", "800, 199", "8000, 600" })
	void aPictureInWhichNothingCanBeReadIsTooSmall(int width, int height) {
		assertThat(refusal(Files.jpeg(width, height))).isEqualTo(Refusal.TOO_SMALL);
	}

	@ParameterizedTest
	@CsvSource({ "600, 200", "200, 600", "600, 600", "7200, 600" })
	void thePictureMayBeThisSmall(int width, int height) {
		assertThat(cleaned(Files.jpeg(width, height)).jpeg()).isNotEmpty();
	}

	@Test
	void theSpecimensAreAccepted() {
		assertThat(cleaned(SpecimenPictures.idCard()).width()).isEqualTo(1600);
		assertThat(cleaned(SpecimenPictures.idCardBack()).width()).isEqualTo(1600);
		assertThat(cleaned(SpecimenPictures.passport()).width()).isEqualTo(1600);
		assertThat(cleaned(SpecimenPictures.portrait()).width()).isEqualTo(1200);
	}

	@Test
	void theSamePictureCleanedTwiceIsTheSame() {
		byte[] file = SpecimenPictures.idCard();
		assertThat(cleaned(file).jpeg()).isEqualTo(cleaned(file).jpeg());
	}

	/** What a camera held like this would store: the inverse of what makes it upright. */
	private static BufferedImage held(BufferedImage upright, int orientation) throws IOException {
		var how = new Orientation(orientation);
		int width = how.swapsEdges() ? upright.getHeight() : upright.getWidth();
		int height = how.swapsEdges() ? upright.getWidth() : upright.getHeight();
		var stored = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		for (int y = 0; y < upright.getHeight(); y++) {
			for (int x = 0; x < upright.getWidth(); x++) {
				int right = upright.getWidth() - 1 - x;
				int below = upright.getHeight() - 1 - y;
				switch (orientation) {
					case 1 -> stored.setRGB(x, y, upright.getRGB(x, y));
					case 2 -> stored.setRGB(right, y, upright.getRGB(x, y));
					case 3 -> stored.setRGB(right, below, upright.getRGB(x, y));
					case 4 -> stored.setRGB(x, below, upright.getRGB(x, y));
					case 5 -> stored.setRGB(y, x, upright.getRGB(x, y));
					case 6 -> stored.setRGB(y, right, upright.getRGB(x, y));
					case 7 -> stored.setRGB(below, right, upright.getRGB(x, y));
					default -> stored.setRGB(below, x, upright.getRGB(x, y));
				}
			}
		}
		return stored;
	}

	private static BufferedImage flat(int space, int depth, boolean alpha, int shade) {
		int type = (depth == 16) ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
		var model = new ComponentColorModel(ColorSpace.getInstance(space), alpha, false,
				alpha ? ComponentColorModel.TRANSLUCENT : ComponentColorModel.OPAQUE, type);
		WritableRaster raster = model.createCompatibleWritableRaster(800, 600);
		fill(raster, (depth == 16) ? shade * 257 : shade);
		if (alpha) {
			int opaque = (depth == 16) ? 65535 : 255;
			int[] samples = new int[800 * 600];
			Arrays.fill(samples, opaque);
			raster.setSamples(0, 0, 800, 600, raster.getNumBands() - 1, samples);
		}
		return new BufferedImage(model, raster, false, null);
	}

	private static void fill(WritableRaster raster, int shade) {
		int[] samples = new int[raster.getWidth() * raster.getHeight()];
		Arrays.fill(samples, shade);
		for (int band = 0; band < raster.getNumBands(); band++) {
			raster.setSamples(0, 0, raster.getWidth(), raster.getHeight(), band, samples);
		}
	}

}
