package app.resim.provisioning;

/**
 * Addresses that open a phone's own eSIM settings. Secrets, like the code they carry.
 *
 * @param apple for iPhones with iOS 17.4 or newer
 * @param android for Android phones with recent Play services
 * @param lpa for Windows and some phones
 */
public record InstallLinks(String apple, String android, String lpa) {

	/**
	 * Makes the links for a code.
	 * @param activationCode {@code LPA:1$…}
	 * @return the links, percent-encoded
	 */
	public static InstallLinks of(String activationCode) {
		throw new UnsupportedOperationException();
	}

	@Override
	public String toString() {
		return "InstallLinks[]";
	}

}
