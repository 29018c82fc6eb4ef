package app.resim.provisioning.es2plus;

import java.util.List;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import app.resim.callers.Callers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The subject of a client certificate as the web server hands it on when client
 * certificates are wanted but not needed ({@code server.ssl.client-auth=want}).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallersOverTlsTest {

	private final Tomcat tomcat = new Tomcat();

	private Callers callers = agreed("CN=portal,O=Example");

	@BeforeAll
	void start(@TempDir Path folder) throws Exception {
		this.tomcat.setBaseDir(folder.toString());
		this.tomcat.setConnector(connector());
		var context = this.tomcat.addContext("", null);
		Tomcat.addServlet(context, "door", new Door());
		context.addServletMappingDecoded("/*", "door");
		this.tomcat.start();
	}

	@AfterAll
	void stop() throws Exception {
		this.tomcat.stop();
		this.tomcat.destroy();
	}

	@Test
	void theAgreedCertificateOpensTheDoor() throws Exception {
		assertThat(call(Certificates.bundle("portal", "server"))).isEqualTo(204);
	}

	@Test
	void aTrustedCertificateWithAnotherSubjectDoesNot() throws Exception {
		this.callers = agreed("CN=somebody,O=Example");
		assertThat(call(Certificates.bundle("portal", "server"))).isEqualTo(401);
		this.callers = agreed("CN=portal,O=Example");
	}

	@Test
	void noCertificateDoesNot() throws Exception {
		assertThat(call(null)).isEqualTo(401);
	}

	private static Callers agreed(String subject) {
		return new Callers(subject, List.of());
	}

	private int call(SslBundle shown) throws Exception {
		var tls = (shown != null) ? shown.createSslContext() : trustingOnly();
		try (var client = HttpClient.newBuilder().sslContext(tls).build()) {
			return client
				.send(HttpRequest
					.newBuilder(URI.create("https://localhost:" + this.tomcat.getConnector().getLocalPort()))
					.build(), HttpResponse.BodyHandlers.discarding())
				.statusCode();
		}
	}

	private static SSLContext trustingOnly() throws Exception {
		var tls = SSLContext.getInstance("TLS");
		tls.init(null, Certificates.bundle("portal", "server").getManagers().getTrustManagers(), null);
		return tls;
	}

	private static Connector connector() throws Exception {
		var host = new SSLHostConfig();
		host.setCertificateVerification("optional");
		host.setTruststoreFile(Certificates.trustStore("portal").toString());
		host.setTruststorePassword(Certificates.PASSWORD);
		host.setTruststoreType("PKCS12");
		var own = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.EC);
		own.setCertificateKeystoreFile(Certificates.store("server").toString());
		own.setCertificateKeystorePassword(Certificates.PASSWORD);
		own.setCertificateKeystoreType("PKCS12");
		host.addCertificate(own);
		var connector = new Connector();
		connector.setPort(0);
		connector.setScheme("https");
		connector.setSecure(true);
		connector.setProperty("SSLEnabled", "true");
		connector.addSslHostConfig(host);
		return connector;
	}

	private final class Door extends HttpServlet {

		private static final long serialVersionUID = 1;

		@Override
		protected void service(HttpServletRequest request, HttpServletResponse response) {
			boolean granted = CallersOverTlsTest.this.callers
				.authorize(() -> null, new RequestAuthorizationContext(request))
				.isGranted();
			response.setStatus(granted ? 204 : 401);
		}

	}

}
