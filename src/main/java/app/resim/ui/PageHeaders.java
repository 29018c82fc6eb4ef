package app.resim.ui;

import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.AntPathMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers of every answer, written before anything else looks at the request, so that
 * refusals, errors, files and downloads carry them too. Each page may do what it needs
 * and no more: plain pages show themselves and post to us, Flow pages run the scripts
 * that the server names, machines get nothing that runs.
 *
 * @see "decision 0018"
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageHeaders extends OncePerRequestFilter {

	private static final String NONCE = PageHeaders.class.getName() + ".nonce";

	private static final int NONCE_BYTES = 16;

	private static final String NO_FRAMES = "; frame-ancestors 'none'; base-uri ";

	private static final String MACHINE_POLICY = "default-src 'none'; form-action 'none'" + NO_FRAMES + "'none'";

	private static final String PLAIN_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
			+ "form-action 'self'" + NO_FRAMES + "'none'";

	private static final String SCRIPTED_POLICY = PLAIN_POLICY + "; script-src 'self'";

	/** Styles: components set them in the page, and there is no way to name them. */
	private static final String FLOW_POLICY = "default-src 'none'; %s; style-src 'self' 'unsafe-inline'; "
			+ "img-src 'self' data: blob:; font-src 'self' data:; media-src 'self' blob:; connect-src 'self'; "
			+ "worker-src 'self' blob:; manifest-src 'self'; form-action 'self'" + NO_FRAMES + "'self'";

	private static final String NAMED_SCRIPTS = "script-src 'nonce-%s' 'strict-dynamic'";

	/** The development server writes scripts of its own into pages. */
	private static final String ANY_SCRIPTS = "script-src 'self' 'unsafe-inline' 'unsafe-eval'";

	private static final List<String> MACHINES = List.of("/api/**", "/gsma/**", "/simulated/**");

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

	private final RandomGenerator chance;

	private final boolean https;

	private volatile boolean development;

	PageHeaders(RandomGenerator chance, @Value("${resim.public-url}") String home) {
		this.chance = chance;
		this.https = home.startsWith("https://");
	}

	/** Lets pages run what the development server adds. */
	void allowDevelopment() {
		this.development = true;
	}

	/**
	 * The word by which the server names the scripts of the page that is answered.
	 * @param request as it came
	 * @return changes with every request
	 */
	static String nonce(HttpServletRequest request) {
		return (request.getAttribute(NONCE) instanceof String nonce) ? nonce : "";
	}

	@Override
	protected boolean shouldNotFilterErrorDispatch() {
		return false;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		write(request, response);
		chain.doFilter(request, response);
	}

	private void write(HttpServletRequest request, HttpServletResponse response) {
		String path = PlainPaths.of(request);
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("X-Frame-Options", "DENY");
		response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
		response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
		response.setHeader("Permissions-Policy",
				(matches(CAMERA, path) ? "camera=(self)" : "camera=()") + ", microphone=(), "
						+ (path.equals(PlainPaths.SHOPS) ? "geolocation=(self)" : "geolocation=()")
						+ ", payment=(), usb=(), display-capture=()");
		response.setHeader("Content-Security-Policy", policy(request, path));
		response.setHeader("Referrer-Policy", PlainPaths.harmless(path) ? "same-origin" : "no-referrer");
		if (this.https || request.isSecure()) {
			response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
		}
		if (!matches(FILES, path)) {
			response.setHeader("Cache-Control", "no-store");
		}
	}

	private String policy(HttpServletRequest request, String path) {
		if (matches(MACHINES, path) || matches(FILES, path)) {
			return MACHINE_POLICY;
		}
		if (PlainPaths.include(path)) {
			return PlainPaths.SCRIPTED.contains(path) ? SCRIPTED_POLICY : PLAIN_POLICY;
		}
		return FLOW_POLICY.formatted(this.development ? ANY_SCRIPTS : NAMED_SCRIPTS.formatted(drawn(request)));
	}

	private String drawn(HttpServletRequest request) {
		byte[] bits = new byte[NONCE_BYTES];
		this.chance.nextBytes(bits);
		String nonce = Base64.getEncoder().encodeToString(bits);
		request.setAttribute(NONCE, nonce);
		return nonce;
	}

	private boolean matches(List<String> patterns, String path) {
		return patterns.stream().anyMatch(pattern -> this.paths.match(pattern, path));
	}

}
