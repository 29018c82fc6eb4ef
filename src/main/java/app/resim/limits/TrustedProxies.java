package app.resim.limits;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Believes what a proxy says about the other end – its address, and that it came by https
 * – only if the proxy is on the list. From anybody else, and for everything further in,
 * such headers do not exist.
 */
final class TrustedProxies extends ValveBase {

	private static final String FOR = "X-Forwarded-For";

	private static final String PROTO = "X-Forwarded-Proto";

	/** Nobody of ours reads the others, and nobody else shall. */
	private static final List<String> FORWARDED = List.of(FOR, PROTO, "Forwarded", "X-Forwarded-Host",
			"X-Forwarded-Port", "X-Forwarded-Prefix", "X-Forwarded-Ssl", "X-Forwarded-Context", "X-Real-IP");

	private static final int HTTPS = 443;

	private final List<IpAddressMatcher> trusted;

	/**
	 * Makes the list.
	 * @param trusted addresses or networks such as {@code 10.1.0.0/16}
	 */
	TrustedProxies(List<String> trusted) {
		super(true);
		this.trusted = trusted.stream().map(String::strip).map(IpAddressMatcher::new).toList();
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (trusted(request.getRemoteAddr())) {
			believe(request);
		}
		FORWARDED.forEach(header -> request.getCoyoteRequest().getMimeHeaders().removeHeader(header));
		getNext().invoke(request, response);
	}

	private void believe(Request request) {
		List<String> hops = Stream.ofNullable(request.getHeaders(FOR))
			.flatMap(lines -> java.util.Collections.list(lines).stream())
			.flatMap(line -> Stream.of(line.split(",")))
			.map(String::strip)
			.toList();
		for (String hop : hops.reversed()) {
			if (!isAddress(hop)) {
				break;
			}
			request.setRemoteAddr(hop);
			request.setRemoteHost(hop);
			if (!trusted(hop)) {
				break;
			}
		}
		if ("https".equalsIgnoreCase(request.getHeader(PROTO))) {
			request.setSecure(true);
			request.getCoyoteRequest().scheme().setString("https");
			request.setServerPort(HTTPS);
		}
	}

	private boolean trusted(String address) {
		return this.trusted.stream().anyMatch(network -> network.matches(address));
	}

	private static boolean isAddress(String text) {
		try {
			InetAddress.ofLiteral(text);
			return true;
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

}
