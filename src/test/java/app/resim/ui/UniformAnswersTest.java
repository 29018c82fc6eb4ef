package app.resim.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.WholeResim;
import app.resim.ui.Browserlike.Answer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever is known and whoever is not gets the same answers, byte by byte, but for what
 * is drawn anew for everybody: the session, the form's token and the passkey's question.
 */
@WholeResim
class UniformAnswersTest {

	private static final String NOBODY = "nobody.at.all@example.com";

	private static final Set<String> DRAWN = Set.of("set-cookie", "date");

	private final Browserlike browser;

	UniformAnswersTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "wei.demo@example.com", "WEI.Demo@example.com ", "+852 5550 0109", "5550 0142", "55500999",
			"+44 20 7946 0018", "not an address", "+852", "demo-1001", "Ⅷ@例え" })
	void signInTellsNobodyWhetherSomebodyIsKnown(String contact) {
		assertThat(signIn(contact)).isEqualTo(signIn(NOBODY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "wei.demo@example.com", " WEI.Demo@example.com", "sam.demo@example.com", "@",
			"+85255500142@example.com" })
	void whoHasForgottenANumberIsToldNothingAboutAnAddress(String email) {
		assertThat(forgotten(email)).isEqualTo(forgotten(NOBODY));
	}

	private List<String> forgotten(String email) {
		Browserlike mine = this.browser.another();
		Answer sent = mine.submit(mine.get("/help/forgotten-number"), "/help/forgotten-number", Map.of("email", email));
		return Stream.of(sent, mine.follow(sent)).map(UniformAnswersTest::told).toList();
	}

	@Test
	void theBackOfficeTellsNobodyWhoWorksThere() {
		assertThat(enter("kay", "wrong")).isEqualTo(enter("nobody", "wrong"))
			.isEqualTo(enter("k".repeat(5000), "wrong"));
	}

	@Test
	void aReferenceOfSomebodyElseAnswersLikeNoneBeforeSignIn() {
		assertThat(told(this.browser.another().get("/requests/RS-0000-0000")))
			.isEqualTo(told(this.browser.another().get("/requests/nonsense")));
	}

	/** Asks for a code, tries wrong ones until none is left, asks for more. */
	private List<String> signIn(String contact) {
		Browserlike mine = this.browser.another();
		Answer page = mine.get("/sign-in");
		Answer sent = mine.submit(page, "/sign-in", Map.of("contact", contact));
		Answer code = mine.follow(sent);
		Answer again = mine.submit(code, "/sign-in/code/new", Map.of());
		Stream<Answer> steps = Stream.of(sent, code, again, mine.follow(again));
		return Stream
			.concat(steps,
					Stream.of("000000", "111111", "abc", "", "222222", "333333", "444444", "555555")
						.flatMap(typed -> wrong(mine, typed)))
			.map(UniformAnswersTest::told)
			.toList();
	}

	private static Stream<Answer> wrong(Browserlike mine, String typed) {
		Answer page = mine.get("/sign-in/code");
		if (page.status() != 200) {
			return Stream.of(page);
		}
		Answer refused = mine.submit(page, "/sign-in/code", Map.of("code", typed));
		return Stream.of(refused, mine.follow(refused));
	}

	private List<String> enter(String name, String password) {
		Browserlike mine = this.browser.another();
		Answer refused = mine.submit(mine.get("/staff/sign-in"), "/staff/sign-in",
				Map.of("name", name, "password", password));
		return Stream.of(refused, mine.follow(refused)).map(UniformAnswersTest::told).toList();
	}

	private static String told(Answer answer) {
		var headers = new TreeMap<>(answer.http().headers().map());
		headers.keySet().removeAll(DRAWN);
		return answer.status() + "\n"
				+ headers.entrySet()
					.stream()
					.map(header -> header.getKey() + ": " + withoutNonce(header.getValue()))
					.collect(Collectors.joining("\n"))
				+ "\n" + body(answer);
	}

	private static List<String> withoutNonce(List<String> values) {
		return values.stream().map(value -> value.replaceAll("'nonce-[^']*'", "")).toList();
	}

	private static String body(Answer answer) {
		Document page = answer.document();
		page.select("input[name=_csrf]").forEach(token -> token.val("x".repeat(token.val().length())));
		page.select("[data-options]").forEach(asked -> asked.attr("data-options", shape(asked.attr("data-options"))));
		return page.outerHtml();
	}

	/** The passkey's question without its challenge, but as long. */
	private static String shape(String options) {
		return Arrays.stream(options.split("\"challenge\":\""))
			.map(part -> part.replaceFirst("^[A-Za-z0-9_-]{40,}\"", "\""))
			.collect(Collectors.joining("|"));
	}

}
