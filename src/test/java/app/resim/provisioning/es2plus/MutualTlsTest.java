package app.resim.provisioning.es2plus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Optional;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.Outcome.Done;
import app.resim.provisioning.port.Outcome.Unreachable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server that wants a client certificate.
 */
class MutualTlsTest {

	private static final Iccid ICCID = new Iccid("8985200000000000010");

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	@Test
	void theAgreedCertificateIsShownAndTheServersIsChecked() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", Certificates.bundle("portal", "server"));
			assertThat(call(server)).isInstanceOf(Done.class);
		}
	}

	@Test
	void withoutTheRightCertificateNothingIsOrdered() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", Certificates.bundle("stranger", "server"));
			assertThat(call(server)).isInstanceOf(Unreachable.class);
			assertThat(server.received).isEmpty();
		}
	}

	@Test
	void aServerThatIsNotTrustedGetsNoRequest() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", Certificates.bundle("portal", "stranger"));
			assertThat(call(server)).isEqualTo(new Unreachable<>());
			assertThat(server.received).isEmpty();
		}
	}

	@Test
	void aRenewedCertificateIsUsedWithoutARestart() throws Exception {
		try (var server = server()) {
			this.bundles.registerBundle("sm-dp", Certificates.bundle("stranger", "server"));
			var client = client(server);
			assertThat(client.releaseProfile("a", ICCID)).isInstanceOf(Unreachable.class);
			this.bundles.updateBundle("sm-dp", Certificates.bundle("portal", "server"));
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

	private static WireServer server() {
		var tls = Certificates.bundle("server", "portal").createSslContext();
		return new WireServer(
				WireServer.says(200, "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}}"),
				wantingCertificates(tls.getServerSocketFactory()), "https");
	}

	private static ServerSocketFactory wantingCertificates(SSLServerSocketFactory sockets) {
		return new ServerSocketFactory() {

			@Override
			public ServerSocket createServerSocket(int port) throws IOException {
				throw new UnsupportedOperationException();
			}

			@Override
			public ServerSocket createServerSocket(int port, int backlog) throws IOException {
				throw new UnsupportedOperationException();
			}

			@Override
			public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
				var socket = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
				socket.setNeedClientAuth(true);
				assertThat(socket.getEnabledProtocols()).contains("TLSv1.3", "TLSv1.2");
				return socket;
			}

		};
	}

}
