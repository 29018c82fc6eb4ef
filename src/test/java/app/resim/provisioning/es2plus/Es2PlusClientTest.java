package app.resim.provisioning.es2plus;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.port.Outcome;
import app.resim.provisioning.port.Outcome.Done;
import app.resim.provisioning.port.Outcome.Unknown;
import app.resim.provisioning.port.Outcome.Unreachable;
import app.resim.provisioning.port.ProfileServer.Cancel;
import app.resim.provisioning.port.ProfileServer.Confirm;
import app.resim.provisioning.port.ProfileServer.Confirmation;
import app.resim.provisioning.port.ProfileServer.Nothing;
import app.resim.provisioning.port.ProfileServer.Order;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import static app.resim.provisioning.es2plus.WireServer.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The client against a server at the other end of a real socket.
 */
class Es2PlusClientTest {

	private static final Iccid ICCID = new Iccid("8985200000000000010");

	private static final Optional<Eid> EID = Optional.of(new Eid("89049032123451234512345678901235"));

	private static final Order ORDER = new Order(Optional.of(ICCID), "tidewire-standard", EID);

	private static final Confirm CONFIRM = new Confirm(ICCID, EID, Optional.of("ABC-1"), Optional.of("123456"));

	private static final String OK = "{\"header\":{\"functionExecutionStatus\":{\"status\":\"Executed-Success\"}}";

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	@Test
	void downloadOrderSendsJustWhatTheStandardNames() throws Exception {
		try (var server = new WireServer(says(200, OK + ",\"iccid\":\"8985200000000000010\"}"))) {
			assertThat(client(server).downloadOrder("call-1", ORDER)).isEqualTo(new Done<>(ICCID));
			var request = server.received.getFirst();
			assertThat(request.line()).isEqualTo("POST /gsma/rsp2/es2plus/downloadOrder HTTP/1.1");
			assertThat(request.headers()).containsEntry("x-admin-protocol", "gsma/rsp/v2.2.0")
				.containsEntry("content-type", "application/json")
				.containsEntry("content-length", String.valueOf(request.text().length()))
				.doesNotContainKeys("transfer-encoding", "upgrade", "authorization");
			assertThat(request.json()).isEqualTo(json("""
					{"header":{"functionRequesterIdentifier":"1.3.6.1.4.1.55555","functionCallIdentifier":"call-1"},
					 "eid":"89049032123451234512345678901235","iccid":"8985200000000000010",
					 "profileType":"tidewire-standard"}"""));
		}
	}

	@Test
	void whatIsOptionalIsLeftOut() throws Exception {
		try (var server = new WireServer(says(200, OK + ",\"iccid\":\"8985200000000000010\"}"))) {
			client(server).downloadOrder("call-1", new Order(Optional.empty(), "a-type", Optional.empty()));
			assertThat(server.received.getFirst().json().propertyNames()).containsExactlyInAnyOrder("header",
					"profileType");
		}
	}

	@Test
	void confirmOrderReleasesAtOnce() throws Exception {
		try (var server = new WireServer(says(200, OK + ",\"matchingId\":\"ABC-1\"}"))) {
			client(server, "send-matching-id", "true").confirmOrder("call-2", CONFIRM);
			assertThat(server.received.getFirst().json()).isEqualTo(json("""
					{"header":{"functionRequesterIdentifier":"1.3.6.1.4.1.55555","functionCallIdentifier":"call-2"},
					 "iccid":"8985200000000000010","eid":"89049032123451234512345678901235","matchingId":"ABC-1",
					 "confirmationCode":"123456","releaseFlag":true}"""));
		}
	}

