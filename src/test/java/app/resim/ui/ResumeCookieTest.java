package app.resim.ui;

import java.net.URI;

import app.resim.account.ResumeToken;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cookie by which a session goes on, as it is written.
 */
class ResumeCookieTest {

	private static final ResumeToken TOKEN = new ResumeToken("a".repeat(43));

	private final ResumeCookie cookie = new ResumeCookie(URI.create("https://esim.example.com"));

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void overHttpsItIsForThisHostAloneAndGoesWithTheBrowser() {
		this.cookie.give(TOKEN, this.response);
		assertThat(this.response.getHeader("Set-Cookie")).startsWith("__Host-resume=" + TOKEN.text() + "; Path=/")
			.contains("; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain", "Max-Age", "Expires");
	}

	@Test
	void takenBackItIsGone() {
		this.cookie.takeBack(this.response);
		assertThat(this.response.getHeader("Set-Cookie")).startsWith("__Host-resume=; Path=/").contains("Max-Age=0");
	}

	@Test
	void whatIsNoTokenIsNotRead() {
		var request = new MockHttpServletRequest();
		request.setCookies(new Cookie("__Host-resume", "x".repeat(5000)), new Cookie("resume", TOKEN.text()));
		assertThat(this.cookie.in(request)).isEmpty();
	}

}
