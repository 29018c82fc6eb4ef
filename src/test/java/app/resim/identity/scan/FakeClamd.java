package app.resim.identity.scan;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/**
 * A scanner on this machine that answers as {@code clamd} does, or as a test wants.
 */
public final class FakeClamd implements AutoCloseable {

	private static final String EICAR = "EICAR-STANDARD-ANTIVIRUS" + "-TEST-FILE";

	private final ServerSocket server;

	private final Manner manner;

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile byte[] received = new byte[0];

	/** How it behaves. */
	public enum Manner {

		WELL, HANGS, CLOSES, TALKS_GARBAGE, FAILS, FULL

	}

	/**
	 * Starts it on a free port.
	 * @param manner how it behaves
	 */
	public FakeClamd(Manner manner) {
		try {
			this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.manner = manner;
		Thread.ofVirtual().start(this::serve);
	}

	public String address() {
		return "127.0.0.1:" + this.server.getLocalPort();
	}

	byte[] received() {
		return this.received;
	}

	private void serve() {
		while (!this.server.isClosed()) {
			try (Socket client = this.server.accept()) {
				serve(client);
			}
			catch (IOException | InterruptedException ex) {
				// the client or the test has gone
			}
		}
	}

	private void serve(Socket client) throws IOException, InterruptedException {
		var in = new DataInputStream(client.getInputStream());
		switch (this.manner) {
			case WELL -> answer(client, well(in));
			case HANGS -> this.closed.await();
			case CLOSES -> command(in);
			case TALKS_GARBAGE -> {
				command(in);
				answer(client, "stream: OK FOUND or not\n");
			}
			case FAILS -> {
				well(in);
				answer(client, "stream: Can't allocate memory ERROR");
			}
			case FULL -> answer(client, "INSTREAM size limit exceeded. ERROR");
		}
	}

	private String well(DataInputStream in) throws IOException {
		if (command(in).equals("zPING")) {
			return "PONG";
		}
		var file = new ByteArrayOutputStream();
		for (int length = in.readInt(); length > 0; length = in.readInt()) {
			file.write(in.readNBytes(length));
		}
		this.received = file.toByteArray();
		return file.toString(StandardCharsets.ISO_8859_1).contains(EICAR) ? "stream: Win.Test.EICAR_HDB-1 FOUND"
				: "stream: OK";
	}

	private static String command(DataInputStream in) throws IOException {
		var command = new StringBuilder();
		for (int letter = in.read(); letter > 0; letter = in.read()) {
			command.append((char) letter);
		}
		return command.toString();
	}

	private static void answer(Socket client, String text) throws IOException {
		client.getOutputStream().write((text + "\0").getBytes(StandardCharsets.US_ASCII));
		client.getOutputStream().flush();
	}

	@Override
	public void close() {
		this.closed.countDown();
		try {
			this.server.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
