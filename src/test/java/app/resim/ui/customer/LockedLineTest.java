package app.resim.ui.customer;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.account.Factor;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.account.Strength;
import app.resim.catalogue.Reason;
import app.resim.request.LineView;
import app.resim.request.Lines;
import app.resim.request.LockAnswer;
import app.resim.request.LockOpenings;
import app.resim.request.Prospect;
import app.resim.request.Prospects;
import app.resim.request.RequestReference;
import app.resim.request.SubmitAnswer;
import app.resim.ui.Hand;
import app.resim.ui.SignInPaths;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The SIM lock: set with any fresh factor, opened with a passkey, and in the way of every
 * route but the strongest.
 */
class LockedLineTest extends CustomerPages {

	@Autowired
	Lines lines;

	@Autowired
	Prospects prospects;

	@Autowired
	LockOpenings openings;

	@BeforeEach
	void noLock() {
		this.database.sql("DELETE FROM sim_lock").update();
		this.database.sql("DELETE FROM lock_opening").update();
		// so that what an earlier test left in the audit trail is earlier
		this.clock.move(Duration.ofMinutes(1));
		signIn(SAM);
	}

	private boolean locked() {
		return this.lines.of(SAM).getFirst().lockedSince().isPresent();
	}

	private Proof with(Factor factor, Duration ago, Duration old) {
		Instant now = this.clock.instant();
		return proof().and(new Proven(factor, now.minus(ago), now.minus(old)));
	}

	private Proof passkey() {
		return with(Factor.PASSKEY, Duration.ZERO, Duration.ofDays(8));
	}

	@Test
	void aLineIsLockedOnItsPageAndTheListSaysSo() {
		assertThat(open(Way.LINES).reads("line-1-lock")).contains("SIM lock");
		assertThat(here().leads("line-1-lock")).isEqualTo("/lines/lock?line=1");
		Hand hand = open("/lines/lock?line=1");
		assertThat(title()).startsWith("Lock +852");
		assertThat(hand.reads()).contains("It is free", "You have no passkey yet");
		assertThat(hand.leads("get-ready")).isEqualTo(SignInPaths.READY);

		hand.press("lock");

		assertThat(locked()).isTrue();
		assertThat(here().reads()).contains("The line is locked");
		assertThat(open(Way.LINES).reads("line-1-lock")).contains("SIM lock is on");
		assertThat(audited("line.locked")).isEqualTo(1);
	}

	@Test
	void settingItWantsAFactorOfTheLastFiveMinutes() {
		Hand hand = open("/lines/lock?line=1");
		this.clock.move(justOver());
		hand.press("lock");

		assertThat(locked()).isFalse();
		assertThat(here().leads("prove")).isEqualTo(SignInPaths.again("/lines/lock?line=1"));
	}

	private static Duration justOver() {
		return Duration.ofMinutes(5).plusMillis(1);
	}

	@Test
	void openingItWantsAPasskeyThatIsFreshAndOlderThanAWeek() {
		assertThat(this.lines.lock(proof(), LINE)).isEqualTo(LockAnswer.DONE);
		for (Proof weaker : List.of(proof(), with(Factor.AUTHENTICATOR_APP, Duration.ZERO, Duration.ofDays(30)),
				with(Factor.RECOVERY_CODE, Duration.ZERO, Duration.ofDays(30)),
				with(Factor.PASSKEY, Duration.ZERO, Duration.ofDays(6)),
				with(Factor.PASSKEY, Duration.ofMinutes(6), Duration.ofDays(30)))) {
			assertThat(this.lines.unlock(weaker, LINE)).as("%s", weaker.factors()).isEqualTo(LockAnswer.NEEDS_PASSKEY);
		}
		open("/lines/lock?line=1").press("unlock");
		assertThat(here().leads("prove")).isEqualTo(SignInPaths.more("/lines/lock?line=1"));
		assertThat(locked()).isTrue();

		assertThat(this.lines.unlock(passkey(), LINE)).isEqualTo(LockAnswer.DONE);
		assertThat(locked()).isFalse();
		assertThat(audited("line.unlocked")).isEqualTo(1);
	}

