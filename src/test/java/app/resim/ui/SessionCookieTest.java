package app.resim.ui;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cookie that stands for a session, as a real server writes it.
 */
class SessionCookieTest {

	@Test
	void overHttpsItIsForThisHostAlone() throws Exception {
		assertThat(cookie("https://esim.example.com")).startsWith("__Host-session=")
			.contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain");
	}

	@Test
	void overPlainHttpForTryingItStillWorks() throws Exception {
		assertThat(cookie("http://localhost:8080")).startsWith("JSESSIONID=")
			.contains("; Path=/;", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Secure");
	}

	private static String cookie(String home) throws IOException, InterruptedException {
		var factory = new TomcatServletWebServerFactory(0);
		new SessionCookie(URI.create(home)).customize(factory);
		WebServer server = factory
			.getWebServer(context -> context.addServlet("session", new BeginsASession()).addMapping("/"));
		server.start();
		try (HttpClient client = HttpClient.newHttpClient()) {
			var request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.getPort() + "/")).build();
			return client.send(request, BodyHandlers.discarding()).headers().firstValue("Set-Cookie").orElseThrow();
		}
		finally {
			server.stop();
		}
	}

	private static final class BeginsASession extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) {
			request.getSession();
		}

	}

}
