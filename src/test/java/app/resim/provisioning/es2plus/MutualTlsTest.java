package app.resim.provisioning.es2plus;

import java.io.IOException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.Outcome.Done;
import app.resim.provisioning.port.Outcome.Unreachable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that wants a client certificate.
 */
class MutualTlsTest {

	private static final Iccid ICCID = new Iccid("8985200000000000010");

	private static final String PASSWORD = "changeit";

	@TempDir
	private static Path folder;

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	@BeforeAll
	static void makeCertificates() throws Exception {
		for (String name : List.of("server", "portal", "stranger")) {
			var keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
					"CN=" + name + ",O=Example", "-ext", "SAN=dns:localhost", "-validity", "2", "-storetype", "PKCS12",
					"-storepass", PASSWORD, "-keystore", folder.resolve(name).toString())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start();
			assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
			assertThat(keytool.exitValue()).isZero();
		}
	}

	@Test
	void theAgreedCertificateIsShownAndTheServersIsChecked() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("portal", "server"));
			assertThat(call(server)).isInstanceOf(Done.class);
		}
	}

	@Test
	void withoutTheRightCertificateNothingIsOrdered() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("stranger", "server"));
			assertThat(call(server)).isInstanceOf(Unreachable.class);
			assertThat(server.received).isEmpty();
		}
	}

	@Test
	void aServerThatIsNotTrustedGetsNoRequest() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("portal", "stranger"));
			assertThat(call(server)).isEqualTo(new Unreachable<>());
			assertThat(server.received).isEmpty();
		}
	}

	@Test
	void aRenewedCertificateIsUsedWithoutARestart() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("stranger", "server"));
			var client = client(server);
			assertThat(client.releaseProfile("a", ICCID)).isInstanceOf(Unreachable.class);
			this.bundles.updateBundle("sm-dp", bundle("portal", "server"));
			assertThat(client.releaseProfile("b", ICCID)).isInstanceOf(Done.class);
		}
	}

	private Outcome<?> call(WireServer server) throws Exception {
		return client(server).releaseProfile("a", ICCID);
	}

	private Es2PlusClient client(WireServer server) throws Exception {
		var agreed = Es2PlusClientTest.agreed(Map.of("url", server.url().toString(), "smdp-address", "rsp.example.com",
				"ssl-bundle", "sm-dp", "connect-timeout", "5s", "read-timeout", "5s"));
		var wire = new Wire(agreed.connectTimeout(), agreed.connectTimeout().plus(agreed.readTimeout()),
				Es2PlusConfiguration.tls(agreed, this.bundles));
		return new Es2PlusClient(agreed, Optional.empty(), wire, new SimpleMeterRegistry());
	}

	private static WireServer server() throws Exception {
		var tls = bundle("server", "portal").createSslContext();
		return new WireServer(
				WireServer.says(200, "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}"),
				wantingCertificates(tls.getServerSocketFactory()), "https");
	}

	private static ServerSocketFactory wantingCertificates(SSLServerSocketFactory sockets) {
		return new ServerSocketFactory() {

			@Override
			public java.net.ServerSocket createServerSocket(int port) throws IOException {
				throw new UnsupportedOperationException();
			}

			@Override
			public java.net.ServerSocket createServerSocket(int port, int backlog) throws IOException {
				throw new UnsupportedOperationException();
			}

			@Override
			public java.net.ServerSocket createServerSocket(int port, int backlog, java.net.InetAddress address)
					throws IOException {
				var socket = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
				socket.setNeedClientAuth(true);
				assertThat(socket.getEnabledProtocols()).contains("TLSv1.3", "TLSv1.2");
				return socket;
			}

		};
	}

	private static SslBundle bundle(String keys, String trusted) throws Exception {
		var trust = KeyStore.getInstance("PKCS12");
		trust.load(null, null);
		trust.setCertificateEntry(trusted, store(trusted).getCertificate(trusted));
		return SslBundle.of(SslStoreBundle.of(store(keys), PASSWORD, trust));
	}

	private static KeyStore store(String name) throws Exception {
		return KeyStore.getInstance(folder.resolve(name).toFile(), PASSWORD.toCharArray());
	}

}
