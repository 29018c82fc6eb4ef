package app.resim.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.dom.Element;

/**
 * An address as a QR symbol that another device reads from this screen: dark on white in
 * both colour schemes, with a quiet zone of four modules. It stands in the page itself
 * and has no address that a cache or a log could keep.
 */
public final class QrPicture extends Component implements HasStyle {

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.ERROR_CORRECTION,
			ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

	/**
	 * Draws the symbol.
	 * @param address what is read, at most a few hundred characters
	 * @param alt what it is, for those who cannot see it
	 */
	public QrPicture(String address, String alt) {
		super(new Element("img"));
		addClassName("qrpicture");
		getElement().setAttribute("src", "data:image/svg+xml;base64," + base64(svg(modules(address))))
			.setAttribute("alt", alt);
	}

	private static String svg(BitMatrix modules) {
		var path = new StringBuilder();
		for (int y = 0; y < modules.getHeight(); y++) {
			for (int x = 0; x < modules.getWidth(); x++) {
				if (modules.get(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		int size = modules.getWidth();
		return "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 " + size + " " + size
				+ "' shape-rendering='crispEdges'><path fill='#fff' d='M0 0h" + size + "v" + size + "H0z'/><path d='"
				+ path + "'/></svg>";
	}

	private static BitMatrix modules(String address) {
		try {
			return new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, HINTS);
		}
		catch (WriterException ex) {
			// the message may quote the address, which holds a secret
			throw new IllegalArgumentException("The address does not fit into a QR symbol");
		}
	}

	private static String base64(String svg) {
		return Base64.getEncoder().encodeToString(svg.getBytes(StandardCharsets.US_ASCII));
	}

}
