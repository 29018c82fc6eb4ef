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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long people are signed in, and how they end it.
 */
@WholeResim
class SessionsOverHttpTest {

	private static final Actor SAM = Actor.customer(new SubscriberId("demo-1001"));

	private static final Map<String, String> BY_US = Map.of("X-Requested-With", "resim");

	@Autowired
	private MovingClock clock;

	@Autowired
	private DemoCodes codes;

	@Autowired
	private Sessions sessions;

	@Autowired
	private SessionKeeper keeper;

	@Autowired
	private JdbcClient database;

	private final CaughtMessages messages;

	private final Mailbox mailbox;

	private final Browserlike browser;

	SessionsOverHttpTest(@LocalServerPort int port, @Autowired CaughtMessages messages) {
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
		this.database.sql("DELETE FROM recovery_code").update();
		this.database.sql("DELETE FROM staff_role WHERE name = 'kay'").update();
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES ('kay', 'REVIEWER')").update();
	}

	@Test
	void aQuarterOfAnHourWithoutADeedEndsItAndSaysSo() {
		this.mailbox.signIn(this.browser);
		this.clock.move(Duration.ofMinutes(14));
		assertThat(this.browser.get("/ready").status()).isEqualTo(200);
		this.clock.move(Duration.ofMinutes(15));
		Answer out = this.browser.get("/ready");
		assertThat(out.location()).contains("/sign-in");
		assertThat(this.browser.follow(out).document().select(".note").text()).contains("You were signed out",
				"Everything up to your last step is saved");
	}

