package app.resim.ui;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import app.resim.MovingClock;
import app.resim.WholeResim;
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
 * Members of staff change what they prove besides the password, and help a colleague who
 * has lost it.
 */
@WholeResim
class StaffProofOverHttpTest {

	@Autowired
	private MovingClock clock;

	@Autowired
	private StaffFactors factors;

	@Autowired
	private JdbcClient database;

	@Value("${resim.public-url}")
	private String home;

	private final Browserlike browser;

	private String secret = "";

	StaffProofOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	/** Lee reviews and has an app. */
	@BeforeEach
	void leeSignsIn() {
		this.clock.move(Duration.ofHours(25));
		leeLeaves();
		this.database
			.sql("INSERT INTO staff (name, display_name, password) VALUES ('lee', 'Lee (demo)', '{noop}first-day')")
			.update();
		this.database.sql("INSERT INTO staff_role (name, role_name) VALUES ('lee', 'REVIEWER')").update();
		this.browser.submit(this.browser.get("/staff/sign-in"), "/staff/sign-in",
				Map.of("name", "lee", "password", "first-day"));
		Answer setUp = this.browser.get("/staff/sign-in/set-up");
		this.secret = secretOn(setUp);
		this.browser.submit(setUp, "/staff/sign-in/set-up", Map.of("code", shown(this.secret)));
	}

	@AfterEach
	void leeLeaves() {
		this.database.sql("DELETE FROM staff_role WHERE name = 'lee'").update();
		this.database.sql("DELETE FROM staff WHERE name = 'lee'").update();
		this.database.sql("DELETE FROM authenticator_app WHERE holder = 'lee'").update();
		this.database.sql("DELETE FROM passkey_owner WHERE holder = 'lee'").update();
		this.database.sql("DELETE FROM staff_reset").update();
	}

	@Test
	void aNewAppTakesThePlaceOfTheOldOne() {
		Answer page = this.browser.get("/staff/proof");
		assertThat(page.heading()).isEqualTo("Your second proof");
		String next = secretOn(page);
		assertThat(next).isNotEqualTo(this.secret);

		Answer wrong = this.browser.submit(page, "/staff/proof/app", Map.of("code", "000000"));
		assertThat(this.browser.follow(wrong).document().select(".summary").text()).contains("not right");
		Answer kept = this.browser.submit(this.browser.get("/staff/proof"), "/staff/proof/app",
				Map.of("code", shown(next)));
		assertThat(this.browser.follow(kept).document().select(".note.ok").text()).contains("The app is connected");

		this.clock.move(Duration.ofMinutes(2));
		assertThat(this.factors.enter("lee", shown(this.secret))).isEmpty();
		assertThat(this.factors.enter("lee", shown(next))).isPresent();
	}

	@Test
	void afterFiveMinutesThePresentOneIsShownOnceMoreFirst() {
		Answer open = this.browser.get("/staff/proof");
		this.clock.move(Duration.ofMinutes(6));
		this.browser.submit(open, "/staff/proof/app", Map.of("code", shown(secretOn(open))));
		assertThat(this.factors.enter("lee", shown(this.secret))).as("nothing was changed").isPresent();
		this.clock.move(Duration.ofMinutes(2));

		Answer asked = this.browser.get("/staff/proof");
		assertThat(asked.document().select("img.qrpicture")).isEmpty();
		Answer refused = this.browser.submit(asked, "/staff/proof/code", Map.of("code", "000000"));
		assertThat(this.browser.follow(refused).document().select(".summary").text()).contains("not right");
		String before = this.browser.session().orElseThrow();
		this.browser.submit(this.browser.get("/staff/proof"), "/staff/proof/code", Map.of("code", shown(this.secret)));

		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(before);
		assertThat(this.browser.get("/staff/proof").document().select("img.qrpicture")).hasSize(1);
	}

	@Test
	void aPasskeyIsAddedAndProvesAndTheLastFactorStays() {
		var device = new SoftDevice(this.home);
		Answer page = this.browser.get("/staff/proof");
		assertThat(page.document().select("form[action=/staff/proof/app/remove]")).as("the only one").isEmpty();
		this.browser.submit(page, "/staff/proof/passkeys", Map.of("answer",
				device.make(page.document().select("form[data-passkey=make]").attr("data-options")), "label", "Desk"));
		Answer both = this.browser.get("/staff/proof");
		assertThat(both.document().select("#main").text()).contains("Desk");
		this.browser.submit(both, "/staff/proof/app/remove", Map.of());
		assertThat(this.factors.of("lee").app()).isFalse();
		UUID left = this.factors.of("lee").passkeys().getFirst().id();
		Answer last = this.browser.post("/staff/proof/passkeys/remove",
				Map.of("_csrf", token(both), "passkey", left.toString()));
		assertThat(this.browser.follow(last).document().select(".note").text()).contains("the only one");

		this.clock.move(Duration.ofMinutes(6));
		Answer asked = this.browser.get("/staff/proof");
		this.browser.submit(asked, "/staff/proof/passkey",
				Map.of("answer", device.sign(asked.document().select("form[data-passkey=show]").attr("data-options"))));
		assertThat(this.browser.get("/staff/proof").document().select("form[data-passkey=make]")).hasSize(1);
	}

	@Test
	void aSecondColleagueConfirmsAResetAndSeesNoneOfTheirOwn() {
		this.factors.askReset("lee", "hugo");
		assertThat(this.browser.get("/staff/proof").document().select("#reset-lee")).as("their own").isEmpty();
		this.factors.askReset("kay", "hugo");

		Answer page = this.browser.get("/staff/proof");
		assertThat(page.document().select("#main").text()).contains("Kay Lam (demo) has lost the second proof",
				"Hugo Ho (demo) asks");
		boolean had = this.factors.of("kay").any();
		assertThat(had).isTrue();
		// somebody else's name in the form confirms nothing
		this.browser.submit(page, "/staff/proof/reset", Map.of("name", "lee"));
		assertThat(this.factors.of("lee").any()).isTrue();
	}

	private static String secretOn(Answer page) {
		return page.document().select("#main b.code").first().text().replace(" ", "");
	}

	private static String token(Answer page) {
		return page.document().select("input[name=_csrf]").first().val();
	}

	private String shown(String secret) {
		return new TOTPGenerator.Builder(secret).build().at(this.clock.instant());
	}

}
