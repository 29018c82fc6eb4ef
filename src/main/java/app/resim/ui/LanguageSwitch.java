package app.resim.ui;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Takes {@code ?lang=} from any address: keeps the choice in a cookie and leads to the
 * same page without the parameter. It stands behind the firewall of the security chain,
 * so a path never begins with two slashes here.
 */
class LanguageSwitch extends OncePerRequestFilter {

	private static final Duration KEPT = Duration.ofDays(365);

	private final LanguageChoice languages;

	LanguageSwitch(LanguageChoice languages) {
		this.languages = languages;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Language> asked = this.languages.asked(request);
		if (asked.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.addHeader(HttpHeaders.SET_COOKIE, cookie(asked.get(), request.isSecure()).toString());
		response.setStatus(HttpServletResponse.SC_SEE_OTHER);
		response.setHeader(HttpHeaders.LOCATION, without(request));
	}

	private static ResponseCookie cookie(Language language, boolean secure) {
		return ResponseCookie.from(LanguageChoice.COOKIE, language.tag())
			.path("/")
			.maxAge(KEPT)
			.httpOnly(true)
			.secure(secure)
			.sameSite("Lax")
			.build();
	}

	private static String without(HttpServletRequest request) {
		return UriComponentsBuilder.fromPath(request.getRequestURI())
			.query(request.getQueryString())
			.replaceQueryParam(LanguageChoice.PARAMETER)
			.build(true)
			.toUriString();
	}

}
