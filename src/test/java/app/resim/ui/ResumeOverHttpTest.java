package app.resim.ui;

import java.net.HttpCookie;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.DemoCodes;
import app.resim.account.OpenSession;
import app.resim.account.Sessions;
import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.ui.Browserlike.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A browser whose session was on a node that is gone.
 */
@WholeResim
class ResumeOverHttpTest {

	private static final Actor SAM = Actor.customer(new SubscriberId("demo-1001"));

	private static final Actor KAY = Actor.staff("kay");

	@Autowired
	private MovingClock clock;

	@Autowired
	private DemoCodes codes;

	@Autowired
	private Sessions sessions;

	@Autowired
	private JdbcClient database;

	private final Mailbox mailbox;

	private final Browserlike browser;

	ResumeOverHttpTest(@LocalServerPort int port, @Autowired CaughtMessages messages) {
		this.mailbox = new Mailbox(messages);
		this.browser = new Browserlike(port);
	}

	@BeforeEach
	void laterThanEveryOtherTest() {
		this.clock.move(Duration.ofHours(25));
	}

	@AfterEach
	void kayReviewsAgain() {
		this.database.sql("DELETE FROM recovery_code").update();
		this.database.sql("DELETE FROM staff_role WHERE name = 'kay'").update();
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES ('kay', 'REVIEWER')").update();
	}

	@Test
	void theCustomerGoesOnInTheSameSessionUnderANewId() {
		this.mailbox.signIn(this.browser);
		OpenSession before = session(SAM);
		String cookie = this.browser.session().orElseThrow();
		String token = token(this.browser);
		this.clock.move(Duration.ofMinutes(3));

		assertThat(this.browser.withoutNode().get("/ready").status()).isEqualTo(200);

		assertThat(session(SAM)).isEqualTo(before);
		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(cookie).doesNotMatch("0+");
		assertThat(token(this.browser)).isNotEqualTo(token);
		assertThat(this.browser.get("/ready").status()).isEqualTo(200);
	}

