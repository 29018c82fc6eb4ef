package app.resim.ui;

import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * The language in which somebody reads: the one chosen on a page, kept in a cookie, else
 * the one the browser asks for.
 */
@Component
class LanguageChoice {

	static final String COOKIE = "lang";

	static final String PARAMETER = "lang";

	Language of(HttpServletRequest request) {
		return asked(request).or(() -> kept(request)).orElseGet(() -> accepted(request));
	}

	Optional<Language> asked(HttpServletRequest request) {
		if (!request.getMethod().equals("GET")) {
			return Optional.empty();
		}
		return Optional.ofNullable(request.getParameter(PARAMETER)).flatMap(Language::tagged);
	}

	private static Optional<Language> kept(HttpServletRequest request) {
		Cookie[] cookies = request.getCookies();
		return (cookies == null) ? Optional.empty()
				: Arrays.stream(cookies)
					.filter(cookie -> cookie.getName().equals(COOKIE))
					.flatMap(cookie -> Language.tagged(cookie.getValue()).stream())
					.findFirst();
	}

	private static Language accepted(HttpServletRequest request) {
		if (request.getHeader("Accept-Language") == null) {
			return Language.ENGLISH;
		}
		return Language.nearest(Collections.<Locale>list(request.getLocales()));
	}

}
