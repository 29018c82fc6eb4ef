package app.resim.identity.scan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import app.resim.counterpart.Counterpart;
import app.resim.identity.spool.Upload;

/**
 * Talks to ClamAV's {@code clamd} over TCP or a Unix socket. Each question is a
 * connection of its own, cut after a time limit.
 */
public final class Clamd implements AutoCloseable {

	private static final String SCAN = "zINSTREAM\0";

	private static final int PIECE = 64 * 1024;

	private static final int MOST_ANSWER = 1024;

	private final String address;

	private final Duration limit;

	private final Counterpart health;

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("clamd-clock").daemon().factory());

	/**
	 * A scanner; nothing is connected yet.
	 * @param address {@code host:port}, or the path of a Unix socket
	 * @param limit how long one question may take
	 * @param health takes note of its answers
	 */
	public Clamd(String address, Duration limit, Counterpart health) {
		if (!isPath(address) && !address.matches(".+:\\d{1,5}")) {
			throw new IllegalArgumentException(
					"resim.identity.clamd is neither host:port nor the path of a Unix socket");
		}
		this.address = address;
		this.limit = limit;
		this.health = health;
	}

	/**
	 * Has an upload scanned.
	 * @param upload the file; left open
	 * @return the verdict; unknown if the scanner is down, slow or not understood
	 */
	public Verdict scan(Upload upload) {
		return this.health.heed(() -> verdict(upload), Verdict.UNKNOWN::equals);
	}

	private Verdict verdict(Upload upload) {
		try {
			String answer = ask(upload);
			if (answer.equals("stream: OK")) {
				return Verdict.CLEAN;
			}
			return (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) ? Verdict.INFECTED : Verdict.UNKNOWN;
		}
		catch (IOException | RuntimeException ex) {
			return Verdict.UNKNOWN;
		}
	}

	private String ask(Upload upload) throws IOException {
		try (var channel = isPath(this.address) ? SocketChannel.open(StandardProtocolFamily.UNIX)
				: SocketChannel.open()) {
			var end = this.clock.schedule(() -> cut(channel), this.limit.toMillis(), TimeUnit.MILLISECONDS);
			try {
				channel.connect(target());
				return ask(channel, upload);
			}
			finally {
				end.cancel(false);
			}
		}
	}

	private static String ask(SocketChannel channel, Upload upload) throws IOException {
		channel.write(ByteBuffer.wrap(SCAN.getBytes(StandardCharsets.US_ASCII)));
		try (InputStream file = upload.open()) {
			send(file, Channels.newOutputStream(channel));
		}
		return new String(Channels.newInputStream(channel).readNBytes(MOST_ANSWER), StandardCharsets.US_ASCII)
			.replace("\0", "")
			.strip();
	}

	private static void send(InputStream file, OutputStream to) throws IOException {
		var out = new DataOutputStream(to);
		byte[] piece = new byte[PIECE];
		for (int length = file.readNBytes(piece, 0, PIECE); length > 0; length = file.readNBytes(piece, 0, PIECE)) {
			out.writeInt(length);
			out.write(piece, 0, length);
		}
		out.writeInt(0);
		out.flush();
	}

	private SocketAddress target() throws IOException {
		if (isPath(this.address)) {
			return UnixDomainSocketAddress.of(Path.of(this.address));
		}
		int colon = this.address.lastIndexOf(':');
		var host = new InetSocketAddress(this.address.substring(0, colon),
				Integer.parseInt(this.address.substring(colon + 1)));
		if (host.isUnresolved()) {
			throw new ClosedChannelException();
		}
		return host;
	}

	private static void cut(SocketChannel channel) {
		try {
			channel.close();
		}
		catch (IOException ex) {
			// what waits on it hears of it
		}
	}

	private static boolean isPath(String address) {
		return address.startsWith("/");
	}

	@Override
	public void close() {
		this.clock.shutdownNow();
	}

}
