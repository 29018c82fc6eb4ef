package app.resim.provisioning;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import app.resim.provisioning.activation.ActivationCode;

/**
 * Links that start the installation on the phone itself. They carry the activation code:
 * show them only where the code may be shown, and open them in the phone's own browser.
 * No link reaches every phone, so they stand beside the picture and the text.
 *
 * @param apple for iPhones from iOS 17.4 or 17.5 on
 * @param android for phones with Android 10 or newer Play services; some ignore it
 * @param lpa for Windows 11 24H2 and other systems that know the scheme
 */
public record InstallLinks(String apple, String android, String lpa) {

	private static final String APPLE = "https://esimsetup.apple.com/esim_qrcode_provisioning?carddata=";

	private static final String ANDROID = "https://esimsetup.android.com/esim_qrcode_provisioning?carddata=";

	/**
	 * Makes the links of a code.
	 * @param activationCode {@link Download#activationCode}
	 * @return the links
	 */
	public static InstallLinks of(String activationCode) {
		if (!activationCode.startsWith(ActivationCode.PREFIX)) {
			throw new IllegalArgumentException("Not an activation code");
		}
		String carddata = URLEncoder.encode(activationCode, StandardCharsets.UTF_8);
		return new InstallLinks(APPLE + carddata, ANDROID + carddata,
				"lpa:" + activationCode.substring(ActivationCode.PREFIX.length()).replace("%", "%25"));
	}

	@Override
	public String toString() {
		return "InstallLinks[…]";
	}

}
