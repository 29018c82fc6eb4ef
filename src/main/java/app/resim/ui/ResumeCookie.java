package app.resim.ui;

import java.net.URI;
import java.util.Optional;

import app.resim.account.ResumeToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookie by which a browser is seated again on another node. It is guarded like the
 * cookie of the session, and goes with the browser like that one.
 */
@Component
class ResumeCookie {

	private final boolean secure;

	ResumeCookie(@Value("${resim.public-url}") URI home) {
		this.secure = "https".equals(home.getScheme());
	}

	Optional<ResumeToken> in(HttpServletRequest request) {
		return Optional.ofNullable(WebUtils.getCookie(request, name()))
			.map(Cookie::getValue)
			.flatMap(ResumeToken::read);
	}

	void give(ResumeToken token, HttpServletResponse response) {
		write(cookie(token.text()), response);
	}

	void takeBack(HttpServletResponse response) {
		write(cookie("").maxAge(0), response);
	}

	private ResponseCookie.ResponseCookieBuilder cookie(String text) {
		return ResponseCookie.from(name(), text).path("/").httpOnly(true).secure(this.secure).sameSite("Lax");
	}

	private static void write(ResponseCookie.ResponseCookieBuilder cookie, HttpServletResponse response) {
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
	}

	private String name() {
		return this.secure ? "__Host-resume" : "resume";
	}

}
