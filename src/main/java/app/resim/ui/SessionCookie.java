package app.resim.ui;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/**
 * Where people come over HTTPS, the session's cookie is for this host alone, as the
 * prefix {@code __Host-} makes browsers enforce: no other host of the same domain can set
 * or read it. Over plain HTTP, which is for trying only, browsers would refuse such a
 * cookie.
 */
@Component
class SessionCookie implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

	static final String NAME = "__Host-session";

	private final boolean secure;

	SessionCookie(@Value("${resim.public-url}") URI home) {
		this.secure = "https".equals(home.getScheme());
	}

	@Override
	public void customize(ConfigurableServletWebServerFactory server) {
		Cookie cookie = server.getSettings().getSession().getCookie();
		cookie.setHttpOnly(true);
		cookie.setSameSite(Cookie.SameSite.LAX);
		cookie.setPath("/");
		if (this.secure) {
			cookie.setName(NAME);
			cookie.setSecure(true);
		}
	}

}