	@Test
	void whatWasProvenIsNeitherLostNorMadeFresh() {
		this.mailbox.signIn(this.browser);
		this.clock.move(Duration.ofMinutes(4));
		this.browser.withoutNode().get("/ready");
		assertThat(newCodes().location()).contains("/ready/codes");
		this.clock.move(Duration.ofMinutes(2));
		Answer page = this.browser.withoutNode().get("/ready");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.document().select("form[action=/ready/codes]")).isEmpty();
	}

	@Test
	void aColleagueComesBackWithTheRolesOfNow() {
		signInAsStaff(this.browser);
		OpenSession before = session(KAY);
		assertThat(this.browser.get("/staff/sign-in").location()).contains("/staff");
		this.database.sql("UPDATE staff_role SET role_name = 'AUDITOR' WHERE name = 'kay'").update();

		assertThat(this.browser.withoutNode().get("/staff/signed-in").status()).isEqualTo(200);

		assertThat(session(KAY).id()).isEqualTo(before.id());
		assertThat(this.browser.get("/staff/sign-in").location()).contains("/staff/audit");
	}

	@Test
	void aPageThatWasWaitingSaysWhyItIsAtTheDoorAgain() {
		this.mailbox.signIn(this.browser);
		this.clock.move(Duration.ofMinutes(15));
		Answer out = this.browser.withoutNode().get("/ready");
		assertThat(this.browser.follow(out).document().select(".note").text()).contains("You were signed out");
		assertThat(this.browser.cookie("resume")).isEmpty();
	}

	@Test
	void whatIsEndedElsewhereGoesOnNowhere() {
		this.mailbox.signIn(this.browser);
		Browserlike other = this.browser.another();
		this.mailbox.signIn(other);
		other.submit(other.get("/signed-in"), "/signed-in/everywhere", Map.of());

		assertThat(other.cookie("resume")).isEmpty();
		assertThat(this.browser.withoutNode().get("/ready").location()).contains("/sign-in");
	}

	@Test
	void anotherFactorEndsTheOthersAndTheirTokens() {
		Browserlike other = this.browser.another();
		this.mailbox.signIn(other);
		this.mailbox.signIn(this.browser);
		newCodes();
		assertThat(other.withoutNode().get("/ready").location()).contains("/sign-in");
		assertThat(this.browser.withoutNode().get("/ready").status()).isEqualTo(200);
	}

	@Test
	void whoSignsOutLeavesNothingBehind() {
		this.mailbox.signIn(this.browser);
		HttpCookie copied = this.browser.cookie("resume").orElseThrow();
		this.browser.submit(this.browser.get("/ready"), "/sign-out", Map.of());

		assertThat(this.browser.cookie("resume")).isEmpty();
		assertThat(this.browser.another().copying(copied).get("/ready").location()).contains("/sign-in");
	}

	@Test
	void aCopyThatIsUsedLaterEndsTheSessionAndIsInTheTrail() {
		this.mailbox.signIn(this.browser);
		HttpCookie copied = this.browser.cookie("resume").orElseThrow();
		this.browser.withoutNode().get("/ready");
		this.clock.move(Duration.ofMinutes(1));

		assertThat(this.browser.another().copying(copied).get("/ready").location()).contains("/sign-in");

		assertThat(this.browser.get("/ready").location()).as("nobody knows who is who").contains("/sign-in");
		assertThat(
				this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = 'session.token-replayed' AND at = ?")
					.param(this.clock.instant().atOffset(java.time.ZoneOffset.UTC))
					.query(Integer.class)
					.single())
			.isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/session", "/?v-r=uidl&v-uiId=0", "/?v-r=heartbeat&v-uiId=0", "/?v-r=push&v-uiId=0",
			"/VAADIN/dynamic/none", "/look/x/app.css" })
	void onlyAPageThatIsAskedForGoesOn(String path) {
		this.mailbox.signIn(this.browser);
		String token = token(this.browser);
		this.browser.withoutNode().get(path);
		assertThat(token(this.browser)).isEqualTo(token);
	}

	@Test
	void nothingThatIsSentGoesOn() {
		this.mailbox.signIn(this.browser);
		String token = token(this.browser);
		assertThat(this.browser.withoutNode().post("/ready/codes", Map.of()).status()).isEqualTo(403);
		assertThat(this.browser.post("/sign-out", Map.of()).status()).isEqualTo(403);
		assertThat(token(this.browser)).isEqualTo(token);
		assertThat(this.browser.get("/ready").status()).isEqualTo(200);
	}

	@Test
	void whoeverHasASessionInMindGetsAnother() {
		this.mailbox.signIn(this.browser);
		HttpCookie token = this.browser.cookie("resume").orElseThrow();
		Browserlike planted = this.browser.another();
		planted.get("/sign-in");
		String known = planted.session().orElseThrow();
		planted.copying(token).get("/ready");
		assertThat(planted.session().orElseThrow()).isNotEqualTo(known);
	}

	@Test
	void halfASignInIsNotTakenOver() {
		Answer page = this.browser.submit(this.browser.get("/staff/sign-in"), "/staff/sign-in",
				Map.of("name", "kay", "password", "demo-kay"));
		assertThat(page.location()).contains("/staff/sign-in/factor");
		assertThat(this.browser.cookie("resume")).isEmpty();
		assertThat(this.browser.withoutNode().get("/staff/sign-in/factor").location()).contains("/staff/sign-in");
	}

	@Test
	void theTokenIsOutOfReachForScriptsAndOtherSites() {
		Answer in = this.mailbox.signIn(this.browser);
		assertThat(in.http().headers().allValues("Set-Cookie")).anySatisfy(
				cookie -> assertThat(cookie).matches("resume=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax"));
	}

	private Answer newCodes() {
		return this.browser.submit(this.browser.get("/ready"), "/ready/codes", Map.of());
	}

	private OpenSession session(Actor who) {
		assertThat(this.sessions.of(who)).hasSize(1);
		return this.sessions.of(who).getFirst();
	}

	private static String token(Browserlike browser) {
		return browser.cookie("resume").map(HttpCookie::getValue).orElseThrow();
	}

	private void signInAsStaff(Browserlike browser) {
		browser.submit(browser.get("/staff/sign-in"), "/staff/sign-in", Map.of("name", "kay", "password", "demo-kay"));
		String code = CodesOfStaff.of("kay", this.codes);
		assertThat(browser.submit(browser.get("/staff/sign-in/factor"), "/staff/sign-in/factor", Map.of("code", code))
			.location()).contains("/staff");
	}

}
