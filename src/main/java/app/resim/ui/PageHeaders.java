package app.resim.ui;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.header.HeaderWriter;
import org.springframework.util.AntPathMatcher;

/**
 * The headers of every answer. Plain pages may do nothing but show themselves and post to
 * us; Flow pages need scripts, and their policy says what that costs today.
 *
 * @see "decision: content security policy"
 */
class PageHeaders implements HeaderWriter {

	private static final String PLAIN_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
			+ "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

	private static final String FLOW_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
			+ "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; "
			+ "worker-src 'self' blob:; object-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'";

	/**
	 * Files that are the same for everybody. Whoever serves them says how long they may
	 * be kept.
	 */
	private static final List<String> FILES = List.of(Look.PATHS, "/VAADIN/build/**", "/VAADIN/static/**");

	/**
	 * Where a picture may be taken, and where a customer comes from: going on from page
	 * to page loads no document, so the first one's policy stays.
	 */
	private static final List<String> CAMERA = List.of("/", "/lines/**", "/requests/**", "/hand");

	private final AntPathMatcher paths = new AntPathMatcher();

	@Override
	public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
		String path = request.getRequestURI().substring(request.getContextPath().length());
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		response.setHeader("Permissions-Policy",
				(camera(path) ? "camera=(self)" : "camera=()") + ", microphone=(), geolocation=(), payment=(), usb=()");
		response.setHeader("Content-Security-Policy", PlainPaths.include(path) ? PLAIN_POLICY : FLOW_POLICY);
		response.setHeader("Referrer-Policy", PlainPaths.harmless(path) ? "same-origin" : "no-referrer");
		if (request.isSecure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		if (FILES.stream().noneMatch(files -> this.paths.match(files, path))) {
			response.setHeader("Cache-Control", "no-store");
		}
	}

	private boolean camera(String path) {
		return CAMERA.stream().anyMatch(pages -> this.paths.match(pages, path));
	}

}
