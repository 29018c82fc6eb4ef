package app.resim.provisioning.activation;

import java.util.Map;

import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * A text as a QR symbol (ISO/IEC 18004): level M, quiet zone of four modules, every
 * module a square of whole pixels. The character set is left unset because naming it
 * would add a header and enlarge the symbol.
 */
public final class QrCode {

	/** Pixels along the edge of a module. */
	public static final int SCALE = 8;

	/** Light modules around the symbol. */
	public static final int QUIET_ZONE = 4;

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION,
			ErrorCorrectionLevel.M, EncodeHintType.MARGIN, QUIET_ZONE);

	private QrCode() {
	}

	/**
	 * Draws the symbol, dark on white.
	 * @param text what a reader shall read, at most a few hundred characters
	 * @return a PNG picture
	 */
	public static byte[] png(String text) {
		BitMatrix modules = modules(text);
		return Png.ofBits(modules.getWidth() * SCALE, modules.getHeight() * SCALE,
				(x, y) -> modules.get(x / SCALE, y / SCALE));
	}

	private static BitMatrix modules(String text) {
		try {
			return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
		}
		catch (WriterException ex) {
			// the message may quote the text, which is a secret
			throw new IllegalArgumentException("The text does not fit into a QR symbol");
		}
	}

}