	@Test
	void theOwnerSeesThatStaffWillOpenItAndKeepsIt() {
		this.lines.lock(proof(), LINE);
		this.openings.ask(SAM, LINE, "kay", "Card seen in the store.");
		assertThat(open("/lines/lock?line=1").sees("keep-locked")).as("nobody has agreed yet").isFalse();
		this.openings.agree(LINE, "hugo");

		Hand hand = open("/lines/lock?line=1");
		assertThat(hand.reads()).contains("Our staff will open this lock").doesNotContain("Card seen");
		assertThat(hand.sees("keep")).as("a link that keeps nothing").isFalse();
		this.clock.move(justOver());
		hand.press("keep-locked");

		assertThat(here().reads()).contains("It stays locked");
		assertThat(here().sees("keep-locked")).isFalse();
		assertThat(this.openings.opensAt(SAM, LINE)).isEmpty();
		assertThat(locked()).isTrue();
	}

	@Test
	void nobodyLocksOrOpensALineOfSomebodyElse() {
		Proof annas = Proof.of(ANNA, Proven.mailCode(this.clock.instant()))
			.and(passkey().find(Factor.PASSKEY).orElseThrow());

		assertThat(this.lines.lock(annas, LINE)).isEqualTo(LockAnswer.NOT_YOURS);
		this.lines.lock(proof(), LINE);
		assertThat(this.lines.unlock(annas, LINE)).isEqualTo(LockAnswer.NOT_YOURS);
		assertThat(locked()).isTrue();
	}

	@Test
	void aLockedLineIsRefusedOnEveryRouteButTheStrongest() {
		RequestReference draft = answered(Reason.DAMAGED);
		this.lines.lock(proof(), LINE);

		for (Proof weaker : List.of(proof(), with(Factor.RECOVERY_CODE, Duration.ZERO, Duration.ofDays(30)),
				with(Factor.AUTHENTICATOR_APP, Duration.ZERO, Duration.ofDays(30)),
				with(Factor.PASSKEY, Duration.ZERO, Duration.ofDays(6)))) {
			assertThat(this.requests.submit(draft, weaker)).as("%s", weaker.factors())
				.isEqualTo(new SubmitAnswer.NotNow());
		}
		assertThat(this.prospects.of(draft, proof())).extracting(Prospect::strength)
			.containsExactly(Strength.MAIL, Strength.PASSKEY);
		assertThat(this.prospects.of(draft, proof()).getFirst().possible()).isFalse();

		assertThat(this.requests.submit(draft, passkey())).isEqualTo(new SubmitAnswer.Sent());
		assertThat(this.prospects.sent(draft, SAM).orElseThrow().people()).as("and two people look").isEqualTo(2);
	}

	@Test
	void theOwnerOfALockedLineLearnsItBeforeTheFirstQuestionAndHowToGoOn() {
		RequestReference draft = begun();
		this.lines.lock(proof(), LINE);

		Hand hand = open("/requests/" + draft + "/device");

		assertThat(address()).isEqualTo("/requests/" + draft + "/too-often");
		assertThat(hand.reads()).contains("This line is locked", "With your passkey you can go on.");
		assertThat(hand.leads("prove-more")).isEqualTo(SignInPaths.more("/requests/" + draft + "/device"));
		assertThat(this.lines.of(SAM)).extracting(LineView::lockedSince).filteredOn(Optional::isPresent).hasSize(1);
	}

	@Test
	void withoutANumberTheOnlyLineIsMeantAndAStrangeOneLeadsToTheLines() {
		open("/lines/lock");
		assertThat(address()).isEqualTo(Way.LINES);
		open("/lines/lock?line=9");
		assertThat(address()).isEqualTo(Way.LINES);
		signIn(ANNA);
		assertThat(open("/lines/lock").reads()).contains("0176");
	}

	private long audited(String deed) {
		return this.database.sql("SELECT COUNT(*) FROM audit_entry WHERE deed = ? AND at >= ?")
			.param(deed)
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(Long.class)
			.single();
	}

}
