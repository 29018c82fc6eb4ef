package app.resim.ui;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import app.resim.WholeResim;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Help for everybody, without a script and without signing in.
 */
@WholeResim
class HelpOverHttpTest {

	private final Browserlike browser;

	@Autowired
	private JdbcClient database;

	HelpOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@AfterEach
	void nobodyWaits() {
		this.database.sql("DELETE FROM call_back").update();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-HK", "zh-CN", "ru" })
	void everyQuestionHasAnAddressAnAnchorAndAnAnswer(String language) {
		this.browser.reading(language);
		Answer all = this.browser.get("/help");
		List<String> questions = all.document().select("main li[id] a").eachAttr("href");
		assertThat(questions).hasSizeGreaterThan(30).doesNotHaveDuplicates();
		assertThat(questions).allSatisfy(question -> {
			assertThat(all.document().getElementById(question.substring("/help/".length()))).isNotNull();
			Answer one = this.browser.get(question);
			assertThat(one.status()).as(question).isEqualTo(200);
			assertThat(one.document().select("h1")).as(question).hasSize(1);
			assertThat(one.document().select("main").text()).doesNotContain("{", "**")
				.doesNotContainPattern("help\\.[a-z]");
		});
	}

	@Test
	void readingBeginsNoSession() {
		this.browser.get("/help?q=fee");
		this.browser.get("/help/fees");
		assertThat(this.browser.session()).isEmpty();
	}

	@Test
	void theBrandsOwnValuesStandInTheAnswers() {
		assertThat(this.browser.get("/help/fees").document().select("main").text()).contains("free", "HKD 30");
		assertThat(this.browser.get("/help/how-long").document().select("main").text()).contains("2 hours", "weekdays");
		assertThat(this.browser.get("/help/papers").document().select("main").text()).contains("HKID", "Macau ID card");
	}

	@Test
	void rulesOfAnotherCountryAreNotTold() {
		assertThat(this.browser.get("/help/rules-hk").document().select("main").text()).contains("1 March 2022",
				"Written on 22 November 2026");
		assertThat(this.browser.get("/help/rules-ru").status()).isEqualTo(404);
		assertThat(this.browser.get("/help").document().getElementById("rules-ru")).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "en, stolen phone, lost-or-stolen", "zh-HK, 手機不見了, lost-or-stolen", "zh-CN, 多少钱, fees",
			"ru, украли телефон, lost-or-stolen" })
	void aSearchNeedsNoScript(String language, String typed, String found) {
		this.browser.reading(language);
		Answer answer = this.browser.get("/help?q=" + Browserlike.encoded(typed));
		assertThat(answer.document().select("#found a").first().attr("href")).isEqualTo("/help/" + found);
		assertThat(answer.document().getElementById("q").val()).isEqualTo(typed);
	}

	@Test
	void whereNothingIsFoundAPersonHelps() {
		Answer answer = this.browser.get("/help?q=xylophone");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.document().getElementById("none").text()).contains("We found no answer", "5550 0100");
		assertThat(answer.document().select("main a[href=/help/call-back]")).isNotEmpty();
	}

	@Test
	void whatIsLookedForStaysText() {
		Answer answer = this.browser.get("/help?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
		assertThat(answer.document().select("script")).isEmpty();
	}

	@Test
	void whoAsksToBeCalledBackIsNoted() {
		Answer noted = send(Map.of());
		assertThat(noted.location()).contains("/help/call-back/noted");
		assertThat(this.browser.follow(noted).document().select("main").text()).contains("It is noted", "3 times",
				"We never ask for a code");
		assertThat(this.database.sql("SELECT topic || ' ' || language FROM call_back").query(String.class).single())
			.isEqualTo("LOST ru");
	}

	@ParameterizedTest
	@CsvSource({ "contact, '', Enter a phone number", "contact, 12, whole phone number",
			"contact, +44 909 879 0000, cannot call", "topic, nonsense, Choose what it is about",
			"window, 0, Choose a time" })
	void whatIsMissingIsSaidAndWhatWasTypedStays(String field, String typed, String said) {
		Answer refused = send(Map.of(field, typed));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.document().select("[role=alert]").text()).contains(said);
		if (!field.equals("contact")) {
			assertThat(refused.document().getElementById("contact").val()).isEqualTo("+44 20 7946 0018");
		}
		assertThat(this.database.sql("SELECT COUNT(*) FROM call_back").query(Integer.class).single()).isZero();
	}

	@Test
	void whoHasForgottenANumberIsLedToSignInByMail() {
		Answer page = this.browser.get("/help/forgotten-number");
		assertThat(page.document().select("main").text()).contains("*100#", "Settings, Apps, Phone");
		this.browser.submit(page, "/help/forgotten-number", Map.of("email", "wei.demo@example.com"));

		await().until(() -> !letters().isEmpty());
		assertThat(letters().getFirst()).contains("/lines", "whoever asked has learned nothing")
			.doesNotContainPattern("\\+?852 ?5550 ?0(?!100)[0-9]");
	}

	private List<String> letters() {
		return this.browser.get("/demo/messages")
			.document()
			.select("main section, main article, main li")
			.eachText()
			.stream()
			.filter(text -> text.contains("Your numbers with Tidewire Mobile"))
			.toList();
	}

	@Test
	void whoHasForgottenANumberGivesAnAddressAndNoNumber() {
		Answer page = this.browser.get("/help/forgotten-number");
		Answer refused = this.browser.submit(page, "/help/forgotten-number", Map.of("email", "5550 0142"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.document().select("[role=alert]").text()).contains("Enter an e-mail address");
	}

	/** Walks every answer of every question and ends somewhere within a few steps. */
	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-HK", "zh-CN", "ru" })
	void everyWayThroughTheCheckEnds(String language) {
		this.browser.reading(language);
		Set<String> seen = new HashSet<>();
		assertThat(walk("/help/check", 0, seen)).isGreaterThanOrEqualTo(12);
		assertThat(seen).hasSize(20);
	}

	private int walk(String path, int steps, Set<String> seen) {
		assertThat(steps).as(path).isLessThan(8);
		if (!seen.add(path)) {
			return 0;
		}
		Answer page = this.browser.get(path);
		assertThat(page.status()).as(path).isEqualTo(200);
		assertThat(page.document().select("main").text()).as(path).doesNotContain("{", "diagnosis.");
		List<String> ways = page.document().select("main a.btn[href^=/help/check/]").eachAttr("href");
		return ways.isEmpty() ? 1 : ways.stream().mapToInt(way -> walk(way, steps + 1, seen)).sum();
	}

	@Test
	void onlyAtTheEndAReplacementIsOffered() {
		assertThat(this.browser.get("/help/check/replace").document().getElementById("replace").attr("href"))
			.isEqualTo("/lines");
		assertThat(this.browser.get("/help/check").document().getElementById("replace")).isNull();
		assertThat(this.browser.get("/help/check/nothing").status()).isEqualTo(404);
		assertThat(this.browser.get("/help/check").document().getElementById("lines")).as("a stranger sees no line")
			.isNull();
	}

	private Answer send(Map<String, String> other) {
		Answer page = this.browser.get("/help/call-back");
		Map<String, String> typed = new HashMap<>(Map.of("contact", "+44 20 7946 0018", "topic", "lost", "window",
				page.document().select("input[name=window]").first().val(), "language", "ru"));
		typed.putAll(other);
		return this.browser.submit(page, "/help/call-back", typed);
	}

}
