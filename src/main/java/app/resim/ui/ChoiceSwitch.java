package app.resim.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes a choice such as {@code ?lang=} from any address: keeps it in a cookie of the
 * same name and leads to the same page without the parameter. It stands behind the
 * firewall of the security chain, so a path never begins with two slashes here.
 */
class ChoiceSwitch extends OncePerRequestFilter {

	private static final Duration KEPT = Duration.ofDays(365);

	private final String parameter;

	private final Function<HttpServletRequest, Optional<String>> asked;

	/**
	 * A switch.
	 * @param parameter of the address, and the cookie
	 * @param asked what a request chooses, if it is something that there is
	 */
	ChoiceSwitch(String parameter, Function<HttpServletRequest, Optional<String>> asked) {
		this.parameter = parameter;
		this.asked = asked;
	}

	@Override
	protected String getAlreadyFilteredAttributeName() {
		return super.getAlreadyFilteredAttributeName() + "." + this.parameter;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> choice = this.asked.apply(request);
		if (choice.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(this.parameter, choice.get(), request).toString());
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION, without(request));
	}

	static ResponseCookie cookie(String name, String choice, HttpServletRequest request) {
		return ResponseCookie.from(name, choice)
			.path("/")
			.maxAge(KEPT)
			.httpOnly(true)
			.secure(request.isSecure())
			.sameSite("Lax")
			.build();
	}

	private String without(HttpServletRequest request) {
		return UriComponentsBuilder.fromPath(request.getRequestURI())
			.query(request.getQueryString())
			.replaceQueryParam(this.parameter)
			.build(true)
			.toUriString();
	}

}
