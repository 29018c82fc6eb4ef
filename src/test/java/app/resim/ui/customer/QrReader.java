package app.resim.ui.customer;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import app.resim.ui.QrPicture;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;

/**
 * Reads the symbol that stands on a page.
 */
final class QrReader {

	private static final Pattern SIZE = Pattern.compile("viewBox='0 0 (\\d+) ");

	private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

	private static final int QUIET_ZONE = 4;

	private QrReader() {
	}

	static String read(QrPicture picture) {
		String source = picture.getElement().getAttribute("src").replaceAll(".*base64,", "");
		String svg = new String(Base64.getDecoder().decode(source), StandardCharsets.US_ASCII);
		var modules = new BitMatrix(
				SIZE.matcher(svg).results().mapToInt(found -> number(found, 1)).findFirst().orElseThrow()
						- 2 * QUIET_ZONE);
		MODULE.matcher(svg)
			.results()
			.forEach(found -> modules.set(number(found, 1) - QUIET_ZONE, number(found, 2) - QUIET_ZONE));
		try {
			return new Decoder().decode(modules).getText();
		}
		catch (ChecksumException | FormatException ex) {
			throw new AssertionError(ex);
		}
	}

	private static int number(MatchResult found, int group) {
		return Integer.parseInt(found.group(group));
	}

}
