package app.resim.ui;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import app.resim.MovingClock;
import app.resim.ResimWithAccounts;
import app.resim.account.DemoCodes;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.openid.SimulatedProvider;
import app.resim.openid.SimulatedProvider.Mood;
import app.resim.ui.Browserlike.Answer;
import com.bastiaanjansen.otp.TOTPGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Customers and staff with accounts at the operator's own provider, over HTTP, as a
 * browser without scripts does it. Staff has no passwords here.
 */
@ResimWithAccounts
@ExtendWith(OutputCaptureExtension.class)
class OperatorAccountsOverHttpTest {

	private static final String SAM = "demo-1001";

	private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

	private static final MovingClock PROVIDERS_CLOCK = new MovingClock();

	private static final SimulatedProvider PROVIDER = new SimulatedProvider(PROVIDERS_CLOCK);

	/** One for all portals of this process: the one that started last sets it. */
	private static SecurityContextHolderStrategy ofOtherTests;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private ApplicationContext context;

	@Autowired
	private SecurityContextHolderStrategy ofThisTest;

	@Autowired
	private CaughtMessages messages;

	@Autowired
	private DemoCodes codes;

	private final Browserlike browser;

	OperatorAccountsOverHttpTest(@LocalServerPort int port) {
		this.browser = new Browserlike(port);
	}

	@DynamicPropertySource
	static void agreed(DynamicPropertyRegistry settings) {
		for (String whose : List.of("customers", "staff")) {
			String prefix = "resim.account.openid." + whose + ".";
			settings.add(prefix + "issuer", PROVIDER::issuer);
			settings.add(prefix + "client-id", () -> SimulatedProvider.CLIENT);
			settings.add(prefix + "client-secret", () -> SimulatedProvider.SECRET);
		}
	}

	@BeforeEach
	void anotherDay() {
		SecurityContextHolder.setContextHolderStrategy(this.ofThisTest);
		move(Duration.ofHours(25));
		PROVIDER.reset();
		this.messages.clear();
	}

	@BeforeAll
	static void remember() {
		ofOtherTests = SecurityContextHolder.getContextHolderStrategy();
	}

	@AfterAll
	static void close() {
		SecurityContextHolder.setContextHolderStrategy(ofOtherTests);
		PROVIDER.close();
	}

	@Test
	void aCustomerSignsInWithTheOperatorsAccountUnderANewSessionId(CapturedOutput log) {
		sam();
		String button = this.browser.get("/sign-in").document().select("#operator").text();
		assertThat(button).isEqualTo("Sign in with My Tidewire");
		String before = this.browser.session().orElseThrow();

		String back = PROVIDER.signIn(leave("/sign-in"));
		Answer seated = this.browser.get(back);

		assertThat(seated.status()).isEqualTo(303);
		assertThat(seated.location()).contains("/lines");
		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(before);
		assertThat(this.browser.get("/signed-in").heading()).isEqualTo("Where you are signed in");
		assertThat(seated.header("Cache-Control")).contains("no-store");
		assertThat(seated.header("Referrer-Policy")).contains("no-referrer");
		assertThat(log.getAll()).doesNotContain(PROVIDER.lastToken(), "code-", "access-", SAM, "customer_no");
		assertThat(trail()).endsWith("factor.proven " + SAM + " OPERATOR_ACCOUNT");
	}

	@Test
	void theAccountStandsFirstWhereThatIsSet() {
		Answer page = this.browser.get("/sign-in");
		assertThat(page.heading()).isEqualTo("Sign in");
		assertThat(page.document().select("#operator, #send-code").eachAttr("id")).containsExactly("operator",
				"send-code");
	}

	@Test
	void whatCameBackOnceComesBackNoMore() {
		sam();
		String back = PROVIDER.signIn(leave("/sign-in"));
		this.browser.get(back);

		Answer again = this.browser.another().get(back);
		assertThat(again.location()).contains("/sign-in");
		assertThat(this.browser.get(back).location()).contains("/sign-in/second");
	}

