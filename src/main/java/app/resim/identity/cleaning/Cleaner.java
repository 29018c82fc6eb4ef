package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;
import java.io.IOException;

import app.resim.identity.Acceptance.Refusal;

import javax.imageio.ImageIO;

/**
 * Looks at a file, decodes it and draws it anew. Keeps no state and touches no disk. A
 * call may take seconds and much memory, so it is made through {@code Workshop}; an
 * interruption ends it soon.
 */
public final class Cleaner {

	/** The biggest file that is looked at. */
	public static final int MOST_BYTES = 15 * 1024 * 1024;

	/** What drawing a PDF may allocate in all, beside the pictures on it. */
	private static final long PDF_MEMORY = 256_000_000;

	static {
		// a decoder's cache file would be a document in clear on the disk
		ImageIO.setUseCache(false);
	}

	/**
	 * Cleans.
	 * @param file the bytes as received
	 * @return a harmless picture, or why there is none; never throws because of the file
	 */
	public Cleaning clean(byte[] file) {
		try {
			return cleaned(file);
		}
		catch (UnfitFile ex) {
			return new Cleaning.Unfit(ex.refusal());
		}
		catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError ex) {
			// whatever a decoder makes of a broken file, it is only a broken file
			return new Cleaning.Unfit(Refusal.DAMAGED);
		}
	}

	private static Cleaning cleaned(byte[] file) throws IOException {
		if (file.length == 0) {
			throw new UnfitFile(Refusal.EMPTY);
		}
		if (file.length > MOST_BYTES) {
			throw new UnfitFile(Refusal.TOO_BIG);
		}
		return switch (Format.of(file)) {
			case JPEG -> jpeg(file);
			case PNG -> cleaned(Decoder.png(), PngFile.still(file), Orientation.UPRIGHT);
			case WEBP -> cleaned(Decoder.webp(), WebpFile.still(file), Orientation.UPRIGHT);
			case PDF -> pdf(file);
			case HEIC -> throw new UnfitFile(Refusal.HEIC);
			case OTHER -> throw new UnfitFile(Refusal.WRONG_TYPE);
		};
	}

	private static Cleaning jpeg(byte[] file) throws IOException {
		JpegFile jpeg = JpegFile.read(file);
		return cleaned(Decoder.jpeg(), jpeg.still(), jpeg.orientation());
	}

	private static Cleaning cleaned(Decoder decoder, Still still, Orientation orientation) throws IOException {
		Limits.least(still.width(), still.height());
		return FreshJpeg.of(decoder.decode(still, Allowance.ofTime()), orientation);
	}

	private static Cleaning pdf(byte[] file) throws IOException {
		BufferedImage page = PdfPage.drawn(file, Allowance.ofTimeAndMemory(PDF_MEMORY));
		Limits.least(page.getWidth(), page.getHeight());
		return FreshJpeg.of(page, Orientation.UPRIGHT);
	}

}
