package app.resim.provisioning.es2plus;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One POST over HTTP/1.1, sent at most once and ended in time.
 *
 * <p>
 * Every call opens a connection of its own. A kept one may be closed by the server just
 * when it is used again, and then nobody could say whether the request arrived; opening
 * one tells "never sent" and "sent, no answer" apart, which is worth the handshake.
 */
final class Wire {

	/** Largest answer that is read, in bytes. */
	static final int LARGEST = 64 * 1024;

	/** Not a bean: one more executor in the context would become everybody's. */
	private static final Executor THREADS = task -> Thread.ofVirtual().name("es2plus").start(task);

	private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

	private final Duration connectTimeout;

	private final Duration whole;

	private final Supplier<SSLContext> tls;

	/**
	 * Makes a wire.
	 * @param connectTimeout for opening a connection
	 * @param whole for everything
	 * @param tls asked at each call, so that renewed certificates are used
	 */
	Wire(Duration connectTimeout, Duration whole, Supplier<SSLContext> tls) {
		this.connectTimeout = connectTimeout;
		this.whole = whole;
		this.tls = tls;
	}

	Reply post(URI uri, byte[] json, String... headers) {
		try (HttpClient client = client()) {
			var request = HttpRequest.newBuilder(uri)
				.header("Content-Type", "application/json")
				.headers(headers)
				.POST(HttpRequest.BodyPublishers.ofByteArray(json))
				.build();
			Reply reply = await(client.sendAsync(request,
					HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST)));
			client.shutdownNow();
			return reply;
		}
	}

	private HttpClient client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(this.connectTimeout)
			.sslContext(this.tls.get())
			.executor(THREADS)
			.build();
	}

	private Reply await(CompletableFuture<HttpResponse<byte[]>> answer) {
		try {
			var response = answer.get(this.whole.toMillis(), TimeUnit.MILLISECONDS);
			warnAboutVersion(response.headers().firstValue("X-Admin-Protocol").orElse(""));
			return new Reply.Answered(response.statusCode(), response.body());
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			return new Reply.Lost("timeout");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			answer.cancel(true);
			return new Reply.Lost("interrupted");
		}
		catch (CancellationException ex) {
			return new Reply.Lost("cancelled");
		}
		catch (ExecutionException ex) {
			Throwable cause = ex.getCause();
			return failed((cause != null) ? cause : ex);
		}
	}

	private static Reply failed(Throwable cause) {
		LOG.warn("ES2+ exchange failed: {}", cause.getClass().getSimpleName());
		return switch (cause) {
			// a refused certificate ends the connection before the server reads a request
			case HttpConnectTimeoutException e -> new Reply.NotSent();
			case ConnectException e -> new Reply.NotSent();
			case SSLHandshakeException e -> new Reply.NotSent();
			case HttpTimeoutException e -> new Reply.Lost("timeout");
			case IOException e -> new Reply.Lost("reset");
			default -> new Reply.Lost("fault");
		};
	}

	private static void warnAboutVersion(String version) {
		if (!version.isEmpty() && !version.startsWith("gsma/rsp/v2.")) {
			LOG.warn("The SM-DP+ announces a version that is not known: {}",
					version.substring(0, Math.min(version.length(), 40)).replaceAll("[^A-Za-z0-9./]", "?"));
		}
	}

}
