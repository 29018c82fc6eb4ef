package app.resim.provisioning.es2plus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.Outcome.Done;
import app.resim.provisioning.port.Outcome.Unreachable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that wants a client certificate.
 */
class MutualTlsTest {

	private static final Iccid ICCID = new Iccid("8985200000000000010");

	private static final String PASSWORD = "changeit";

	@TempDir
	private static Path folder;

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	@BeforeAll
	static void makeCertificates() throws Exception {
		for (String name : new String[] { "server", "portal", "stranger" }) {
			keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname",
					"CN=" + name + ",O=Example", "-ext", "SAN=dns:localhost", "-validity", "2", "-keystore",
					folder.resolve(name + ".p12").toString());
			keytool("-exportcert", "-alias", name, "-keystore", folder.resolve(name + ".p12").toString(), "-file",
					folder.resolve(name + ".cer").toString());
		}
		trust("by-server.p12", "portal");
		trust("by-portal.p12", "server");
		trust("by-nobody.p12", "stranger");
	}

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	@Test
	void theAgreedCertificateIsShownAndTheServersIsChecked() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("portal.p12", "by-portal.p12"));
			assertThat(call(server)).isInstanceOf(Done.class);
		}
	}

	@Test
	void withoutTheRightCertificateNothingIsOrdered() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("stranger.p12", "by-portal.p12"));
			assertThat(call(server)).isInstanceOf(Unreachable.class);
			assertThat(server.received).isEmpty();
		}
	}

	@Test
	void aServerThatIsNotTrustedGetsNoRequest() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("portal.p12", "by-nobody.p12"));
			assertThat(call(server)).isEqualTo(new Unreachable<>());
			assertThat(server.received).isEmpty();
		}
	}

	@Test
	void aRenewedCertificateIsUsedWithoutARestart() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", bundle("stranger.p12", "by-portal.p12"));
			var client = client(server);
			assertThat(client.releaseProfile("a", ICCID)).isInstanceOf(Unreachable.class);
			this.bundles.updateBundle("sm-dp", bundle("portal.p12", "by-portal.p12"));
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
				Es2PlusConfiguration.tls(agreed, this.bundles), this.threads);
		return new Es2PlusClient(agreed, Optional.empty(), wire, new SimpleMeterRegistry());
	}

	private static WireServer server() {
		var tls = bundle("server.p12", "by-server.p12").createSslContext();
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

	private static SslBundle bundle(String keys, String trusted) {
		return SslBundle.of(new JksSslStoreBundle(store(keys), store(trusted)));
	}

	private static JksSslStoreDetails store(String name) {
		return new JksSslStoreDetails("PKCS12", null, folder.resolve(name).toUri().toString(), PASSWORD);
	}

	private static void trust(String store, String name) throws Exception {
		keytool("-importcert", "-noprompt", "-alias", name, "-file", folder.resolve(name + ".cer").toString(),
				"-keystore", folder.resolve(store).toString());
	}

	private static void keytool(String... arguments) throws Exception {
		var command = new java.util.ArrayList<>(
				java.util.List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
		command.addAll(java.util.List.of(arguments));
		command.addAll(java.util.List.of("-storepass", PASSWORD, "-storetype", "PKCS12"));
		var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).as(said).isZero();
	}

}
