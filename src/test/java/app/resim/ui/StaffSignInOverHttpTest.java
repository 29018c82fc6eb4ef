package app.resim.ui;

import java.time.Duration;
import java.util.Map;

import app.resim.MovingClock;
import app.resim.WholeResim;
import app.resim.account.DemoCodes;
import app.resim.account.SoftDevice;
import app.resim.account.StaffFactors;
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

/**
 * Staff at the door: a password, and always one proof more.
 */
@WholeResim
class StaffSignInOverHttpTest {

	private static final String LEE = "INSERT INTO staff (name, display_name, password) VALUES ('lee', 'Lee (demo)', '{noop}first-day')";

	@Autowired
	private MovingClock clock;

	@Autowired
	private DemoCodes codes;

	@Autowired
	private StaffFactors factors;

	@Autowired
	private JdbcClient database;

	@Value("${resim.public-url}")
	private String home;

	private final Browserlike browser;

	StaffSignInOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@BeforeEach
	void leeBegins() {
		this.clock.move(Duration.ofHours(25));
		leeLeaves();
		this.database.sql(LEE).update();
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES ('lee', 'REVIEWER')").update();
	}

	@AfterEach
	void leeLeaves() {
		this.database.sql("DELETE FROM staff WHERE name = 'lee'").update();
		this.database.sql("DELETE FROM authenticator_app WHERE holder = 'lee'").update();
		this.database.sql("DELETE FROM passkey_owner WHERE holder = 'lee'").update();
	}

	@Test
	void nameAndPasswordThatDoNotFitLeadNowhere() {
		Answer wrong = password("kay", "demo-hugo");
		assertThat(this.browser.follow(wrong).document().select(".summary").text()).contains("do not fit together");
		assertThat(this.browser.get("/staff/sign-in/factor").location()).contains("/staff/sign-in");
	}

	@Test
	void aPasswordAloneOpensNothing() {
		assertThat(password("kay", "demo-kay").location()).contains("/staff/sign-in/factor");
		assertThat(this.browser.get("/staff").location()).contains("/staff/sign-in");
		assertThat(this.browser.get("/staff/audit").location()).contains("/staff/sign-in");
		assertThat(this.browser.get("/privacy").document().select(".who")).isEmpty();
	}

	@Test
	void aPasswordAndACodeSeatSomebodyUnderNewSessionIds() {
		this.browser.get("/staff/sign-in");
		String stranger = this.browser.session().orElseThrow();
		password("kay", "demo-kay");
		String halfway = this.browser.session().orElseThrow();

		assertThat(code(codeOf("kay")).location()).contains("/staff");

		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(halfway);
		assertThat(halfway).isNotEqualTo(stranger);
		assertThat(this.browser.get("/privacy").document().select(".who").text()).contains("Kay");
	}

	@Test
	void aCodeIsTakenOnce() {
		String code = codeOf("kay");
		password("kay", "demo-kay");
		assertThat(code(code).location()).contains("/staff");

		var other = new StaffSignInOverHttpTest.Colleague(this.browser.another());
		other.password("kay", "demo-kay");
		assertThat(other.code(code).location()).contains("/staff/sign-in/factor");
	}

	@Test
	void aCodeOfAnotherColleagueIsNotTaken() {
		password("kay", "demo-kay");
		Answer refused = code(codeOf("hugo"));
		assertThat(this.browser.follow(refused).document().select(".summary").text()).contains("not right");
	}

	@Test
	void theProofIsWaitedForFiveMinutes() {
		password("kay", "demo-kay");
		Answer page = this.browser.get("/staff/sign-in/factor");
		this.clock.move(Duration.ofMinutes(6));
		Answer late = this.browser.submit(page, "/staff/sign-in/factor", Map.of("code", codeOf("kay")));
		assertThat(late.location()).contains("/staff/sign-in");
		assertThat(this.browser.follow(late).document().select(".summary").text()).contains("took too long");
	}

