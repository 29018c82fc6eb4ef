package app.resim.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What of an address stands for one household: all of IPv4, the first 64 bits of IPv6.
 */
public final class Network {

	private static final int HOUSEHOLD = 8;

	private Network() {
	}

	/**
	 * The part that counts.
	 * @param address as text; never looked up as a name
	 * @return the same for all addresses of one household; what is no address is one
	 */
	public static String of(String address) {
		try {
			InetAddress read = InetAddress.ofLiteral(address);
			byte[] bytes = read.getAddress();
			return HexFormat.of().formatHex((read instanceof Inet6Address) ? Arrays.copyOf(bytes, HOUSEHOLD) : bytes);
		}
		catch (IllegalArgumentException ex) {
			return "unknown";
		}
	}

}
