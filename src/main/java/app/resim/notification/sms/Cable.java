package app.resim.notification.sms;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * One TCP connection, encrypted or not, that can be cut at any time: also before it
 * stands, and while bytes are stuck in it. Encryption that ends politely would wait for
 * them.
 */
final class Cable implements ConnectionFactory {

	private final Socket plain = new Socket();

	private final Optional<SSLContext> tls;

	private final Duration connectTimeout;

	Cable(Optional<SSLContext> tls, Duration connectTimeout) {
		this.tls = tls;
		this.connectTimeout = connectTimeout;
	}

	@Override
	public Connection createConnection(String host, int port) throws IOException {
		this.plain.setTcpNoDelay(true);
		this.plain.connect(new InetSocketAddress(host, port), (int) this.connectTimeout.toMillis());
		return new SocketConnection(this.tls.isPresent() ? encrypted(this.tls.get(), host, port) : this.plain);
	}

	private Socket encrypted(SSLContext context, String host, int port) throws IOException {
		var socket = (SSLSocket) context.getSocketFactory().createSocket(this.plain, host, port, true);
		var parameters = socket.getSSLParameters();
		// the certificate must be this host's, which sockets do not check unless they are
		// told
		parameters.setEndpointIdentificationAlgorithm("HTTPS");
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return socket;
	}

	void cut() {
		try {
			this.plain.close();
		}
		catch (IOException ex) {
			// nothing is left of it that could be closed
		}
	}

}
