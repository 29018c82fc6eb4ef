package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;

import app.resim.identity.Acceptance.Refusal;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import org.jspecify.annotations.Nullable;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/**
 * Decodes a still with one chosen reader, never with whatever the class path offers, and
 * listens: readers give half a picture as a good one and only warn.
 */
final class Decoder {

	private static final Decoder JPEG = new Decoder(registered(new JPEGImageReaderSpi()));

	private static final Decoder WEBP = new Decoder(registered(new WebPImageReaderSpi()));

	private static final Decoder PNG = new Decoder(ofJdk("png"));

	private final ImageReaderSpi readers;

	private Decoder(ImageReaderSpi readers) {
		this.readers = readers;
	}

	static Decoder jpeg() {
		return JPEG;
	}

	static Decoder png() {
		return PNG;
	}

	static Decoder webp() {
		return WEBP;
	}

	/** A reader that leans on the JDK's finds it when it is registered. */
	private static ImageReaderSpi registered(ImageReaderSpi readers) {
		IIORegistry.getDefaultInstance().registerServiceProvider(readers, ImageReaderSpi.class);
		return readers;
	}

	private static ImageReaderSpi ofJdk(String format) {
		return IIORegistry.getDefaultInstance()
			.getServiceProviders(ImageReaderSpi.class,
					readers -> readers.getClass().getModule() == ImageIO.class.getModule()
							&& ((ImageReaderSpi) readers).getFormatNames()[0].equals(format),
					true)
			.next();
	}

	BufferedImage decode(Still still, Allowance allowance) throws IOException {
		ImageReader reader = this.readers.createReaderInstance();
		try {
			var warnings = new Warnings();
			reader.addIIOReadWarningListener(warnings);
			reader.setInput(new WatchedStream(still.file(), allowance), true, true);
			if (reader.getWidth(0) != still.width() || reader.getHeight(0) != still.height()) {
				throw new UnfitFile(Refusal.DAMAGED);
			}
			var wanted = reader.getDefaultReadParam();
			wanted.setSourceSubsampling(still.step(), still.step(), 0, 0);
			BufferedImage image = reader.read(0, wanted);
			warnings.check();
			return image;
		}
		finally {
			reader.dispose();
		}
	}

	/** Sorts warnings; the worst counts. */
	private static final class Warnings implements IIOReadWarningListener {

		private @Nullable Refusal refusal;

		@Override
		public void warningOccurred(ImageReader source, String warning) {
			String text = warning.toLowerCase(Locale.ROOT);
			if (text.contains("truncated") || text.contains("premature")) {
				this.refusal = Refusal.INCOMPLETE;
			}
			else if (text.contains("corrupt") && !text.contains("extraneous") && this.refusal == null) {
				this.refusal = Refusal.DAMAGED;
			}
		}

		void check() throws UnfitFile {
			if (this.refusal != null) {
				throw new UnfitFile(this.refusal);
			}
		}

	}

}
