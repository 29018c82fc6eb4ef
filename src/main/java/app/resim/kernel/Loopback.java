package app.resim.kernel;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which names of a host mean this machine, so that nobody reads along on the way.
 */
public final class Loopback {

	private static final Pattern NAMES = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?",
			Pattern.CASE_INSENSITIVE);

	private Loopback() {
	}

	/**
	 * Whether a host is this machine. Asks nobody: what a name resolves to is not known.
	 * @param host a name or an address, IPv6 with or without brackets
	 * @return true if it is
	 */
	public static boolean isMeantBy(String host) {
		return NAMES.matcher(host).matches();
	}

	/**
	 * Whether nobody reads along on the way to an address.
	 * @param url any text
	 * @return true if it is an HTTPS address, or an HTTP address on this machine
	 */
	public static boolean orEncrypted(String url) {
		try {
			URI address = new URI(url);
			String host = Optional.ofNullable(address.getHost()).orElse("");
			return switch (Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT)) {
				case "https" -> !host.isEmpty();
				case "http" -> isMeantBy(host);
				default -> false;
			};
		}
		catch (URISyntaxException ex) {
			return false;
		}
	}

}
