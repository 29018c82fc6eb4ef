package app.resim.identity.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/**
 * Kinds of files, told apart by their first bytes alone.
 */
enum Format {

	JPEG, PNG, WEBP, HEIC, PDF, OTHER;

	private static final byte[] JPEG_START = { (byte) 0xFF, (byte) 0xD8, (byte) 0xFF };

	private static final byte[] PNG_START = { (byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n' };

	private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);

	private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "hevm",
			"hevs", "heif", "mif1", "msf1");

	private static final Set<String> AVIF_BRANDS = Set.of("avif", "avis");

	/** Brands beyond these say nothing new. */
	private static final int BRANDS_READ = 64;

	static Format of(byte[] file) {
		if (startsWith(file, JPEG_START)) {
			return JPEG;
		}
		if (startsWith(file, PNG_START)) {
			return PNG;
		}
		if (startsWith(file, PDF_START)) {
			return PDF;
		}
		if (word(file, 0).equals("RIFF") && word(file, 8).equals("WEBP")) {
			return WEBP;
		}
		return isHeic(file) ? HEIC : OTHER;
	}

	/** An AVIF file may name {@code mif1} first, and is told by its other brands. */
	private static boolean isHeic(byte[] file) {
		if (!word(file, 4).equals("ftyp") || !HEIC_BRANDS.contains(word(file, 8))) {
			return false;
		}
		int end = Math.min(Bytes.int32(file, 0), BRANDS_READ);
		for (int at = 16; at < end; at += 4) {
			if (AVIF_BRANDS.contains(word(file, at))) {
				return false;
			}
		}
		return true;
	}

	private static boolean startsWith(byte[] file, byte[] start) {
		return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
	}

	private static String word(byte[] file, int at) {
		return (at + 4 <= file.length) ? new String(file, at, 4, StandardCharsets.ISO_8859_1) : "";
	}

}
