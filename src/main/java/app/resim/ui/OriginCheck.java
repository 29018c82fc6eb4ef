package app.resim.ui;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only our own pages open a connection that stays. Browsers send a session's cookie
 * with a WebSocket handshake whichever site asks for it, and say which site that is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class OriginCheck extends OncePerRequestFilter {

	private static final String PUSH = "/VAADIN/push";

	private final String home;

	OriginCheck(@Value("${resim.public-url}") String home) {
		URI address = URI.create(home);
		this.home = address.getScheme() + "://" + address.getAuthority();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean handshake = "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
		String path = PlainPaths.of(request);
		boolean push = path.equals(PUSH) || path.startsWith(PUSH + "/");
		if ((handshake || push) && !ours(request, handshake)) {
			response.sendError(HttpServletResponse.SC_FORBIDDEN);
			return;
		}
		chain.doFilter(request, response);
	}

	/** Polling from our own pages may leave the origin out; a handshake never does. */
	private boolean ours(HttpServletRequest request, boolean handshake) {
		return Optional.ofNullable(request.getHeader(HttpHeaders.ORIGIN))
			.map(origin -> origin.equalsIgnoreCase(this.home) || origin.equalsIgnoreCase(here(request)))
			.orElse(!handshake);
	}

	private static String here(HttpServletRequest request) {
		return request.getScheme() + "://" + request.getHeader(HttpHeaders.HOST);
	}

}
