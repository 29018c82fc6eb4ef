package app.resim.ui;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import app.resim.account.Origin;
import app.resim.account.Origins;
import app.resim.kernel.SubscriberId;
import app.resim.limits.Network;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * By what a browser is known again, so that a sign-in with one never seen before can be
 * told apart. It lets nobody in.
 */
@Component
class BrowserCookie {

	private static final Pattern OURS = Pattern.compile("[A-Za-z0-9_-]{43}");

	private final Origins origins;

	private final boolean secure;

	BrowserCookie(Origins origins, @Value("${resim.public-url}") URI home) {
		this.origins = origins;
		this.secure = "https".equals(home.getScheme());
	}

	/** Notes from where a customer signs in, and gives a new browser its cookie. */
	Origin note(SubscriberId customer, HttpServletRequest request, HttpServletResponse response) {
		String browser = Optional.ofNullable(WebUtils.getCookie(request, name()))
			.map(Cookie::getValue)
			.filter(kept -> OURS.matcher(kept).matches())
			.orElseGet(this.origins::newBrowser);
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name(), browser)
					.path("/")
					.maxAge(Origins.KEPT)
					.httpOnly(true)
					.secure(this.secure)
					.sameSite("Lax")
					.build()
					.toString());
		return this.origins.note(customer, browser, Network.of(request.getRemoteAddr()));
	}

	private String name() {
		return this.secure ? "__Host-browser" : "browser";
	}

}
