package app.resim.identity.bucket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import app.resim.counterpart.Counterpart;
import app.resim.counterpart.SomeCounterparts;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * A store on this machine that fails as a test wants.
 */
final class TroubledStore implements AutoCloseable {

	static final Duration LIMIT = Duration.ofMillis(700);

	private final HttpServer server;

	private final CountDownLatch closed = new CountDownLatch(1);

	private final AtomicInteger calls = new AtomicInteger();

	private final Counterpart health = SomeCounterparts.one();

	private volatile Manner manner;

	private volatile String undeletable = "none";

	/** How it behaves. */
	enum Manner {

		HANGS, STALLS_IN_THE_MIDDLE, DRIPS, CLOSES, FAILS, REFUSES, HAS_NO_BUCKET, TALKS_GARBAGE, DELETES

	}

	TroubledStore(Manner manner) {
		this.manner = manner;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.start();
	}

	Bucket bucket() {
		String endpoint = "http://127.0.0.1:" + this.server.getAddress().getPort();
		var access = new BucketAccess(endpoint, "eu-test-1", "pictures", true, "", "a", "b");
		return new Bucket(access.open(LIMIT), "pictures", "", new SimpleMeterRegistry(), this.health);
	}

	/** As whoever calls it takes note. */
	Counterpart health() {
		return this.health;
	}

	int calls() {
		return this.calls.get();
	}

	void now(Manner other) {
		this.manner = other;
	}

	void refusesToDelete(String name) {
		this.undeletable = name;
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.calls.incrementAndGet();
		try (exchange) {
			exchange.getRequestBody().readAllBytes();
			switch (this.manner) {
				case HANGS -> this.closed.await();
				case STALLS_IN_THE_MIDDLE -> {
					exchange.sendResponseHeaders(200, 1000);
					exchange.getResponseBody().write(new byte[500]);
					exchange.getResponseBody().flush();
					this.closed.await();
				}
				case DRIPS -> drip(exchange);
				case CLOSES -> exchange.close();
				case FAILS -> say(exchange, 500, "InternalError");
				case REFUSES -> say(exchange, 403, "AccessDenied");
				case HAS_NO_BUCKET -> say(exchange, 404, "NoSuchBucket");
				case TALKS_GARBAGE -> {
					exchange.sendResponseHeaders(418, 9);
					exchange.getResponseBody().write("<Error><<".getBytes());
				}
				case DELETES -> delete(exchange);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** A byte now and then, so that no wait for a byte is ever long. */
	private void drip(HttpExchange exchange) throws IOException, InterruptedException {
		exchange.sendResponseHeaders(200, 1000);
		for (int sent = 0; sent < 1000 && this.closed.getCount() > 0; sent++) {
			exchange.getResponseBody().write(0);
			exchange.getResponseBody().flush();
			this.closed.await(100, TimeUnit.MILLISECONDS);
		}
	}

	private void delete(HttpExchange exchange) throws IOException {
		if (exchange.getRequestURI().getPath().endsWith(this.undeletable)) {
			say(exchange, 403, "AccessDenied");
		}
		else {
			exchange.sendResponseHeaders(204, -1);
		}
	}

	private static void say(HttpExchange exchange, int status, String code) throws IOException {
		byte[] body = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>-</Message></Error>".formatted(code)
			.getBytes();
		boolean bare = exchange.getRequestMethod().equals("HEAD");
		exchange.sendResponseHeaders(status, bare ? -1 : body.length);
		if (!bare) {
			exchange.getResponseBody().write(body);
		}
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

}