	@Test
	void aBrowserIsKnownAgainByACookieThatLetsNobodyIn() {
		assertThat(this.browser.cookie("browser")).as("before anybody has signed in").isEmpty();
		this.mailbox.signIn(this.browser);
		HttpCookie cookie = this.browser.cookie("browser").orElseThrow();
		assertThat(cookie.isHttpOnly()).isTrue();
		assertThat(cookie.getMaxAge()).isEqualTo(Duration.ofDays(400).toSeconds());

		this.browser.submit(this.browser.get("/signed-in"), "/signed-in/everywhere", Map.of());
		assertThat(this.browser.get("/ready").location()).contains("/sign-in");
		this.clock.move(Duration.ofHours(25));
		this.mailbox.signIn(this.browser);

		assertThat(this.browser.cookie("browser").orElseThrow().getValue()).isEqualTo(cookie.getValue());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/session", "/?v-r=uidl&v-uiId=0", "/?v-r=heartbeat&v-uiId=0", "/?v-r=push&v-uiId=0",
			"/VAADIN/dynamic/none", "/demo/messages", "/look/x/app.css" })
	void whatPagesDoByThemselvesKeepsNothingAlive(String path) {
		this.mailbox.signIn(this.browser);
		this.clock.move(Duration.ofMinutes(10));
		this.browser.get(path);
		this.clock.move(Duration.ofMinutes(5));
		assertThat(this.browser.get("/ready").location()).contains("/sign-in");
	}

	@Test
	void aPageSaysWhenItEndsAndADeedMovesThat() {
		this.mailbox.signIn(this.browser);
		this.clock.move(Duration.ofMinutes(13));
		JsonNode state = state();
		assertThat(state.path("left").asLong()).isEqualTo(120_000);
		assertThat(state.path("warn").asLong()).isEqualTo(120_000);
		assertThat(state.path("extendable").asBoolean()).isTrue();
		assertThat(state.path("text").asString()).contains("we sign you out", "is saved");

		assertThat(this.browser.post("/session/stay", Map.of()).status()).as("from another site").isEqualTo(403);
		assertThat(state().path("left").asLong()).isEqualTo(120_000);
		assertThat(this.browser.post("/session/stay", Map.of(), BY_US).status()).isEqualTo(200);
		assertThat(state().path("left").asLong()).isEqualTo(900_000);
	}

	@Test
	void anHourIsTheEndWhateverIsDone() {
		this.mailbox.signIn(this.browser);
		for (int i = 0; i < 5; i++) {
			this.clock.move(Duration.ofMinutes(11));
			assertThat(this.browser.get("/ready").status()).isEqualTo(200);
		}
		assertThat(state().path("extendable").asBoolean()).isFalse();
		assertThat(state().path("text").asString()).contains("sign in again");
		this.clock.move(Duration.ofMinutes(5));
		Answer out = this.browser.get("/ready");
		assertThat(this.browser.follow(out).document().select(".note").text()).contains("Time to sign in again");
	}

	@Test
	void nobodyIsToldAboutASessionThatIsNotThere() {
		assertThat(state().path("left").asLong()).isZero();
		assertThat(this.browser.session()).isEmpty();
	}

	@Test
	void aFurtherFactorGoesOnWithTheSession() {
		this.mailbox.signIn(this.browser);
		this.clock.move(Duration.ofMinutes(6));
		this.messages.clear();
		Answer page = this.browser.follow(this.browser.get(SignInPaths.again("/ready")));
		this.browser.submit(page, "/sign-in/code", Map.of("code", this.mailbox.code()));
		assertThat(this.sessions.of(SAM)).singleElement()
			.satisfies(open -> assertThat(open.begunAt()).isEqualTo(this.clock.instant().minus(Duration.ofMinutes(6))));
	}

	@Test
	void theListShowsEveryPlaceInPlainWordsAndEndsOne() {
		Browserlike other = this.browser.another().calling("Mozilla/5.0 (iPad; CPU OS 18) Version/26.0 Safari/605.1");
		this.mailbox.signIn(other);
		this.mailbox.signIn(this.browser.calling("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"));

		Answer list = this.browser.get("/signed-in");
		assertThat(list.heading()).isEqualTo("Where you are signed in");
		assertThat(list.document().select("h2").eachText()).contains("Safari on iPad", "Firefox on Windows");
		assertThat(list.document().select("#main").text()).contains("This is where you are now")
			.doesNotContain("Mozilla", "127.0.0.1");

		Answer ended = this.browser.submit(list, "/signed-in/end", Map.of());
		assertThat(this.browser.follow(ended).document().select(".note.ok").text()).contains("Signed out there");
		Answer out = other.get("/ready");
		assertThat(out.location()).contains("/sign-in");
		assertThat(other.follow(out).document().select(".note").text()).contains("not signed in here any more");
		assertThat(this.browser.get("/ready").status()).isEqualTo(200);
	}

	@Test
	void signingOutEverywhereEndsAllAtOnceAlsoForWhatFlowSends() {
		Browserlike other = this.browser.another();
		this.mailbox.signIn(other);
		this.mailbox.signIn(this.browser);
		String before = other.session().orElseThrow();

		Answer list = this.browser.get("/signed-in");
		assertThat(this.browser.submit(list, "/signed-in/everywhere", Map.of()).location()).contains("/signed-out");

		assertThat(this.sessions.of(SAM)).isEmpty();
		other.post("/?v-r=uidl&v-uiId=0", Map.of());
		assertThat(other.session().orElseThrow()).isNotEqualTo(before);
		assertThat(other.get("/ready").location()).contains("/sign-in");
		assertThat(this.browser.get("/ready").location()).contains("/sign-in");
	}

	@Test
	void whatAnotherNodeEndedIsOverWithTheNextRequest() {
		this.mailbox.signIn(this.browser);
		this.database.sql("UPDATE sign_in_session SET ended_at = begun_at").update();
		assertThat(this.browser.get("/ready").location()).contains("/sign-in");
	}

	@Test
	void aPageThatOnlyWaitsForPushIsEndedToo() {
		this.mailbox.signIn(this.browser);
		String before = this.browser.session().orElseThrow();
		this.database.sql("UPDATE sign_in_session SET ended_at = begun_at").update();

		this.keeper.look();

		// the container knows the cookie no more, so the next page gives another
		this.browser.get("/sign-in");
		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(before);
	}

	@Test
	void addingAFactorEndsAllOtherSessions() {
		Browserlike other = this.browser.another();
		this.mailbox.signIn(other);
		this.mailbox.signIn(this.browser);

		this.browser.submit(this.browser.get("/ready"), "/ready/codes", Map.of());

		assertThat(other.get("/ready").location()).contains("/sign-in");
		assertThat(this.browser.get("/ready/codes").status()).isEqualTo(200);
	}

	@Test
	void nobodyEndsTheSessionOfSomebodyElse() {
		this.mailbox.signIn(this.browser);
		OpenSession mine = this.sessions.of(SAM).getFirst();
		Browserlike kay = this.browser.another();
		signInAsStaff(kay);
		Answer list = kay.get("/staff/signed-in");
		kay.submit(list, "/staff/signed-in/everywhere", Map.of("session", mine.id().id().toString()));
		assertThat(this.browser.get("/ready").status()).isEqualTo(200);
		assertThat(kay.get("/staff/signed-in").location()).contains("/staff/sign-in");
	}

	@Test
	void whoeverLosesARoleIsOutWithTheNextClick() {
		signInAsStaff(this.browser);
		assertThat(this.browser.get("/staff/signed-in").status()).isEqualTo(200);
		this.database.sql("DELETE FROM staff_role WHERE name = 'kay'").update();
		assertThat(this.browser.get("/staff/signed-in").location()).contains("/staff/sign-in");
	}

	@Test
	void customersAndStaffHaveListsOfTheirOwn() {
		assertThat(this.browser.another().get("/signed-in").location()).contains("/sign-in");
		assertThat(this.browser.another().get("/staff/signed-in").location()).contains("/staff/sign-in");
		this.mailbox.signIn(this.browser);
		assertThat(this.browser.get("/staff/signed-in").status()).isEqualTo(404);
	}

	@Test
	void signingOutTakesTheSessionOffTheList() {
		this.mailbox.signIn(this.browser);
		this.browser.submit(this.browser.get("/ready"), "/sign-out", Map.of());
		assertThat(this.sessions.of(SAM)).isEmpty();
	}

	@Test
	void theCookieIsOutOfReachForScriptsAndOtherSites() {
		assertThat(this.browser.get("/sign-in").header("Set-Cookie")).hasValueSatisfying(
				cookie -> assertThat(cookie).startsWith("JSESSIONID=").contains("HttpOnly", "SameSite=Lax"));
	}

	private JsonNode state() {
		return new JsonMapper().readTree(this.browser.get("/session").http().body());
	}

	private void signInAsStaff(Browserlike browser) {
		browser.submit(browser.get("/staff/sign-in"), "/staff/sign-in", Map.of("name", "kay", "password", "demo-kay"));
		Optional<String> code = this.codes.all().getFirst().code();
		assertThat(browser
			.submit(browser.get("/staff/sign-in/factor"), "/staff/sign-in/factor", Map.of("code", code.orElseThrow()))
			.location()).contains("/staff");
	}

}
