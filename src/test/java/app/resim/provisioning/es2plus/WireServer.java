package app.resim.provisioning.es2plus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

import javax.net.ServerSocketFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server at the level of bytes, which can therefore break off wherever it likes. It
 * keeps every request that arrived whole.
 */
final class WireServer implements AutoCloseable {

	final List<Received> received = new CopyOnWriteArrayList<>();

	private final ServerSocket socket;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final String scheme;

	private final Behaviour behaviour;

	/**
	 * A request.
	 *
	 * @param line method, path and version
	 * @param headers by name, in lower case
	 * @param text the body
	 */
	record Received(String line, Map<String, String> headers, String text) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.text);
		}

	}

	/** What happens on a connection after a whole request has arrived. */
	@FunctionalInterface
	interface Behaviour {

		void answer(Socket connection, OutputStream out) throws IOException, InterruptedException;

	}

	WireServer(Behaviour behaviour) {
		this(behaviour, ServerSocketFactory.getDefault(), "http");
	}

	WireServer(Behaviour behaviour, ServerSocketFactory sockets, String scheme) {
		this.behaviour = behaviour;
		this.scheme = scheme;
		try {
			this.socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		Thread.ofVirtual().start(this::accept);
	}

	/** Answers with this status and body. */
	static Behaviour says(int status, String body) {
		return says(status, "Content-Type: application/json;charset=UTF-8\r\nX-Admin-Protocol: gsma/rsp/v2.0.0\r\n",
				body);
	}

	static Behaviour says(int status, String headers, String body) {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		return (connection, out) -> {
			out.write(("HTTP/1.1 " + status + " Said\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n")
				.getBytes(StandardCharsets.US_ASCII));
			out.write(bytes);
			out.flush();
		};
	}

	URI url() {
		return URI.create(this.scheme + "://localhost:" + this.socket.getLocalPort());
	}

	/** Blocks until the test is over. */
	void untilClosed() throws InterruptedException {
		this.closed.await();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket connection = this.socket.accept();
				Thread.ofVirtual().start(() -> serve(connection));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			var in = new BufferedInputStream(connection.getInputStream());
			for (Received request = read(in); request != null; request = read(in)) {
				this.received.add(request);
				this.behaviour.answer(connection, connection.getOutputStream());
			}
		}
		catch (IOException ex) {
			// the client has gone, or was thrown out
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Received read(InputStream in) throws IOException {
		String line = line(in);
		if (line.isEmpty()) {
			return null;
		}
		var headers = new TreeMap<String, String>();
		for (String header = line(in); !header.isEmpty(); header = line(in)) {
			int colon = header.indexOf(':');
			headers.put(header.substring(0, colon).toLowerCase(Locale.ROOT), header.substring(colon + 1).strip());
		}
		int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
		return new Received(line, headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
	}

	private static String line(InputStream in) throws IOException {
		var line = new StringBuilder();
		for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
			line.append((char) next);
		}
		return line.toString().strip();
	}

	/** Closes so that the other side sees a reset. */
	static void reset(Socket connection) throws SocketException {
		connection.setSoLinger(true, 0);
	}

	@Override
	public void close() {
		this.closed.countDown();
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
