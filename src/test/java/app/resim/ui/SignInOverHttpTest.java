package app.resim.ui;

import java.time.Duration;
import java.util.Map;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.privacy.ErasureAnswer;
import app.resim.privacy.Privacy;
import app.resim.request.Leftovers;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static app.resim.ui.Mailbox.SAM;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Signing in, as a browser without scripts does it.
 */
@WholeResim
class SignInOverHttpTest {

	@Autowired
	private MovingClock clock;

	@Autowired
	private Privacy privacy;

	@Autowired
	private JdbcClient database;

	private final CaughtMessages messages;

	private final Mailbox mailbox;

	private final Browserlike browser;

	SignInOverHttpTest(@LocalServerPort int port, @Autowired CaughtMessages messages) {
		this.messages = messages;
		this.mailbox = new Mailbox(messages);
		this.browser = new Browserlike(port);
	}

	@BeforeEach
	void laterThanEveryOtherTest() {
		// limits on codes per person count hours
		this.clock.move(Duration.ofHours(25));
		this.messages.clear();
	}

	@Test
	void somebodyWithTheRightCodeIsSeatedUnderANewSessionId() {
		Answer codePage = askForCode(SAM);
		String before = this.browser.session().orElseThrow();
		Answer seated = enter(codePage, this.mailbox.code());
		assertThat(seated.status()).isEqualTo(303);
		assertThat(seated.location()).contains("/lines");
		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(before);
	}

	@Test
	void aWrongCodeSaysHowManyTriesAreLeftAndSaysItOnce() {
		Answer codePage = askForCode(SAM);
		Answer again = this.browser.follow(enter(codePage, wrong()));
		assertThat(again.document().title()).startsWith("Error: ");
		assertThat(again.document().select(".summary").text()).contains("You can try 4 more times");
		assertThat(this.browser.get("/sign-in/code").document().select(".summary")).isEmpty();
	}

	@Test
	void aCodeThatIsTooOldIsReplacedByItself() {
		Answer codePage = askForCode(SAM);
		String old = this.mailbox.code();
		this.clock.move(Duration.ofMinutes(11));
		Answer again = this.browser.follow(enter(codePage, old));
		assertThat(again.document().select(".summary").text()).contains("We have sent you a new one");
		assertThat(enter(again, this.mailbox.code(2)).location()).contains("/lines");
	}

