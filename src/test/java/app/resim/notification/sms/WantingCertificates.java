package app.resim.notification.sms;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLServerSocket;

import org.springframework.boot.ssl.SslBundle;

/**
 * Opens doors for those who show the right certificate.
 */
final class WantingCertificates extends ServerSocketFactory {

	private final SslBundle bundle;

	WantingCertificates(SslBundle bundle) {
		this.bundle = bundle;
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
		var socket = (SSLServerSocket) this.bundle.createSslContext()
			.getServerSocketFactory()
			.createServerSocket(port, backlog, address);
		socket.setNeedClientAuth(true);
		return socket;
	}

	@Override
	public ServerSocket createServerSocket(int port, int backlog) throws IOException {
		return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
	}

	@Override
	public ServerSocket createServerSocket(int port) throws IOException {
		return createServerSocket(port, 0);
	}

}
