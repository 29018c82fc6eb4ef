package app.resim.ui;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.RecoveryCodes;
import app.resim.account.SoftDevice;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.ui.Browserlike.Answer;
import com.bastiaanjansen.otp.TOTPGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Getting ready, and signing in with more than the mailbox.
 */
@WholeResim
class FactorsOverHttpTest {

	private static final SubscriberId SAMS_KEY = new SubscriberId("demo-1001");

	@Autowired
	private MovingClock clock;

	@Autowired
	private RecoveryCodes codes;

	@Autowired
	private JdbcClient database;

	@Value("${resim.public-url}")
	private String home;

	private final CaughtMessages messages;

	private final Mailbox mailbox;

	private final Browserlike browser;

	FactorsOverHttpTest(@LocalServerPort int port, @Autowired CaughtMessages messages) {
		this.messages = messages;
		this.mailbox = new Mailbox(messages);
		this.browser = new Browserlike(port);
	}

	@BeforeEach
	void laterThanEveryOtherTest() {
		this.clock.move(Duration.ofHours(25));
		this.messages.clear();
	}

	@AfterEach
	void otherTestsKnowSamWithoutFactors() {
		List.of("passkey_owner", "authenticator_app")
			.forEach(table -> this.database.sql("DELETE FROM " + table + " WHERE kind = 'CUSTOMER'").update());
		this.database.sql("DELETE FROM recovery_code").update();
	}

	@Test
	void whoeverWantsToGetReadySignsInFirstAndComesBack() {
		assertThat(this.browser.get("/ready").location()).contains("/sign-in");
		assertThat(this.mailbox.signIn(this.browser).location())
			.hasValueSatisfying(to -> assertThat(to).startsWith("/ready"));
	}

	@Test
	void aPasskeyIsAddedAndSignsInAnotherBrowserAtOnce() {
		SoftDevice device = withPasskey();
		assertThat(this.browser.get("/ready").document().select("#main").text()).contains("Kitchen laptop");

		Browserlike other = this.browser.another();
		Answer page = other.get("/sign-in");
		String before = other.session().orElseThrow();
		String answer = device.sign(page.document().select("form[data-passkey=show]").attr("data-options"));
		Answer seated = other.submit(page, "/sign-in/passkey", Map.of("answer", answer));

		assertThat(seated.location()).contains("/lines");
		assertThat(other.session().orElseThrow()).isNotEqualTo(before);
		assertThat(other.get("/ready").heading()).isEqualTo("Get ready before you lose it");
	}

	@Test
	void theOwnerIsToldOnEveryOtherWayThatAPasskeyWasAdded() {
		withPasskey();
		await().until(() -> this.messages.newest(50)
			.stream()
			.filter(told -> told.text().contains("/help/not-me")
					&& told.text().contains("passkey was added to your account"))
			.count() >= 3);
	}

	@Test
	void aPasskeysAnswerIsTakenOnceAndInItsOwnBrowserOnly() {
		SoftDevice device = withPasskey();
		Browserlike owner = this.browser.another();
		Answer page = owner.get("/sign-in");
		String answer = device.sign(page.document().select("form[data-passkey=show]").attr("data-options"));
		Browserlike thief = this.browser.another();

		assertThat(thief.submit(thief.get("/sign-in"), "/sign-in/passkey", Map.of("answer", answer)).location())
			.contains("/sign-in");
		assertThat(owner.submit(page, "/sign-in/passkey", Map.of("answer", answer)).location()).contains("/lines");
		owner.submit(owner.get("/privacy"), "/sign-out", Map.of());
		assertThat(owner.submit(owner.get("/sign-in"), "/sign-in/passkey", Map.of("answer", answer)).location())
			.contains("/sign-in");
	}

	@Test
	void anAnswerThatIsNoneSaysWhatToDo() {
		Answer again = this.browser
			.follow(this.browser.submit(this.browser.get("/sign-in"), "/sign-in/passkey", Map.of("answer", "")));
		assertThat(again.document().select(".summary").text()).contains("The passkey did not work");
	}

	@Test
	void anAppIsConnectedByItsCodeAndAskedForAfterTheMailbox() {
		this.mailbox.signIn(this.browser);
		Answer scan = this.browser.follow(this.browser.submit(this.browser.get("/ready"), "/ready/app/new", Map.of()));
		assertThat(scan.document().select("img.qrpicture")).hasSize(1);
		String secret = scan.document().select("#main b.code").text().replace(" ", "");
		this.browser.submit(scan, "/ready/app", Map.of("code", shown(secret)));
		this.clock.move(Duration.ofMinutes(2));

		Browserlike other = this.browser.another();
		Answer second = other.follow(this.mailbox.signIn(other));
		assertThat(second.heading()).isEqualTo("Enter a second code");
		String code = shown(secret);
		String before = other.session().orElseThrow();
		assertThat(other.submit(second, "/sign-in/second", Map.of("code", code)).location()).contains("/lines");
		assertThat(other.session().orElseThrow()).isNotEqualTo(before);

		Answer replay = other.submit(other.get("/sign-in/second"), "/sign-in/second", Map.of("code", code));
		assertThat(other.follow(replay).document().select(".summary").text()).contains("used before");
	}

