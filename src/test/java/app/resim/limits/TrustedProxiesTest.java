package app.resim.limits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whose word about the other end counts.
 */
class TrustedProxiesTest {

	private final Tomcat server = new Tomcat();

	@TempDir
	private Path folder;

	@AfterEach
	void stop() throws LifecycleException {
		this.server.stop();
		this.server.destroy();
	}

	@ParameterizedTest
	@CsvSource({ "198.51.100.7, 198.51.100.7", "'198.51.100.7, 10.1.2.3', 198.51.100.7",
			"'6.6.6.6, 198.51.100.7, 10.1.2.3', 198.51.100.7", "'10.1.2.3, 10.1.2.4', 10.1.2.3", "nonsense, 127.0.0.1",
			"'6.6.6.6, nonsense', 127.0.0.1", "2001:db8::7, 2001:db8::7" })
	void theNearestOneThatIsNoProxyOfOursIsTheOtherEnd(String said, String other) throws LifecycleException {
		start("127.0.0.0/8", "10.1.0.0/16");

		assertThat(ask("X-Forwarded-For", said)).startsWith(other + " ");
	}

	@ParameterizedTest
	@CsvSource({ "X-Forwarded-For, 198.51.100.7", "X-Forwarded-Proto, https", "Forwarded, for=198.51.100.7",
			"X-Forwarded-Host, evil.example" })
	void aStrangerIsNotBelieved(String header, String value) throws LifecycleException {
		start("192.0.2.1");

		assertThat(ask(header, value)).isEqualTo("127.0.0.1 http false []");
	}

	@Test
	void aProxyOfOursMaySayThatItWasHttps() throws LifecycleException {
		start("127.0.0.1");

		assertThat(ask("X-Forwarded-Proto", "https")).isEqualTo("127.0.0.1 https true []");
	}

	private void start(String... trusted) throws LifecycleException {
		this.server.setBaseDir(this.folder.toString());
		this.server.setPort(0);
		var context = this.server.addContext("", this.folder.toString());
		Tomcat.addServlet(context, "echo", new Echo());
		context.addServletMappingDecoded("/", "echo");
		this.server.getEngine().getPipeline().addValve(new TrustedProxies(List.of(trusted)));
		this.server.getConnector().setProperty("address", InetAddress.ofLiteral("127.0.0.1").getHostAddress());
		this.server.start();
	}

	private String ask(String header, String value) {
		try (var client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest
					.newBuilder(URI.create("http://127.0.0.1:" + this.server.getConnector().getLocalPort() + "/"))
					.header(header, value)
					.build(), BodyHandlers.ofString())
				.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Says what it sees. */
	@SuppressWarnings("serial")
	private static final class Echo extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			List<String> left = Stream.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "Forwarded")
				.filter(name -> request.getHeader(name) != null)
				.toList();
			response.getWriter()
				.print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.isSecure() + " " + left);
		}

	}

}
