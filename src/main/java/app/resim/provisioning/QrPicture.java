package app.resim.provisioning;

/**
 * Draws QR codes (ISO/IEC 18004): level M, quiet zone of four modules, dark on white.
 */
public final class QrPicture {

	private QrPicture() {
	}

	/**
	 * Draws a text.
	 * @param text for example an activation code
	 * @return a PNG
	 */
	public static byte[] png(String text) {
		throw new UnsupportedOperationException();
	}

}
