package app.resim.notification.sms;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.net.ssl.SSLContext;

import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Short messages by a POST to a gateway that splits them itself. What it answers beside
 * the status is not read.
 */
final class HttpShortMessages implements ShortMessageGateway {

	/** Not a bean: one more executor in the context would become everybody's. */
	private static final Executor THREADS = task -> Thread.ofVirtual().name("sms").start(task);

	private static final Logger LOG = LoggerFactory.getLogger(HttpShortMessages.class);

	private final HttpProperties agreed;

	private final Supplier<SSLContext> tls;

	HttpShortMessages(HttpProperties agreed, Supplier<SSLContext> tls) {
		this.agreed = agreed;
		this.tls = tls;
	}

	/**
	 * Each message has a connection of its own: one that was kept may be closed by the
	 * other side just when it is used again.
	 */
	@Override
	public Outcome send(ShortMessage message) {
		try (HttpClient client = client()) {
			var answer = client.sendAsync(request(message), HttpResponse.BodyHandlers.discarding());
			try {
				return sorted(await(answer));
			}
			finally {
				client.shutdownNow();
			}
		}
	}

	private HttpClient client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(this.agreed.connectTimeout())
			.sslContext(this.tls.get())
			.executor(THREADS)
			.build();
	}

	private HttpRequest request(ShortMessage message) {
		var request = HttpRequest.newBuilder(URI.create(this.agreed.url()))
			.header("Content-Type", this.agreed.format().type())
			.POST(HttpRequest.BodyPublishers.ofString(written(message)));
		if (!this.agreed.authorization().isBlank()) {
			request.header("Authorization", this.agreed.authorization());
		}
		return request.build();
	}

	private String written(ShortMessage message) {
		var fields = new LinkedHashMap<String, String>();
		fields.put(this.agreed.toField(), message.to().e164());
		fields.put(this.agreed.textField(), message.text());
		if (!this.agreed.from().isBlank()) {
			fields.put(this.agreed.fromField(), this.agreed.from());
		}
		return switch (this.agreed.format()) {
			case JSON -> JsonMapper.shared().writeValueAsString(fields);
			case FORM -> form(fields);
		};
	}

	private static String form(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private int await(CompletableFuture<HttpResponse<Void>> answer) {
		try {
			return answer.get(this.agreed.longestSend().toMillis(), TimeUnit.MILLISECONDS).statusCode();
		}
		catch (ExecutionException ex) {
			throw unreachable((ex.getCause() != null) ? ex.getCause() : ex);
		}
		catch (TimeoutException ex) {
			throw unreachable(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw unreachable(ex);
		}
	}

	private static Outcome sorted(int status) {
		if (status >= 200 && status < 300) {
			return Outcome.TAKEN;
		}
		LOG.warn("The gateway for short messages took no message (status {})", status);
		return switch (status) {
			case 400, 404, 422 -> Outcome.REFUSED;
			default -> throw new GatewayUnreachable("sms", new IOException());
		};
	}

	private static GatewayUnreachable unreachable(Throwable fault) {
		LOG.warn("The gateway for short messages cannot be reached: {}", fault.getClass().getSimpleName());
		return new GatewayUnreachable("sms", fault);
	}

}
