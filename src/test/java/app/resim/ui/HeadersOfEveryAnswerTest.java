package app.resim.ui;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import java.util.regex.Pattern;

import app.resim.WholeResim;
import jakarta.servlet.ServletException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The headers that guard an answer, for each kind of address and for each way to be
 * refused.
 */
@WholeResim
class HeadersOfEveryAnswerTest {

	private static final Pattern NAMED = Pattern
		.compile("; script-src 'nonce-([A-Za-z0-9+/=]{24})' 'strict-dynamic'; ");

	private final int port;

	private final HttpClient browser = HttpClient.newHttpClient();

	HeadersOfEveryAnswerTest(@LocalServerPort int port) {
		this.port = port;
	}

	@ParameterizedTest
	@CsvSource({ "a page that wants a sign-in, GET, /lines, 302, flow",
			"a request of somebody, GET, /requests/RS-0000-0000, 302, flow", "the back office, GET, /staff, 302, flow",
			"a plain page, GET, /privacy, 200, plain", "sign-in, GET, /sign-in, 200, scripted",
			"sign-in spelled otherwise, GET, /%73ign-in, 200, scripted", "the code, GET, /sign-in/code, 303, scripted",
			"ready, GET, /ready, 302, scripted", "stores, GET, /shops, 200, scripted",
			"staff sign-in, GET, /staff/sign-in, 200, plain", "an error, GET, /error, 404, plain",
			"nothing, GET, /no-such-page, 404, plain", "a spelling nobody takes, GET, //evil.example/, 400, plain",
			"a post without token, POST, /sign-in, 403, plain", "a form with files, FILES, /sign-in, 415, plain",
			"Flow's talk, POST, /?v-r=uidl&v-uiId=0, 200, any", "our files, GET, /look/x/app.css, 200, machine",
			"a file of the bundle, GET, /VAADIN/build/none.js, 404, plain",
			"a download, GET, /demo/pictures/card.jpg, 200, plain",
			"a file of a page, GET, /VAADIN/dynamic/resource/0/none/x.jpg, 404, any",
			"the operator's door, GET, /api/privacy/customers/demo-1001/export, 401, machine",
			"the SM-DP+'s door, POST, /gsma/rsp2/es2plus/handleDownloadProgressInfo, 401, machine",
			"the simulated SM-DP+, POST, /simulated/sm-dp/gsma/rsp2/es2plus/downloadOrder, 401, machine",
			"settings, GET, /actuator/env, 404, plain" })
	void everyAnswerIsGuarded(String what, String method, String path, int status, String kind)
			throws IOException, InterruptedException {
		HttpResponse<String> answer = ask(method, path);

		assertThat(answer.statusCode()).as(what).isEqualTo(status);
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
		assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
		assertThat(header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
		assertThat(header(answer, "Permissions-Policy")).matches("camera=\\((self)?\\), microphone=\\(\\), .*");
		assertThat(header(answer, "Referrer-Policy")).isIn("no-referrer", "same-origin");
		boolean kept = path.startsWith("/look/") || path.endsWith(".jpg") && path.startsWith("/demo/");
		assertThat(header(answer, "Cache-Control")).contains(kept ? "max-age" : "no-store");
		String policy = header(answer, "Content-Security-Policy");
		assertThat(policy).startsWith("default-src 'none'; ").contains("frame-ancestors 'none'").doesNotContain("eval");
		switch (kind) {
			case "flow" -> assertThat(policy).containsPattern(NAMED);
			case "plain" -> assertThat(policy).doesNotContain("script-src", "unsafe");
			case "scripted" -> assertThat(policy).endsWith("; script-src 'self'").doesNotContain("unsafe");
			case "machine" -> assertThat(policy).contains("form-action 'none'").doesNotContain("script-src", "unsafe");
			default -> assertThat(policy).contains("form-action 'self'");
		}
	}

	@Test
	void theNameIsAnotherOneEachTime() throws IOException, InterruptedException {
		assertThat(header(ask("GET", "/lines"), "Content-Security-Policy"))
			.isNotEqualTo(header(ask("GET", "/lines"), "Content-Security-Policy"));
	}

	@ParameterizedTest
	@CsvSource({ "/, true", "/hand, true", "/lines, true", "/requests/RS-0000-0000/document, true", "/privacy, false",
			"/staff, false", "/sign-in, false", "/ready, false" })
	void theCameraIsForPagesThatTakePictures(String path, boolean allowed) throws ServletException, IOException {
		assertThat(written("http://localhost:8080", path, false).getHeader("Permissions-Policy"))
			.startsWith(allowed ? "camera=(self), " : "camera=(), ");
	}

	@ParameterizedTest
	@CsvSource({ "/shops, true", "/, false", "/visits/new, false", "/shops/x, false", "/staff/shop, false" })
	void onlyTheListOfStoresMayAskWhereSomebodyIs(String path, boolean allowed) throws ServletException, IOException {
		assertThat(written("http://localhost:8080", path, false).getHeader("Permissions-Policy"))
			.contains(allowed ? "geolocation=(self)" : "geolocation=()");
	}

	@ParameterizedTest
	@CsvSource({ "https://esim.example.com, false, true", "http://localhost:8080, true, true",
			"http://localhost:8080, false, false" })
	void browsersAreToldToComeByHttpsOnlyWhereThereIsHttps(String home, boolean secure, boolean told)
			throws ServletException, IOException {
		assertThat(written(home, "/privacy", secure).getHeader("Strict-Transport-Security"))
			.isEqualTo(told ? "max-age=31536000; includeSubDomains" : null);
	}

	private static MockHttpServletResponse written(String home, String path, boolean secure)
			throws ServletException, IOException {
		var request = new MockHttpServletRequest("GET", path);
		request.setServletPath(path);
		request.setSecure(secure);
		var response = new MockHttpServletResponse();
		new PageHeaders(new Random(1), home).doFilter(request, response, new MockFilterChain());
		return response;
	}

	private HttpResponse<String> ask(String method, String path) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		switch (method) {
			case "POST" -> request.POST(BodyPublishers.ofString("{}"))
				.header("Content-Type",
						path.startsWith("/sign") ? "application/x-www-form-urlencoded" : "application/json");
			case "FILES" ->
				request.POST(BodyPublishers.ofString("--x--")).header("Content-Type", "multipart/form-data");
			default -> request.GET();
		}
		return this.browser.send(request.build(), BodyHandlers.ofString());
	}

	private static String header(HttpResponse<?> answer, String name) {
		assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
		return answer.headers().firstValue(name).orElseThrow();
	}

}