	@Test
	void whatAnotherBrowserBegunOpensNothingInThisOne() {
		sam();
		Browserlike thief = this.browser.another();
		String stolen = PROVIDER.signIn(address(thief.get("/sign-in/operator")));
		leave("/sign-in");

		Answer refused = this.browser.get(stolen);

		assertThat(refused.location()).contains("/sign-in");
		assertThat(notice(this.browser.follow(refused))).contains("You are not signed in yet");
		assertThat(this.browser.get("/signed-in").location()).contains("/sign-in");
	}

	@Test
	void whoeverGaveUpThereReadsWhatToDoNext() {
		leave("/sign-in");
		Answer refused = this.browser.get("/sign-in/operator/back?error=access_denied&state=x");
		assertThat(notice(this.browser.follow(refused))).contains("use another way on this page");
	}

	@Test
	void anAccountThatNobodyKnowsIsToldWhatToDoNext() {
		PROVIDER.says(claims -> claims.claim("customer_no", "nobody-at-all"));
		Answer unknown = this.browser.get(PROVIDER.signIn(leave("/sign-in")));

		Answer page = this.browser.follow(unknown);
		assertThat(notice(page)).contains("We find no contract for this account", "e-mail you a code", "call us");
		assertThat(page.document().select("#send-code")).isNotEmpty();
		assertThat(this.browser.get("/signed-in").location()).contains("/sign-in");
		assertThat(trail()).endsWith("sign-in.failed nobody unknown account");
	}

	@Test
	void aVerifiedAddressAloneIsNotEnoughWhereItIsNotSet() {
		PROVIDER.says(claims -> claims.claim("email", "sam.demo@example.com").claim("email_verified", true));
		Answer unknown = this.browser.get(PROVIDER.signIn(leave("/sign-in")));
		assertThat(notice(this.browser.follow(unknown))).contains("no contract");
	}

	@Test
	void aSignInOfLongAgoIsAskedForAnew() {
		PROVIDER.says(claims -> claims.claim("customer_no", SAM)
			.claim("auth_time", this.clock.instant().minusSeconds(600).getEpochSecond()));
		Answer stale = this.browser.get(PROVIDER.signIn(leave("/sign-in")));
		assertThat(notice(this.browser.follow(stale))).contains("too long ago");
	}

	@Test
	void aProviderThatIsDownLeavesTheCodeByMail() {
		PROVIDER.isAboutTokens(Mood.BROKEN);
		sam();
		assertThat(this.browser.get(PROVIDER.signIn(leave("/sign-in"))).location()).contains("/sign-in");
		PROVIDER.reset();
		sam();

		Answer page = this.browser.get("/sign-in");
		assertThat(this.browser.submit(page, "/sign-in", Map.of("contact", "sam.demo@example.com")).location())
			.contains("/sign-in/code");
	}

	@Test
	void aFreshProofByTheAccountLeadsBackToWhereItWasAskedFor() {
		signInByMail();
		move(Duration.ofMinutes(6));
		Answer asked = this.browser.follow(this.browser.get("/sign-in?again=/ready"));
		assertThat(asked.document().select("#operator").text()).isEqualTo("Sign in again with My Tidewire instead");
		sam();
		String address = leave("/sign-in/code");
		assertThat(SimulatedProvider.asked(address)).containsEntry("max_age", "0").containsEntry("prompt", "login");

		assertThat(this.browser.get(PROVIDER.signIn(address)).location()).contains("/ready");
	}

	@Test
	void whoeverIsSignedInBecomesNobodyElse() {
		signInByMail();
		PROVIDER.says(claims -> claims.claim("customer_no", "demo-1002"));
		Answer refused = this.browser.get(PROVIDER.signIn(leave("/sign-in/second")));

		assertThat(refused.location()).contains("/sign-in/second");
		assertThat(notice(this.browser.follow(refused))).contains("account of somebody else");
	}

	@Test
	void aStrongAccountIsASecondFactorBesideTheMailbox() {
		signInByMail();
		PROVIDER.says(claims -> claims.claim("customer_no", SAM).claim("amr", List.of("pwd", "otp")));
		this.browser.get(PROVIDER.signIn(leave("/sign-in/second")));
		assertThat(trail()).endsWith("factor.proven " + SAM + " STRONG_OPERATOR_ACCOUNT");
	}

