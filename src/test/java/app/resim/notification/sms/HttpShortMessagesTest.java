package app.resim.notification.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

import app.resim.kernel.Msisdn;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import app.resim.provisioning.es2plus.Certificates;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Against a gateway that takes HTTP.
 */
class HttpShortMessagesTest extends GatewayOverANetworkContract {

	private final List<Posted> posted = new CopyOnWriteArrayList<>();

	private final DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();

	private final CountDownLatch over = new CountDownLatch(1);

	private HttpServer server = open(0);

	private final int port = this.server.getAddress().getPort();

	private ShortMessageGateway gateway = gateway(Map.of());

	private volatile int status = 202;

	/**
	 * A message that was taken.
	 *
	 * @param type of the content
	 * @param authorization the header, or null
	 * @param fields the content
	 */
	private record Posted(String type, String authorization, Map<String, String> fields) {
	}

	@AfterEach
	void stop() {
		this.over.countDown();
		this.server.stop(0);
	}

	@Override
	protected ShortMessageGateway gateway() {
		return this.gateway;
	}

	@Override
	protected List<String> arrived(Msisdn phone) {
		return this.posted.stream()
			.map(Posted::fields)
			.filter(fields -> phone.e164().equals(fields.get("to")))
			.map(fields -> fields.get("text"))
			.toList();
	}

	@Override
	void otherSideGoesDown() {
		this.server.stop(0);
	}

	@Override
	void otherSideComesBack() {
		this.server = open(this.port);
	}