	@Test
	void anotherCodeCanBeAskedForAndReloadingAsksForNone() {
		Answer codePage = askForCode(SAM);
		Answer again = this.browser.follow(this.browser.submit(codePage, "/sign-in/code/new", Map.of()));
		assertThat(again.document().select(".note.ok").text()).startsWith("We sent a new code at");
		this.browser.get("/sign-in/code");
		this.browser.get("/sign-in/code");
		assertThat(enter(again, this.mailbox.code(2)).location()).contains("/lines");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nobody@example.com", "+852 5550 0999", "not a contact", "😀" })
	void somebodyUnknownSeesWhatEverybodySees(String contact) {
		String known = seen(askForCode(SAM));
		this.mailbox.code();
		assertThat(seen(new Stranger(contact).codePage())).isEqualTo(known);
		assertThat(this.messages.newest(50)).hasSize(1);
	}

	@Test
	void aTypedNumberNeverShowsTheAddressOnFile() {
		assertThat(askForCode("+852 5550 0142").http().body()).doesNotContain("example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/staff/sign-in" })
	void whereNothingIsSetThereIsNoAccountOfTheOperator(String page) {
		assertThat(this.browser.get(page).document().select("#operator")).isEmpty();
		assertThat(this.browser.get(page + "/operator").status()).isEqualTo(404);
		assertThat(this.browser.get(page + "/operator/back?code=a&state=b").status()).isEqualTo(404);
	}

	@Test
	void nothingTypedIsRefusedWithASentence() {
		Answer again = this.browser
			.follow(this.browser.submit(this.browser.get("/sign-in"), "/sign-in", Map.of("contact", "  ")));
		assertThat(again.document().select("#contact-error").text())
			.isEqualTo("Error: Enter your e-mail address or your phone number.");
	}

	@Test
	void aCodeWithoutARoundBeginsAgain() {
		assertThat(this.browser.get("/sign-in/code").location()).contains("/sign-in");
	}

	@Test
	void aCodeTypedInAnotherBrowserIsWorthNothing() {
		askForCode(SAM);
		String code = this.mailbox.code();
		Stranger other = new Stranger("nobody@example.com");
		Answer answer = other.browser.submit(other.codePage(), "/sign-in/code", Map.of("code", code));
		assertThat(answer.location()).contains("/sign-in/code");
	}

	@Test
	void aSignedInCustomerGetsAFreshCodeAndComesBack() {
		enter(askForCode(SAM), this.mailbox.code());
		this.clock.move(Duration.ofMinutes(6));
		Answer asked = this.browser.get(SignInPaths.again("/requests/RS-1/esim"));
		assertThat(asked.location()).contains("/sign-in/code");
		Answer codePage = this.browser.follow(asked);
		assertThat(codePage.document().select("#code-hint").text()).contains("s•••••o@example.com");
		String before = this.browser.session().orElseThrow();
		Answer back = enter(codePage, this.mailbox.code(2));
		assertThat(back.location()).contains("/requests/RS-1/esim");
		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(before);
	}

	@Test
	void askingTwiceForAFreshCodeSendsOne() {
		enter(askForCode(SAM), this.mailbox.code());
		this.messages.clear();
		this.browser.get(SignInPaths.again("/lines"));
		this.mailbox.code();
		this.browser.get(SignInPaths.again("/lines"));
		assertThat(enter(this.browser.get("/sign-in/code"), this.mailbox.code()).location()).contains("/lines");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "https://evil.example", "/\\evil.example", "/a\nb", "evil", "" })
	void nobodyIsLedToAnotherSite(String wanted) {
		enter(askForCode(SAM), this.mailbox.code());
		Answer codePage = this.browser.follow(this.browser.get(SignInPaths.again(wanted)));
		assertThat(enter(codePage, this.mailbox.code(2)).location()).contains("/lines");
	}

	@Test
	void signingOutEndsTheSession() {
		enter(askForCode(SAM), this.mailbox.code());
		Answer page = this.browser.get("/privacy");
		assertThat(this.browser.submit(page, "/sign-out", Map.of()).location()).contains("/signed-out");
		assertThat(this.browser.get(SignInPaths.again("/lines")).heading()).contains("e-mail address");
	}

	@Test
	void erasingACustomerEndsTheirSessionsAndNoOther() {
		Leftovers.remove(this.database);
		enter(askForCode(SAM), this.mailbox.code());
		this.privacy.erase(new SubscriberId("demo-1002"), Actor.system("operator"));
		assertThat(this.browser.get(SignInPaths.again("/lines")).location()).contains("/sign-in/code");

		assertThat(this.privacy.erase(new SubscriberId("demo-1001"), Actor.system("operator")))
			.isEqualTo(ErasureAnswer.ERASED);

		assertThat(this.browser.get(SignInPaths.again("/lines")).heading()).contains("e-mail address");
	}

	@Test
	void aFormWithoutItsTokenIsNotTaken() {
		this.browser.get("/sign-in");
		Answer answer = this.browser.post("/sign-in", Map.of("contact", SAM));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.heading()).isEqualTo("This page was open for too long");
		assertThat(this.messages.newest(50)).isEmpty();
	}

	private Answer askForCode(String contact) {
		return Mailbox.askForCode(this.browser, contact);
	}

	private Answer enter(Answer codePage, String code) {
		return Mailbox.enter(this.browser, codePage, code);
	}

	private String wrong() {
		return this.mailbox.code().equals("111111") ? "222222" : "111111";
	}

	/** What a person sees, without times and tokens. */
	private static String seen(Answer page) {
		return page.document().select("body").text().replaceAll("[0-9]{2}:[0-9]{2}", "") + page.status();
	}

	/** Somebody at another computer. */
	private final class Stranger {

		private final Browserlike browser = SignInOverHttpTest.this.browser.another();

		private final String contact;

		Stranger(String contact) {
			this.contact = contact;
		}

		Answer codePage() {
			return Mailbox.askForCode(this.browser, this.contact);
		}

	}

}