	@Test
	void staffWithASecondFactorAtTheProviderIsIn() {
		mia("s-mia", "resim-desk", "otp");
		String before = staffSession();
		Answer seated = this.browser.get(PROVIDER.signIn(leave("/staff/sign-in")));

		assertThat(seated.location()).contains("/staff");
		assertThat(this.browser.session().orElseThrow()).isNotEqualTo(before);
		assertThat(this.browser.get("/privacy").document().select(".who").text()).contains("Mia");
		assertThat(trail()).contains("staff.account-proven mia STRONG_OPERATOR_ACCOUNT")
			.endsWith("staff.signed-in mia OPERATOR_ACCOUNT");
	}

	@Test
	void staffWithoutOneShowsTheirsHere() {
		this.database.sql("UPDATE staff SET openid_issuer = ?, openid_subject = 's-kay' WHERE name = 'kay'")
			.param(PROVIDER.issuer())
			.update();
		mia("s-kay", "resim-desk", "pwd");

		Answer half = this.browser.get(PROVIDER.signIn(leave("/staff/sign-in")));

		assertThat(half.location()).contains("/staff/sign-in/factor");
		assertThat(this.browser.get("/staff").location()).contains("/staff/sign-in");
		Answer seated = this.browser.submit(this.browser.get("/staff/sign-in/factor"), "/staff/sign-in/factor",
				Map.of("code", codeOf("kay")));
		assertThat(seated.location()).contains("/staff");
		assertThat(trail()).endsWith("staff.signed-in kay OPERATOR_ACCOUNT");
	}

	@Test
	void newStaffWithoutOneSetsOneUpBeforeAnythingElse() {
		this.database.sql("DELETE FROM staff WHERE name = 'mia'").update();
		this.database.sql("DELETE FROM authenticator_app WHERE holder = 'mia'").update();
		mia("s-mia", "resim-desk", "pwd");
		Answer factor = this.browser.follow(this.browser.get(PROVIDER.signIn(leave("/staff/sign-in"))));
		Answer setUp = this.browser.follow(factor);
		assertThat(setUp.heading()).isEqualTo("Set up your second proof");
		String secret = setUp.document().select("#main b.code").first().text().replace(" ", "");

		assertThat(this.browser
			.submit(setUp, "/staff/sign-in/set-up",
					Map.of("code", new TOTPGenerator.Builder(secret).build().at(this.clock.instant())))
			.location()).contains("/staff");
		this.database.sql("DELETE FROM staff WHERE name = 'mia'").update();
	}

	@Test
	void anAccountWithoutARoleOpensNothing() {
		mia("s-other", "tennis-club", "otp");
		Answer refused = this.browser.get(PROVIDER.signIn(leave("/staff/sign-in")));
		assertThat(refused.location()).contains("/staff/sign-in");
		assertThat(notice(this.browser.follow(refused))).contains("Your account opens nothing here");
		assertThat(this.browser.get("/staff").location()).contains("/staff/sign-in");
	}

	@Test
	void whoeverLostARoleThereIsOutAtTheNextSignInElsewhere() {
		mia("s-mia", "resim-desk", "otp");
		this.browser.get(PROVIDER.signIn(leave("/staff/sign-in")));
		assertThat(this.browser.get("/staff/signed-in").status()).isEqualTo(200);

		mia("s-mia", "resim-lead", "otp");
		Browserlike other = this.browser.another();
		other.get(PROVIDER.signIn(address(other.get("/staff/sign-in/operator"))));

		assertThat(this.browser.get("/staff/signed-in").location()).contains("/staff/sign-in");
		assertThat(other.get("/staff/signed-in").status()).isEqualTo(200);
	}

	@Test
	void theAccountOfACustomerOpensNoDoorOfStaffAndTheOtherWayRound() {
		sam();
		String back = PROVIDER.signIn(leave("/sign-in"));
		assertThat(this.browser.get(back.replace("/sign-in", "/staff/sign-in")).location()).contains("/staff/sign-in");

		mia("s-mia", "resim-desk", "otp");
		String staff = PROVIDER.signIn(address(this.browser.get("/staff/sign-in/operator")));
		assertThat(this.browser.get(staff.replace("/staff/sign-in", "/sign-in")).location()).contains("/sign-in");
		assertThat(this.browser.get("/staff").location()).contains("/staff/sign-in");
	}

