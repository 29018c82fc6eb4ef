package app.resim.identity.reading.training;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

/**
 * Draws the few pages that the tests read where no OCR-B font is installed.
 */
final class Samples {

	private Samples() {
	}

	public static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		OcrB font = OcrB.installed().orElseThrow(() -> new IOException("No OCR-B font in " + OcrB.USUAL));
		var random = new Random(11);
		BufferedImage passport = Page.of(font,
				List.of("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"),
				700, random);
		write(passport, folder, "passport.jpg");
		write(Damage.UPSIDE_DOWN.to(passport, random), folder, "passport-upside-down.jpg");
		BufferedImage card = Page.of(font, List.of("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6",
				"ERIKSSON<<ANNA<MARIA<<<<<<<<<<"), 480, random);
		write(card, folder, "card.jpg");
		write(Damage.ON_A_TABLE.to(card, random), folder, "card-on-a-table.jpg");
		BufferedImage visa = Page.of(font,
				List.of("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F3012316<<<<<<<<"), 480, random);
		write(Damage.ON_ITS_SIDE.to(visa, random), folder, "visa-on-its-side.jpg");
		write(Page.of(font, List.of("ONLY<A<HEADING", "AND<ONE<MORE"), 480, random), folder, "no-zone.jpg");
	}

	private static void write(BufferedImage picture, Path folder, String name) throws IOException {
		ImageIO.write(Wear.jpeg(picture, 0.8f), "jpg", folder.resolve(name).toFile());
	}

}
