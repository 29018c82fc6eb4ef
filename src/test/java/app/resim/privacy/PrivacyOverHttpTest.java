package app.resim.privacy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import app.resim.WholeResim;
import app.resim.callers.Callers;
import app.resim.kernel.SubscriberId;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint for the operator's own back end.
 */
@WholeResim
class PrivacyOverHttpTest {

	private static final String CUSTOMER = "http-77";

	private static final String KEY = "hush-for-tests";

	@Autowired
	private Holds holds;

	@Autowired
	private JdbcClient database;

	@LocalServerPort
	private int port;

	@BeforeEach
	void aCustomerWhoHasSignedInOnce() {
		this.database.sql("DELETE FROM legal_hold").update();
		this.database.sql("DELETE FROM sign_in_challenge").update();
		this.database.sql("""
				INSERT INTO sign_in_challenge (challenge, subscriber, mailbox, language, made_at, codes, tries)
				VALUES ('c', ?, ?, 'en', ?, 1, 0)""")
			.param(CUSTOMER)
			.param(new byte[32])
			.param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
			.update();
		this.database.sql("""
				INSERT INTO audit_entry (at, actor_kind, actor, deed, subject, details)
				VALUES (?, 'STRANGER', 'unknown', 'sign-in.code-sent', ?, '')""")
			.param(Instant.EPOCH.atOffset(ZoneOffset.UTC))
			.param(CUSTOMER)
			.update();
	}

	@Test
	void withTheTokenTheExportIsAZip() throws Exception {
		HttpResponse<byte[]> answer = send("GET", CUSTOMER + "/export", "Bearer " + KEY);

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
		assertThat(answer.headers().firstValue("Cache-Control"))
			.hasValueSatisfying(caching -> assertThat(caching).contains("no-store"));
		assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(answer.body()).startsWith('P', 'K');
	}

	@Test
	void erasingIsDoneAndMayBeRepeated() throws Exception {
		for (int time = 0; time < 2; time++) {
			HttpResponse<byte[]> answer = send("POST", CUSTOMER + "/erase", "Bearer " + KEY);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(json(answer).path("state").asString()).isEqualTo("erased");
		}
		assertThat(this.database.sql("SELECT COUNT(*) FROM sign_in_challenge").query(Integer.class).single()).isZero();
	}

	@Test
	void aHoldIsAConflict() throws Exception {
		this.holds.place(new SubscriberId(CUSTOMER), "Court order", "hugo");

		HttpResponse<byte[]> answer = send("POST", CUSTOMER + "/erase", "Bearer " + KEY);

		problem(answer, 409, "A legal hold lies on this customer");
		assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Court");
	}

	@Test
	void somebodyUnknownIsNotFound() throws Exception {
		problem(send("GET", "nobody-9/export", "Bearer " + KEY), 404, "Nothing is kept");
		problem(send("POST", "x".repeat(65) + "/erase", "Bearer " + KEY), 404, "Nothing is kept");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "Bearer", "Bearer hush", "Bearer hush-for-testsx", "Basic aHVzaA==" })
	void withoutTheTokenNobodyLearnsAnything(String shown) throws Exception {
		problem(send("GET", CUSTOMER + "/export", shown), 401, "Not authorised");
		problem(send("POST", "nobody-9/erase", shown), 401, "Not authorised");
	}

	@Test
	void withNothingAgreedThereIsNoSuchDoor() throws IOException, ServletException {
		var response = new MockHttpServletResponse();

		PrivacyDoor.refusal(new Callers("", List.of("")))
			.commence(new MockHttpServletRequest(), response, new AuthenticationCredentialsNotFoundException("none"));

		assertThat(response.getStatus()).isEqualTo(404);
		assertThat(response.getContentType()).isEqualTo("application/problem+json");
	}

	private static void problem(HttpResponse<byte[]> answer, int status, String title) {
		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
		assertThat(json(answer).path("title").asString()).isEqualTo(title);
		assertThat(json(answer).path("status").asInt()).isEqualTo(status);
		assertThat(json(answer).path("detail").asString()).isNotBlank();
	}

	private static JsonNode json(HttpResponse<byte[]> answer) {
		return JsonMapper.shared().readTree(answer.body());
	}

	private HttpResponse<byte[]> send(String method, String path, String authorization) throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + this.port + "/api/privacy/customers/" + path))
			.timeout(Duration.ofSeconds(20))
			.method(method, BodyPublishers.noBody());
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		}
	}

}