	@Test
	void aMessageIsJsonUnlessAFormIsAgreed() {
		this.gateway.send(new ShortMessage(SAM, "\"One\" & 二"));
		this.gateway = gateway(Map.of("format", "form"));
		this.gateway.send(new ShortMessage(SAM, "\"One\" & 二"));

		assertThat(this.posted).extracting(Posted::type)
			.containsExactly("application/json", "application/x-www-form-urlencoded");
		assertThat(this.posted).extracting(Posted::fields)
			.containsOnly(Map.of("to", "+85255500142", "text", "\"One\" & 二"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "json", "form" })
	void fieldsAreNamedAsWasAgreed(String format) {
		this.gateway = gateway(Map.of("format", format, "to-field", "msisdn", "text-field", "message", "from-field",
				"sender", "from", "Tidewire & Co"));
		this.gateway.send(new ShortMessage(SAM, "One"));

		assertThat(this.posted).singleElement()
			.extracting(Posted::fields)
			.isEqualTo(Map.of("msisdn", "+85255500142", "message", "One", "sender", "Tidewire & Co"));
	}

	@Test
	void theAgreedAuthorizationIsShown() {
		this.gateway.send(new ShortMessage(SAM, "One"));
		this.gateway = gateway(Map.of("authorization", "Basic cmVzaW06c2VjcmV0"));
		this.gateway.send(new ShortMessage(SAM, "Two"));

		assertThat(this.posted).extracting(Posted::authorization).containsExactly(null, "Basic cmVzaW06c2VjcmV0");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 201, 202, 204 })
	void everyYesIsAYes(int yes) {
		this.status = yes;
		assertThat(this.gateway.send(new ShortMessage(SAM, "One"))).isEqualTo(Outcome.TAKEN);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 404, 422 })
	void aMessageThatNeverWorksIsRefused(int no) {
		this.status = no;
		assertThat(this.gateway.send(new ShortMessage(SAM, "One"))).isEqualTo(Outcome.REFUSED);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 302, 307, 308, 401, 403, 405, 408, 429, 500, 502, 503, 504 })
	void everythingElseIsTriedLaterAndNobodyIsFollowedElsewhere(int no) {
		this.status = no;
		assertThatItIsTriedLater("One");
		assertThat(this.posted).hasSize(1);
	}

	@Test
	void aGatewayThatHangsIsWaitedForOnlySoLong() {
		this.status = -1;
		this.gateway = gateway(Map.of("connect-timeout", "100ms", "read-timeout", "200ms"));
		assertThatItIsTriedLater("One");
	}

	@Test
	void aGatewayThatNeverFinishesItsAnswerIsWaitedForOnlySoLong() {
		this.status = -2;
		this.gateway = gateway(Map.of("connect-timeout", "100ms", "read-timeout", "200ms"));
		assertThatItIsTriedLater("One");
	}

	@Test
	void aSocketThatSaysNothingIsWaitedForOnlySoLong() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.gateway = gateway(Map.of("url", "http://127.0.0.1:" + silent.getLocalPort() + "/", "connect-timeout",
					"100ms", "read-timeout", "200ms"));
			assertThatItIsTriedLater("One");
		}
	}

	@Test
	void theServersCertificateIsCheckedAndARenewedBundleIsUsed() throws Exception {
		HttpsServer guarded = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		guarded.setHttpsConfigurator(new HttpsConfigurator(Certificates.bundle("server", "portal").createSslContext()));
		guarded.createContext("/", this::serve);
		guarded.start();
		try {
			this.bundles.registerBundle("sms", Certificates.bundle("portal", "stranger"));
			this.gateway = gateway(Map.of("url", "https://localhost:" + guarded.getAddress().getPort() + "/send",
					"ssl-bundle", "sms"));
			assertThatItIsTriedLater("One");
			this.bundles.updateBundle("sms", Certificates.bundle("portal", "server"));
			assertThat(this.gateway.send(new ShortMessage(SAM, "Two"))).isEqualTo(Outcome.TAKEN);
		}
		finally {
			guarded.stop(0);
		}
		assertThat(arrived(SAM)).containsExactly("Two");
	}

	@ParameterizedTest
	@CsvSource({ "url, http://sms.example.com/send", "url, ''", "url, https:///send", "url, ftp://127.0.0.1/",
			"url, http://localhost.example.com/", "url, not an address", "authorization, 'a\nb'" })
	void settingsThatCannotWorkStopTheStartAndAreNotQuoted(String name, String wrong) {
		assertThatThrownBy(() -> gateway(Map.of(name, wrong))).rootCause()
			.hasMessageStartingWith("resim.notification.sms.http." + name)
			.message()
			.doesNotContain("example.com", "a\nb");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "http://localhost:1/", "http://127.0.0.1/", "http://[::1]:1/a", "https://sms.example.com/" })
	void aLineThatNobodyReadsIsGoodEnough(String url) {
		assertThat(agreed(Map.of("url", url, "authorization", "Bearer secret"))).asString()
			.doesNotContain("secret", "example.com");
	}

	private ShortMessageGateway gateway(Map<String, String> settings) {
		HttpProperties agreed = agreed(settings);
		try {
			return new HttpShortMessages(agreed, SmsConfiguration.tls(agreed.sslBundle(), this.bundles));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpProperties agreed(Map<String, String> settings) {
		var all = new HashMap<>(Map.of("url", "http://127.0.0.1:" + this.port + "/send?key=1"));
		all.putAll(settings);
		return new Binder(new MapConfigurationPropertySource(all)).bindOrCreate("", HttpProperties.class);
	}

	private HttpServer open(int wished) {
		try {
			HttpServer opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wished), 50);
			opened.createContext("/", this::serve);
			opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
			opened.start();
			return opened;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void serve(HttpExchange exchange) throws IOException {
		var headers = exchange.getRequestHeaders();
		String type = headers.getFirst("Content-Type");
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, String> fields = type.endsWith("json") ? json(body) : form(body);
		if (NOBODY.e164().equals(fields.get("to"))) {
			exchange.sendResponseHeaders(422, -1);
			return;
		}
		this.posted.add(new Posted(type, headers.getFirst("Authorization"), fields));
		exchange.getResponseHeaders().add("Location", "/elsewhere");
		switch (this.status) {
			case -1 -> untilOver();
			case -2 -> {
				exchange.sendResponseHeaders(200, 1000);
				exchange.getResponseBody().write('{');
				exchange.getResponseBody().flush();
				untilOver();
			}
			default -> {
				exchange.sendResponseHeaders(this.status, -1);
				exchange.close();
			}
		}
	}

	private void untilOver() {
		try {
			this.over.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static Map<String, String> json(String body) {
		return JsonMapper.shared()
			.readTree(body)
			.properties()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().stringValue()));
	}

	private static Map<String, String> form(String body) {
		return Arrays.stream(body.split("&"))
			.map(field -> field.split("=", 2))
			.collect(Collectors.toMap(field -> decoded(field[0]), field -> decoded(field[1])));
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
