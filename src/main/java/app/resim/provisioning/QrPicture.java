package app.resim.provisioning;

import app.resim.provisioning.activation.QrCode;

/**
 * The picture that a phone scans: level M, quiet zone of four modules, whole pixels,
 * black on white. Give it an {@code alt} text that does not hold the code.
 */
public final class QrPicture {

	private QrPicture() {
	}

	/**
	 * Draws a text.
	 * @param text for an eSIM {@link Download#activationCode}, at most 259 characters
	 * @return a PNG picture, one bit a pixel, eight pixels a module
	 */
	public static byte[] png(String text) {
		return QrCode.png(text);
	}

}
