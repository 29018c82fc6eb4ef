package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.resim.account.ChallengeId;
import app.resim.account.CodeAnswer;
import app.resim.catalogue.Reason;
import app.resim.notification.simulated.CaughtMessage;
import app.resim.notification.simulated.CaughtMessage.Channel;
import app.resim.provisioning.simulated.SimulatedProfile;
import app.resim.request.Reviews.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thieves who know everything about a customer, the document included, and have the
 * mailbox or the stolen phone.
 */
class ThiefTest extends UnderStrictRules {

	private static final Pattern STOP = Pattern.compile("/not-me/([a-z]+)/(RS-[0-9A-Z-]+)/([A-Za-z0-9_-]+)");

	private static final Duration COOLING = Duration.ofHours(24);

	@ParameterizedTest
	@EnumSource(OwnerIsThere.class)
	void withTheMailboxNeverSeesACode(OwnerIsThere moment) {
		RequestReference reference = sentWithPassport(Reason.LOST, signedIn());
		CaughtMessage warning = shortMessageToTheLine("a new eSIM was asked for");
		assertNothingToSee(reference);
		comesTo(moment, reference);
		assertNothingToSee(reference);

		assertThat(stopped(warning)).isInstanceOf(VetoAnswer.Stopped.class);
		assertThat(seen(reference).phase()).isEqualTo(Phase.PAUSED);
		shortMessageToTheLine("is stopped");
		for (int day = 0; day < 4; day++) {
			assertNothingToSee(reference);
			this.clock.move(COOLING);
			jobsRun(reference);
		}

		claimed(reference, "hugo");
		assertThat(this.reviews.open(reference, "hugo").orElseThrow().stops()).containsExactly(NoticeChannel.LINE);
		assertThat(this.reviews.approve(reference, "hugo", "")).isEqualTo(Decision.STOPPED);
		this.reviews.resume(reference, "hugo");
		assertNothingToSee(reference);
		assertThat(this.reviews.approve(reference, "hugo", "")).as("two people anew").isEqualTo(Decision.PASSED_ON);
		assertNothingToSee(reference);
		claimed(reference, "kay");
		assertThat(this.reviews.open(reference, "kay").orElseThrow().stops()).containsExactly(NoticeChannel.LINE);
		assertThat(this.reviews.decline(reference, "kay", DeclineReason.NOT_THE_OWNER, null)).isEqualTo(Decision.DONE);
		assertNothingToSee(reference);
		assertThat(this.protection.changes(LINE)).as("the line has not moved").isZero();
	}

	@Test
	void withTheMailboxWhoAsksAgainIsToldOfAgainAndWaitsAgain() {
		RequestReference first = sentWithPassport(Reason.LOST, signedIn());
		stopped(shortMessageToTheLine("a new eSIM was asked for"));
		this.requests.withdraw(first, SAM);
		this.caught.clear();

		RequestReference second = sentWithPassport(Reason.DAMAGED, signedIn());
		CaughtMessage warning = shortMessageToTheLine("a new eSIM was asked for");
		assertThat(row(second).people()).isEqualTo(2);
		assertThat(row(second).coolingUntil()).contains(now().plus(COOLING));
		assertThat(stopped(warning)).isInstanceOf(VetoAnswer.Stopped.class);
		assertNothingToSee(second);
	}

	@Test
	void withTheStolenPhoneNeverGetsIn() {
		for (String known : List.of("Sam Sample Specimen", "L898902C3", "1974-08-12", "+852 5550 0121")) {
			this.signIn.begin(known, "HK", Locale.ENGLISH);
		}
		ChallengeId challenge = this.signIn.begin(LINE.spaced(), "HK", Locale.ENGLISH).challenge();
		String right = code(mail("Your sign-in code"));
		for (int beside = 1; beside <= 5; beside++) {
			String guess = "%06d".formatted((Integer.parseInt(right) + beside) % 1_000_000);
			assertThat(this.signIn.enter(challenge, guess)).isNotInstanceOf(CodeAnswer.SignedIn.class);
		}
		assertThat(this.signIn.enter(challenge, right)).as("even a lucky one comes too late")
			.isEqualTo(new CodeAnswer.UsedUp());

		assertThat(caught(Channel.SMS)).as("what the phone shows").isEmpty();
		assertThat(caught(Channel.EMAIL)).as("what the owner reads").hasSize(1);
		assertThat(this.requests.of(SAM)).isEmpty();
		assertThat(this.database.sql("SELECT COUNT(*) FROM replacement_request").query(Long.class).single()).isZero();
		assertThat(orders()).isZero();
	}

	/** Signed in as freshly as can be, in whatever state the request is. */
	private void assertNothingToSee(RequestReference reference) {
		Instant signedInAt = now();
		assertThat(this.requests.showEsim(reference, SAM, signedInAt)).as(seen(reference).phase().name())
			.isEqualTo(new EsimAnswer.NotNow());
		assertThat(this.smdp.profiles()).as("nothing can be downloaded")
			.noneMatch(each -> each.state() == SimulatedProfile.State.RELEASED);
	}

	private void comesTo(OwnerIsThere moment, RequestReference reference) {
		if (moment.approvals > 0) {
			claimed(reference, "kay");
			assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.PASSED_ON);
		}
		if (moment.approvals > 1) {
			claimed(reference, "hugo");
			assertThat(this.reviews.approve(reference, "hugo", "")).isEqualTo(Decision.DONE);
		}
		this.clock.move(moment.after);
		jobsRun(reference);
	}

	/** The owner opens the address in the message and presses the button. */
	private VetoAnswer stopped(CaughtMessage warning) {
		Matcher stop = STOP.matcher(warning.text());
		assertThat(stop.find()).isTrue();
		assertThat(this.vetoes.look(stop.group(2), stop.group(1), stop.group(3)))
			.isInstanceOf(VetoAnswer.Running.class);
		return this.vetoes.press(stop.group(2), stop.group(1), stop.group(3));
	}

	/** When the owner reads the first message. */
	private enum OwnerIsThere {

		AT_ONCE(0, Duration.ofSeconds(10)), AFTER_ONE_APPROVAL(1, Duration.ofHours(2)),
		IN_THE_LAST_SECOND(2, COOLING.minusSeconds(1));

		private final int approvals;

		private final Duration after;

		OwnerIsThere(int approvals, Duration after) {
			this.approvals = approvals;
			this.after = after;
		}

	}

}