	@Test
	void cancelOrderNamesWhatIsBoundAndWhatBecomesOfTheProfile() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			var client = client(server);
			assertThat(client.cancelOrder("call-3", new Cancel(ICCID, EID, Optional.of("ABC-1"), false)))
				.isEqualTo(new Done<>(new Nothing()));
			client.cancelOrder("call-4", new Cancel(ICCID, Optional.empty(), Optional.empty(), true));
			assertThat(server.received.getFirst().json()).isEqualTo(json("""
					{"header":{"functionRequesterIdentifier":"1.3.6.1.4.1.55555","functionCallIdentifier":"call-3"},
					 "iccid":"8985200000000000010","eid":"89049032123451234512345678901235","matchingId":"ABC-1",
					 "finalProfileStatusIndicator":"Unavailable"}"""));
			assertThat(server.received.getLast().json()).isEqualTo(json("""
					{"header":{"functionRequesterIdentifier":"1.3.6.1.4.1.55555","functionCallIdentifier":"call-4"},
					 "iccid":"8985200000000000010","finalProfileStatusIndicator":"Available"}"""));
		}
	}

	@Test
	void releaseProfileNamesTheProfile() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			assertThat(client(server).releaseProfile("call-5", ICCID)).isEqualTo(new Done<>(new Nothing()));
			assertThat(server.received.getFirst().line()).startsWith("POST /gsma/rsp2/es2plus/releaseProfile ");
			assertThat(server.received.getFirst().json().propertyNames()).containsExactlyInAnyOrder("header", "iccid");
		}
	}

	@Test
	void padsOnlyWhereAgreed() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			client(server, "iccid-padding", "true").releaseProfile("a", ICCID);
			client(server, "iccid-padding", "true").releaseProfile("b", new Iccid("89852000000000000109"));
			client(server).releaseProfile("c", ICCID);
			assertThat(server.received).extracting(request -> request.json().path("iccid").asString())
				.containsExactly("8985200000000000010F", "89852000000000000109", "8985200000000000010");
		}
	}

	@Test
	void sendsNoEidWhereAgreedAndBindsToNone() throws Exception {
		try (var server = new WireServer(
				says(200, OK + ",\"matchingId\":\"X\",\"eid\":\"89086030202200000022000023022943\"}"))) {
			var client = client(server, "send-eid", "false");
			client.downloadOrder("a", ORDER);
			client.cancelOrder("b", new Cancel(ICCID, EID, Optional.empty(), true));
			var confirmed = client.confirmOrder("c", CONFIRM);
			assertThat(server.received).noneSatisfy(request -> assertThat(request.text()).contains("eid"));
			assertThat(confirmed)
				.isEqualTo(new Done<>(new Confirmation("X", "rsp.example.com", Optional.empty(), true)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "8985200000000000010", "8985200000000000010F", "8985200000000000010f" })
	void anIccidIsTheSameWithAndWithoutPadding(String answered) throws Exception {
		try (var server = new WireServer(says(200, OK + ",\"iccid\":\"" + answered + "\"}"))) {
			assertThat(client(server).downloadOrder("a", new Order(Optional.empty(), "t", Optional.empty())))
				.isEqualTo(new Done<>(ICCID));
		}
	}

	@Test
	void successWithoutAnIccidIsBelievedOnlyIfTheOrderNamedOne() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			assertThat(client(server).downloadOrder("a", ORDER)).isEqualTo(new Done<>(ICCID));
			assertThat(client(server).downloadOrder("b", new Order(Optional.empty(), "t", Optional.empty())))
				.isEqualTo(new Unknown<>("unreadable"));
		}
	}

	@Test
	void theServersAddressGoesBeforeTheDefault() throws Exception {
		try (var server = new WireServer(
				says(200, OK + ",\"matchingId\":\"X\",\"smdpAddress\":\"Other.Example.com\"}"))) {
			assertThat(client(server).confirmOrder("a", CONFIRM))
				.isEqualTo(new Done<>(new Confirmation("X", "Other.Example.com", EID, true)));
		}
		try (var server = new WireServer(says(200, OK + ",\"matchingId\":\"X\",\"smdpAddress\":null}"))) {
			assertThat(client(server).confirmOrder("a", CONFIRM))
				.isEqualTo(new Done<>(new Confirmation("X", "rsp.example.com", EID, true)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"matchingId\":\"123456\"", "\"matchingId\":null", "\"other\":1",
			"\"matchingId\":\"ABC-1\",\"eid\":\"89086030202200000022000023022943\"",
			"\"matchingId\":\"ABC-1\",\"eid\":\"nonsense\"" })
	void anotherAnswerThanWasSentIsNoticed(String answer) throws Exception {
		try (var server = new WireServer(says(200, OK + "," + answer + "}"))) {
			assertThat(client(server, "send-matching-id", "true").confirmOrder("a", CONFIRM)).isInstanceOfSatisfying(
					Done.class, done -> assertThat(((Confirmation) done.answer()).asSent()).isFalse());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"matchingId\":\"ABC-1\"", "\"matchingId\":\"ABC-1\",\"eid\":null",
			"\"matchingId\":\"ABC-1\",\"eid\":\"89049032123451234512345678901235\"" })
	void theSameAnswerIsRecognised(String answer) throws Exception {
		try (var server = new WireServer(says(200, OK + "," + answer + "}"))) {
			assertThat(client(server, "send-matching-id", "true").confirmOrder("a", CONFIRM))
				.isEqualTo(new Done<>(new Confirmation("ABC-1", "rsp.example.com", EID, true)));
		}
	}

	@Test
	void aConfirmationWithoutAnyMatchingIdIsUnknown() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			assertThat(client(server).confirmOrder("a", CONFIRM)).isEqualTo(new Unknown<>("unreadable"));
		}
	}

	@Test
	void headersOfTheAnswerDoNotMatter() throws Exception {
		for (String headers : new String[] { "", "Content-Type: text/html\r\n", "X-Admin-Protocol: gsma/rsp/v2.5.0\r\n",
				"X-Admin-Protocol: gsma/rsp/v3.0.0\r\n" }) {
			try (var server = new WireServer(says(200, headers, OK + "}"))) {
				assertThat(client(server).releaseProfile("a", ICCID)).isInstanceOf(Done.class);
			}
		}
	}

	@Test
	void aServerThatIsNotThereIsUnreachable() throws Exception {
		int port;
		try (var unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = unused.getLocalPort();
		}
		assertThat(client("http://localhost:" + port).downloadOrder("a", ORDER)).isEqualTo(new Unreachable<>());
		assertThat(client("http://does-not-exist.invalid").downloadOrder("a", ORDER)).isEqualTo(new Unreachable<>());
	}

	@Test
	void aResetIsUnknownAndNothingIsSentTwice() throws Exception {
		try (var server = new WireServer((connection, out) -> {
			WireServer.reset(connection);
			throw new IOException("gone");
		})) {
			assertThat(client(server).downloadOrder("a", ORDER)).isEqualTo(new Unknown<>("reset"));
			assertThat(server.received).hasSize(1);
		}
	}

	@Test
	void aConnectionThatIsClosedWithoutAnAnswerIsUnknown() throws Exception {
		try (var server = new WireServer((connection, out) -> connection.close())) {
			assertThat(client(server).downloadOrder("a", ORDER)).isEqualTo(new Unknown<>("reset"));
			assertThat(server.received).hasSize(1);
		}
	}

	@Test
	void anAnswerThatBreaksOffIsUnknown() throws Exception {
		try (var server = new WireServer((connection, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{".getBytes(StandardCharsets.US_ASCII));
			out.flush();
			connection.close();
		})) {
			assertThat(client(server).downloadOrder("a", ORDER)).isEqualTo(new Unknown<>("reset"));
		}
	}

	@Test
	void garbageInsteadOfHttpIsUnknown() throws Exception {
		try (var server = new WireServer((connection, out) -> {
			out.write(new byte[] { 1, 2, 3, '\r', '\n', '\r', '\n' });
			connection.close();
		})) {
			assertThat(client(server).downloadOrder("a", ORDER)).isInstanceOf(Unknown.class);
		}
	}

	@Test
	void aServerThatHangsIsGivenUpInTime() throws Exception {
		var server = new AtomicInteger();
		try (var wire = new WireServer((connection, out) -> {
			server.incrementAndGet();
			Thread.sleep(Duration.ofMinutes(1));
		})) {
			var client = client(wire);
			long started = System.nanoTime();
			assertThat(client.downloadOrder("a", ORDER)).isEqualTo(new Unknown<>("timeout"));
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(client.longestCall().plusSeconds(2));
			assertThat(server).hasValue(1);
		}
	}

	@Test
	void anAnswerThatDripsIsGivenUpInTime() throws Exception {
		try (var server = new WireServer((connection, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < 1000; i++) {
				out.write(' ');
				out.flush();
				Thread.sleep(100);
			}
		})) {
			var client = client(server);
			long started = System.nanoTime();
			assertThat(client.downloadOrder("a", ORDER)).isEqualTo(new Unknown<>("timeout"));
			assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(client.longestCall().plusSeconds(2));
		}
	}

	@Test
	void anAnswerThatNeverEndsIsGivenUpAtItsSize() throws Exception {
		try (var server = new WireServer((connection, out) -> {
			out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
			byte[] block = new byte[8192];
			for (int i = 0; i < 10_000; i++) {
				out.write(block);
			}
		})) {
			assertThat(client(server).downloadOrder("a", ORDER)).isInstanceOf(Unknown.class);
		}
	}

	@Test
	void aRedirectIsNotFollowed() throws Exception {
		try (var elsewhere = new WireServer(says(200, OK + "}"));
				var server = new WireServer(says(307, "Location: " + elsewhere.url() + "\r\n", ""))) {
			assertThat(client(server).releaseProfile("a", ICCID)).isEqualTo(new Unknown<>("http-307"));
			assertThat(elsewhere.received).isEmpty();
		}
	}

	@Test
	void everyCallOpensAConnectionOfItsOwn() throws Exception {
		var connections = ConcurrentHashMap.<Integer>newKeySet();
		try (var server = new WireServer((connection, out) -> {
			connections.add(connection.getPort());
			says(200, OK + "}").answer(connection, out);
		})) {
			var client = client(server);
			for (int i = 0; i < 5; i++) {
				assertThat(client.releaseProfile("a" + i, ICCID)).isInstanceOf(Done.class);
			}
			assertThat(connections).hasSize(5);
		}
	}

	@Test
	void outcomesAreCountedByFunction() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			client(server).releaseProfile("a", ICCID);
			assertThat(this.meters.get("resim.es2plus.calls")
				.tags("function", "releaseProfile", "outcome", "done")
				.timer()
				.count()).isOne();
		}
	}

	@Test
	void theAddressMayBeGivenWithOrWithoutThePath() throws Exception {
		try (var server = new WireServer(says(200, OK + "}"))) {
			for (String ending : new String[] { "", "/", "/gsma/rsp2/es2plus", "/gsma/rsp2/es2plus/", "/tenant" }) {
				client(server.url() + ending).releaseProfile("a", ICCID);
			}
			assertThat(server.received).extracting(WireServer.Received::line)
				.containsExactly("POST /gsma/rsp2/es2plus/releaseProfile HTTP/1.1",
						"POST /gsma/rsp2/es2plus/releaseProfile HTTP/1.1",
						"POST /gsma/rsp2/es2plus/releaseProfile HTTP/1.1",
						"POST /gsma/rsp2/es2plus/releaseProfile HTTP/1.1",
						"POST /tenant/gsma/rsp2/es2plus/releaseProfile HTTP/1.1");
		}
	}

	@Test
	void aConfigurationThatCannotWorkIsRefused() {
		assertThatThrownBy(() -> agreed(Map.of("url", "smdp.example.com", "smdp-address", "a"))).rootCause()
			.hasMessageContaining("resim.provisioning.es2plus.url");
		assertThatThrownBy(() -> agreed(Map.of("url", "https://smdp.example.com"))).rootCause()
			.hasMessageContaining("resim.provisioning.es2plus.smdp-address");
	}

	@Test
	void theCallbackSecretIsNotPrinted() {
		assertThat(agreed(Map.of("callback.secret", "hush"))).asString().doesNotContain("hush");
	}

	private Es2PlusClient client(WireServer server, String... more) throws Exception {
		return client(server.url().toString(), more);
	}

	private Es2PlusClient client(String url, String... more) throws Exception {
		var properties = new HashMap<>(Map.of("url", url, "smdp-address", "rsp.example.com", "requester-identifier",
				"1.3.6.1.4.1.55555", "connect-timeout", "300ms", "read-timeout", "700ms"));
		for (int i = 0; i < more.length; i += 2) {
			properties.put(more[i], more[i + 1]);
		}
		var agreed = agreed(properties);
		var wire = new Wire(agreed.connectTimeout(), agreed.connectTimeout().plus(agreed.readTimeout()),
				Es2PlusConfiguration.tls(agreed, new DefaultSslBundleRegistry()));
		return new Es2PlusClient(agreed, Optional.empty(), wire, this.meters);
	}

	static Es2PlusProperties agreed(Map<String, String> properties) {
		var source = new HashMap<String, String>();
		properties.forEach((name, text) -> source.put("resim.provisioning.es2plus." + name, text));
		return new Binder(new MapConfigurationPropertySource(source)).bindOrCreate("resim.provisioning.es2plus",
				Es2PlusProperties.class);
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

}