	@Test
	void whoeverShowsMoreForARequestComesBackToIt() {
		List<String> list = this.codes.make(SAMS_KEY);
		this.mailbox.signIn(this.browser);
		String back = "/requests/RS-7K4M-29QD/check";
		Answer more = this.browser.get(SignInPaths.more(back));
		assertThat(more.heading()).isEqualTo("Enter a second code");
		assertThat(this.browser.submit(more, "/sign-in/second", Map.of("code", list.getFirst())).location())
			.hasValueSatisfying(to -> assertThat(to).endsWith(back));

		for (String elsewhere : List.of("//thief.example", "https://thief.example/")) {
			Answer led = this.browser.get(SignInPaths.more(elsewhere));
			assertThat(this.browser.submit(led, "/sign-in/second/later", Map.of()).location())
				.hasValueSatisfying(to -> assertThat(to).doesNotContain("thief"));
		}
	}

	@Test
	void printedCodesAreShownOnceAndEachWorksOnce() {
		this.mailbox.signIn(this.browser);
		Answer shown = this.browser.follow(this.browser.submit(this.browser.get("/ready"), "/ready/codes", Map.of()));
		List<String> list = shown.document().select("#main li b.code").eachText();
		assertThat(list).hasSize(10);
		assertThat(this.browser.get("/ready/codes").location()).contains("/ready");

		Browserlike other = this.browser.another();
		Answer second = other.follow(this.mailbox.signIn(other));
		assertThat(other.submit(second, "/sign-in/second", Map.of("code", list.getFirst())).location())
			.contains("/lines");
		assertThat(other.submit(other.get("/sign-in/second"), "/sign-in/second", Map.of("code", list.getFirst()))
			.location()).contains("/sign-in/second");
		assertThat(other.get("/ready").document().select("#main").text()).contains("9 codes left");
	}

	@Test
	void fewCodesLeftGiveAWarning() {
		List<String> list = this.codes.make(SAMS_KEY);
		list.subList(0, 7).forEach(code -> this.codes.enter(SAMS_KEY, code));
		this.mailbox.signIn(this.browser);
		assertThat(this.browser.get("/ready").document().select(".note").text()).contains("3 codes left");
	}

	@Test
	void theMailboxAloneChangesNothingOnceThereIsMore() {
		this.codes.make(SAMS_KEY);
		this.mailbox.signIn(this.browser);
		Answer page = this.browser.get("/ready");
		assertThat(page.document().select("form[data-passkey]")).isEmpty();

		Map<String, String> token = Map.of("_csrf", page.document().select("input[name=_csrf]").first().val());
		assertThat(this.browser.post("/ready/codes", token).location())
			.hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?again="));
		assertThat(this.codes.left(SAMS_KEY)).isEqualTo(10);
	}

	@Test
	void aChangeWantsAFactorOfTheLastFiveMinutes() {
		this.mailbox.signIn(this.browser);
		Answer page = this.browser.get("/ready");
		this.clock.move(Duration.ofMinutes(6));
		assertThat(this.browser.submit(page, "/ready/codes", Map.of()).location())
			.hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?again="));
		assertThat(this.codes.left(SAMS_KEY)).isZero();
	}

	@Test
	void theSecondCodeCanBeLeftOut() {
		this.codes.make(SAMS_KEY);
		Answer second = this.browser.follow(this.mailbox.signIn(this.browser));
		assertThat(this.browser.submit(second, "/sign-in/second/later", Map.of()).location()).contains("/lines");
	}

	@Test
	void onlyPagesWithAPasskeyRunAScriptAndOnlyOurs() {
		assertThat(this.browser.get("/sign-in").header("Content-Security-Policy")).hasValueSatisfying(
				policy -> assertThat(policy).startsWith("default-src 'none'").endsWith("script-src 'self'"));
		assertThat(this.browser.get("/privacy").header("Content-Security-Policy"))
			.hasValueSatisfying(policy -> assertThat(policy).doesNotContain("script-src"));
	}

	private SoftDevice withPasskey() {
		this.mailbox.signIn(this.browser);
		var device = new SoftDevice(this.home);
		Answer page = this.browser.get("/ready");
		String answer = device.make(page.document().select("form[data-passkey=make]").attr("data-options"));
		Answer added = this.browser.submit(page, "/ready/passkeys",
				Map.of("answer", answer, "label", "Kitchen laptop"));
		assertThat(this.browser.follow(added).document().select(".note.ok").text()).contains("The passkey is added");
		return device;
	}

	private String shown(String secret) {
		return new TOTPGenerator.Builder(secret).build().at(this.clock.instant());
	}

}