	@Test
	void whoeverHasNoProofYetSetsOneUpFirst() {
		Answer setUp = firstSignIn();
		assertThat(setUp.heading()).isEqualTo("Set up your second proof");
		assertThat(this.browser.get("/staff").location()).contains("/staff/sign-in");
		String secret = setUp.document().select("#main b.code").first().text().replace(" ", "");
		assertThat(this.browser.submit(setUp, "/staff/sign-in/set-up", Map.of("code", "000000")).location())
			.contains("/staff/sign-in/set-up");

		Answer seated = this.browser.submit(this.browser.get("/staff/sign-in/set-up"), "/staff/sign-in/set-up",
				Map.of("code", shown(secret)));

		assertThat(seated.location()).contains("/staff");
		this.clock.move(Duration.ofMinutes(2));
		var later = new Colleague(this.browser.another());
		later.password("lee", "first-day");
		assertThat(later.code(shown(secret)).location()).contains("/staff");
	}

	@Test
	void aPasskeyIsSetUpAndUsed() {
		Answer setUp = firstSignIn();
		var device = new SoftDevice(this.home);
		String made = device.make(setUp.document().select("form[data-passkey=make]").attr("data-options"));
		assertThat(this.browser.submit(setUp, "/staff/sign-in/set-up/passkey", Map.of("answer", made)).location())
			.contains("/staff");

		Browserlike other = this.browser.another();
		Answer asked = other.follow(new Colleague(other).password("lee", "first-day"));
		String shown = device.sign(asked.document().select("form[data-passkey=show]").attr("data-options"));
		assertThat(other.submit(asked, "/staff/sign-in/passkey", Map.of("answer", shown)).location())
			.contains("/staff");
		assertThat(other.get("/privacy").document().select(".who").text()).contains("Lee");
	}

	@Test
	void thePasswordOfSomebodyWithAProofMakesNoOther() {
		password("kay", "demo-kay");
		assertThat(this.browser.get("/staff/sign-in/set-up").location()).contains("/staff/sign-in/factor");
		Answer page = this.browser.get("/staff/sign-in/factor");
		Map<String, String> form = Map.of("_csrf", page.document().select("input[name=_csrf]").first().val(), "code",
				"123456");
		assertThat(this.browser.post("/staff/sign-in/set-up", form).location()).contains("/staff/sign-in/factor");
	}

	@Test
	void afterAResetOneSetsUpANewProof() {
		Answer setUp = firstSignIn();
		String secret = setUp.document().select("#main b.code").first().text().replace(" ", "");
		this.browser.submit(setUp, "/staff/sign-in/set-up", Map.of("code", shown(secret)));

		this.factors.askReset("lee", "hugo");
		assertThat(this.factors.confirmReset("lee", "kay")).isTrue();

		Browserlike other = this.browser.another();
		Answer asked = other.follow(new Colleague(other).password("lee", "first-day"));
		assertThat(other.follow(asked).heading()).isEqualTo("Set up your second proof");
	}

	@Test
	void theDemonstrationShowsEveryCode() {
		String page = this.browser.get("/demo/staff").document().select("#staff-kay").text();
		assertThat(page).contains("kay", "demo-kay", codeOf("kay"), "review cases");
	}

	private Answer firstSignIn() {
		Answer factor = this.browser.follow(password("lee", "first-day"));
		return this.browser.follow(factor);
	}

	private Answer password(String name, String password) {
		return new Colleague(this.browser).password(name, password);
	}

	private Answer code(String code) {
		return new Colleague(this.browser).code(code);
	}

	private String codeOf(String name) {
		return CodesOfStaff.of(name, this.codes);
	}

	private String shown(String secret) {
		return new TOTPGenerator.Builder(secret).build().at(this.clock.instant());
	}

	/** Somebody of the staff at a browser. */
	private record Colleague(Browserlike browser) {

		Answer password(String name, String password) {
			return this.browser.submit(this.browser.get("/staff/sign-in"), "/staff/sign-in",
					Map.of("name", name, "password", password));
		}

		Answer code(String code) {
			return this.browser.submit(this.browser.get("/staff/sign-in/factor"), "/staff/sign-in/factor",
					Map.of("code", code));
		}

	}

}
