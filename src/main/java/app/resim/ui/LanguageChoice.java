package app.resim.ui;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * The language in which somebody reads: the one chosen on a page, kept in a cookie, else
 * the one the browser asks for, else the brand's first one. Only what the brand offers
 * counts.
 */
@Component
class LanguageChoice {

	static final String COOKIE = "lang";

	static final String PARAMETER = "lang";

	private final BrandChoice brands;

	LanguageChoice(BrandChoice brands) {
		this.brands = brands;
	}

	Language of(HttpServletRequest request) {
		return asked(request).or(() -> kept(request))
			.or(() -> accepted(request))
			.orElseGet(() -> offered(request).getFirst());
	}

	Optional<Language> asked(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			return Optional.empty();
		}
		return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(tag -> offered(tag, request));
	}

	private Optional<Language> kept(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? Optional.empty()
				: Arrays.stream(cookies)
					.filter(cookie -> cookie.getName().equals(COOKIE))
					.flatMap(cookie -> offered(cookie.getValue(), request).stream())
					.findFirst();
	}

	private Optional<Language> offered(String tag, HttpServletRequest request) {
		return Language.tagged(tag).filter(offered(request)::contains);
	}

	private List<Language> offered(HttpServletRequest request) {
		return Language.offered(this.brands.of(request));
	}

	/** Without the header a servlet would name the server's own locale. */
	private Optional<Language> accepted(HttpServletRequest request) {
		return (request.getHeader("Accept-Language") == null) ? Optional.empty()
				: Language.best(Collections.list(request.getLocales()), offered(request));
	}

}
