package app.resim.ui;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import app.resim.WholeResim;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What holds for every page: headers, languages, ways in, ways out.
 */
@WholeResim
class PagesOverHttpTest {

	private static final List<String> PLAIN = List.of("/sign-in", "/staff/sign-in", "/signed-out", "/privacy",
			"/accessibility", "/terms", "/source", "/help", "/help/not-me", "/help/fees", "/operator", "/operator/mts",
			"/shops", "/demo/messages", "/demo/phone", "/demo/pictures", "/demo/staff", "/demo/billing");

	private final Browserlike browser;

	PagesOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	static Stream<String> plainPages() {
		return PLAIN.stream();
	}

	static Stream<String> allSorts() {
		return Stream.concat(PLAIN.stream(),
				Stream.of("/lines", "/no-such-page", "/look/x/app.css", "/VAADIN/no-such-file", "/error"));
	}

	@ParameterizedTest
	@MethodSource("allSorts")
	void everyAnswerCarriesTheHeadersThatGuardIt(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.header("X-Content-Type-Options")).contains("nosniff");
		assertThat(answer.header("X-Frame-Options")).contains("DENY");
		assertThat(answer.header("Cross-Origin-Opener-Policy")).contains("same-origin");
		assertThat(answer.header("Cross-Origin-Resource-Policy")).contains("same-origin");
		assertThat(answer.header("Permissions-Policy").orElse("")).contains("camera=", "microphone=()");
		assertThat(answer.header("Referrer-Policy").orElse("")).isIn("no-referrer", "same-origin");
		assertThat(answer.header("Content-Security-Policy").orElse("")).contains("frame-ancestors 'none'",
				"form-action '", "base-uri '");
		assertThat(answer.header("Cache-Control").orElse("")).isIn("no-store", "max-age=31536000, public, immutable");
	}

	@ParameterizedTest
	@CsvSource({ "/lines, true", "/requests/RS-0000-0000/document, true", "/sign-in, false", "/demo/phone, false",
			"/staff, false", "/staff/cases/RS-0000-0000, false", "/look/x/app.css, false" })
	void theCameraIsForCustomersPagesOnly(String path, boolean allowed) {
		assertThat(this.browser.get(path).header("Permissions-Policy").orElse(""))
			.contains(allowed ? "camera=(self)" : "camera=()");
	}

	@ParameterizedTest
	@MethodSource("plainPages")
	void plainPagesMayRunNothingButTheirOneScript(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Content-Security-Policy").orElse(""))
			.startsWith("default-src 'none'; style-src 'self'")
			.doesNotContain("unsafe");
		assertThat(answer.header("Cache-Control")).contains("no-store");
		assertThat(answer.document().select("style, [style]")).isEmpty();
		assertThat(answer.document().select("script")).allSatisfy(script -> {
			assertThat(script.attr("src")).matches("/look/[0-9a-f]+/(passkeys|distances)\\.js");
			assertThat(script.data()).isEmpty();
		});
		assertThat(answer.document().select("h1")).hasSize(1);
	}

	@ParameterizedTest
	@MethodSource("plainPages")
	void everyLinkOfAPlainPageLeadsSomewhere(String path) {
		List<String> links = this.browser.get(path)
			.document()
			.select("a[href^=/]")
			.eachAttr("href")
			.stream()
			// Flow pages are walked by a real browser
			.filter(href -> !href.equals("/") && !href.startsWith("/lines") && !href.startsWith("/visits"))
			.distinct()
			.toList();
		assertThat(links).isNotEmpty()
			.allSatisfy(href -> assertThat(this.browser.get(href).status()).as(href).isIn(200, 303));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/no-such-page", "/help/nothing", "/sign-in/nothing", "/privacy/nothing", "/app.css",
			"/demo/nothing", "/actuator/env", "/actuator/health", "/sign-out" })
	void whatDoesNotExistSaysSoAndBeginsNoSession(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.heading()).isEqualTo("There is no such page");
		assertThat(this.browser.session()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "en-GB, en", "zh-HK, zh-Hant", "'zh-CN,zh;q=0.9', zh-Hans", "'de, ru;q=0.5', ru", "fr, en" })
	void aPageSpeaksTheLanguageThatTheBrowserAsksFor(String accepted, String language) {
		this.browser.reading(accepted);
		assertThat(language(this.browser.get("/privacy"))).isEqualTo(language);
	}

	@Test
	void aChosenLanguageStays() {
		Answer chosen = this.browser.get("/privacy?lang=ru&x=1");
		assertThat(chosen.status()).isEqualTo(303);
		assertThat(chosen.location()).contains("/privacy?x=1");
		assertThat(chosen.header("Set-Cookie").orElse("")).contains("lang=ru", "HttpOnly", "SameSite=Lax");
		assertThat(language(this.browser.get("/terms"))).isEqualTo("ru");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/privacy?lang=tlh", "/privacy?lang=", "/privacy?lang=%0d%0aX:1" })
	void aLanguageThatNobodyOffersChangesNothing(String path) {
		Answer answer = this.browser.get(path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(language(answer)).isEqualTo("en");
	}

	@Test
	void choosingALanguageNeverLeadsToAnotherSite() {
		assertThat(this.browser.get("//evil.example/?lang=ru").status()).isEqualTo(400);
	}

	@Test
	void theStyleSheetIsKeptForGood() {
		String address = this.browser.get("/privacy").document().select("link[rel=stylesheet]").attr("href");
		Answer sheet = this.browser.get(address);
		assertThat(sheet.header("Content-Type")).contains("text/css;charset=UTF-8");
		assertThat(sheet.http().body()).contains("--brand-hue: 212;");
		assertThat(this.browser.session()).isEmpty();
	}

	@Test
	void aMessageWithACodeShowsItLarge() {
		this.browser.submit(this.browser.get("/sign-in"), "/sign-in", Map.of("contact", "wei.demo@example.com"));
		await().until(() -> !largeCodes().isEmpty());
		assertThat(largeCodes().getFirst()).matches("[0-9]{6}");
	}

	private List<String> largeCodes() {
		return this.browser.get("/demo/messages").document().select(".large").eachText();
	}

	private static String language(Answer answer) {
		return answer.document().getElementsByTag("html").attr("lang");
	}

}
