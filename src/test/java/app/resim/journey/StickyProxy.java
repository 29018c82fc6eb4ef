package app.resim.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest load balancer that keeps a browser on its node: it reads the first lines
 * of each connection, chooses the node that the browser's cookie names while that one
 * lives and any other if not, and passes all bytes on, WebSockets too.
 */
final class StickyProxy implements AutoCloseable {

	static final String COOKIE = "node";

	private static final Pattern NAMED = Pattern.compile("(?im)^Cookie:.*\\b" + COOKIE + "=(\\w+)");

	private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

	private final Map<String, Integer> nodes;

	private final ServerSocket door;

	private StickyProxy(int port, Map<String, Integer> nodes) {
		this.nodes = new TreeMap<>(nodes);
		try {
			this.door = new ServerSocket(port);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Opens the door.
	 * @param port where browsers come
	 * @param nodes the ports of the nodes by name
	 */
	static StickyProxy open(int port, Map<String, Integer> nodes) {
		var proxy = new StickyProxy(port, nodes);
		Thread.ofVirtual().start(proxy::receive);
		return proxy;
	}

	private void receive() {
		while (!this.door.isClosed()) {
			try {
				Socket browser = this.door.accept();
				Thread.ofVirtual().start(() -> serve(browser));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void serve(Socket browser) {
		try (browser) {
			byte[] request = head(browser.getInputStream());
			Optional<String> wanted = named(request);
			for (String name : inOrder(wanted)) {
				try (Socket node = connect(name)) {
					pass(browser, node, request, wanted.filter(name::equals).isPresent() ? "" : name);
					return;
				}
				catch (NodeIsGone ex) {
					continue;
				}
			}
		}
		catch (IOException ex) {
			// one of the two has hung up, and the other one notices
			return;
		}
	}

	private List<String> inOrder(Optional<String> wanted) {
		return this.nodes.keySet()
			.stream()
			.sorted(Comparator.comparing(name -> wanted.filter(name::equals).isEmpty()))
			.toList();
	}

	private Socket connect(String name) throws NodeIsGone {
		try {
			var node = new Socket();
			node.connect(new InetSocketAddress("localhost", this.nodes.get(name)), 1_000);
			return node;
		}
		catch (IOException ex) {
			throw new NodeIsGone(ex);
		}
	}

	private static void pass(Socket browser, Socket node, byte[] request, String name) throws IOException {
		node.getOutputStream().write(request);
		Thread there = Thread.ofVirtual().start(() -> copy(browser, node));
		byte[] answer = head(node.getInputStream());
		browser.getOutputStream().write(name.isEmpty() ? answer : naming(name, answer));
		copy(node, browser);
		there.interrupt();
	}

	/** Whoever ends, the other end is told. */
	private static void copy(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		}
		catch (IOException ex) {
			// hung up
			return;
		}
	}

	private static byte[] naming(String name, byte[] answer) throws IOException {
		int firstLine = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n") + 2;
		var named = new ByteArrayOutputStream();
		named.write(answer, 0, firstLine);
		named.write(
				"Set-Cookie: %s=%s; Path=/; HttpOnly\r\n".formatted(COOKIE, name).getBytes(StandardCharsets.US_ASCII));
		named.write(answer, firstLine, answer.length - firstLine);
		return named.toByteArray();
	}

	private static Optional<String> named(byte[] request) {
		Matcher found = NAMED.matcher(new String(request, StandardCharsets.ISO_8859_1));
		return found.find() ? Optional.of(found.group(1)) : Optional.empty();
	}

	/** The lines before the body, to the byte. */
	private static byte[] head(InputStream from) throws IOException {
		var head = new ByteArrayOutputStream();
		int matched = 0;
		while (matched < END_OF_HEAD.length) {
			int next = from.read();
			if (next < 0) {
				throw new IOException("Nothing more came");
			}
			head.write(next);
			matched = (next == END_OF_HEAD[matched]) ? matched + 1 : ((next == END_OF_HEAD[0]) ? 1 : 0);
		}
		return head.toByteArray();
	}

	@Override
	public void close() throws IOException {
		this.door.close();
	}

	private static final class NodeIsGone extends Exception {

		private static final long serialVersionUID = 1;

		NodeIsGone(IOException cause) {
			super(cause);
		}

	}

}