	@Test
	void withPasswordsOffThereIsNoFieldForOneAndNobodyTakesOne() {
		Answer page = this.browser.get("/staff/sign-in");
		assertThat(page.document().select("form[action=/staff/sign-in], input[type=password]")).isEmpty();
		assertThat(page.document().select("#operator").text()).startsWith("Sign in with ");
		String token = this.browser.get("/sign-in").document().select("input[name=_csrf]").first().val();
		assertThat(this.browser.post("/staff/sign-in", Map.of("_csrf", token, "name", "kay", "password", "demo-kay"))
			.status()).isEqualTo(404);
	}

	@Test
	void everybodyMayOpenTheFourAddressesAndThereIsNoFifth() {
		List<String> found = this.context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
			.values()
			.stream()
			.flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
			.flatMap(info -> info.getPatternValues().stream().map(path -> info.getMethodsCondition() + " " + path))
			.filter(address -> address.contains("/operator") && !address.startsWith("[GET] /operator"))
			.toList();
		assertThat(found).containsExactlyInAnyOrder("[GET] /sign-in/operator", "[GET] /sign-in/operator/back",
				"[GET] /staff/sign-in/operator", "[GET] /staff/sign-in/operator/back");

		signInByMail();
		Browserlike colleague = this.browser.another();
		mia("s-mia", "resim-desk", "otp");
		colleague.get(PROVIDER.signIn(address(colleague.get("/staff/sign-in/operator"))));
		for (Browserlike who : List.of(this.browser.another(), this.browser, colleague)) {
			assertThat(found).allSatisfy(
					address -> assertThat(who.get(address.replace("[GET] ", "")).status()).as(address).isEqualTo(303));
		}
	}

	@Test
	void everyLegIsCounted() {
		this.database.sql("DELETE FROM limit_bucket").update();
		leave("/sign-in");
		assertThat(this.database.sql("SELECT COUNT(*) FROM limit_bucket").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void pagesWithTheButtonAllowNoMoreThanBefore() {
		assertThat(this.browser.get("/sign-in").header("Content-Security-Policy").orElseThrow())
			.contains("form-action 'self'")
			.doesNotContain(PROVIDER.issuer());
	}

	private String staffSession() {
		this.browser.get("/sign-in");
		return this.browser.session().orElseThrow();
	}

	private void signInByMail() {
		Answer page = this.browser.get("/sign-in");
		Answer code = this.browser
			.follow(this.browser.submit(page, "/sign-in", Map.of("contact", "sam.demo@example.com")));
		await().until(() -> !this.messages.newest(1).isEmpty());
		var found = CODE.matcher(this.messages.newest(1).getFirst().text());
		assertThat(found.find()).isTrue();
		assertThat(this.browser.submit(code, "/sign-in/code", Map.of("code", found.group(1))).location())
			.contains("/lines");
	}

	private String codeOf(String name) {
		return CodesOfStaff.of(name, this.codes);
	}

	private String leave(String page) {
		String start = this.browser.get(page).document().select("#operator").attr("href");
		Answer leave = this.browser.get(start);
		assertThat(leave.status()).isEqualTo(303);
		return address(leave);
	}

	private static String address(Answer answer) {
		return answer.header("Location").orElseThrow();
	}

	private void sam() {
		PROVIDER.says(claims -> claims.claim("customer_no", SAM));
	}

	private static void mia(String subject, String role, String method) {
		PROVIDER.says(claims -> claims.subject(subject)
			.claim("preferred_username", "mia")
			.claim("name", "Mia Lam")
			.claim("roles", List.of(role, "else"))
			.claim("amr", List.of(method)));
	}

	private void move(Duration on) {
		this.clock.move(on);
		PROVIDERS_CLOCK.move(Duration.between(PROVIDERS_CLOCK.instant(), this.clock.instant()));
	}

	private List<String> trail() {
		return this.database.sql("SELECT deed, subject, details FROM audit_entry ORDER BY id")
			.query((row, index) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
			.list();
	}

	private static String notice(Answer page) {
		return page.document().select(".note").text();
	}

}
