package app.resim.request;

import java.time.Duration;
import java.time.Instant;

import app.resim.account.Proof;
import app.resim.account.Strength;
import app.resim.catalogue.Reason;
import app.resim.notification.simulated.CaughtMessage.Channel;
import app.resim.protection.Signal;
import app.resim.request.Reviews.Decision;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who has nothing but a mailbox and a passport comes back on air by the slowest
 * route, and nobody comes through it faster.
 */
class HonestCustomerTest extends UnderStrictRules {

	private static final Duration COOLING = Duration.ofHours(24);

	private static final Duration A_SECOND = Duration.ofSeconds(1);

	@Test
	void isBackOnAirAfterTwoPeopleAndADay() {
		Proof morning = signedIn();
		RequestReference reference = sentWithPassport(Reason.LOST, morning);
		Instant sentAt = now();
		assertThat(mail("A new eSIM was asked for").text()).contains(reference.reference(), "/not-me/email/");
		shortMessageToTheLine("a new eSIM was asked for");

		this.clock.move(Duration.ofHours(1));
		assertThat(approved(reference, "kay")).isEqualTo(Decision.PASSED_ON);
		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(approved(reference, "hugo")).isEqualTo(Decision.DONE);
		assertThat(votes(reference)).containsExactly("kay", "hugo");
		assertThat(seen(reference).phase()).isEqualTo(Phase.COOLING);
		assertThat(seen(reference).times().coolingUntil()).contains(sentAt.plus(COOLING));
		assertThat(mail("Nothing is issued before you could object").text()).contains("Wednesday", "13:31");
		shortMessageToTheLine("is issued at");

		moveTo(sentAt.plus(COOLING.dividedBy(2)).minus(A_SECOND));
		jobsRun(reference);
		assertThat(audited(reference, "request.reminded")).as("not before the middle").isZero();
		this.clock.move(A_SECOND);
		jobsRun(reference);
		assertThat(mail("is still being asked for").text()).contains("Wednesday", "13:31", "/not-me/email/");
		shortMessageToTheLine("is still being asked for");

		moveTo(sentAt.plus(COOLING).minus(A_SECOND));
		jobsRun(reference);
		assertThat(seen(reference).phase()).as("a second too early").isEqualTo(Phase.COOLING);
		assertThat(this.requests.showEsim(reference, SAM, now())).isEqualTo(new EsimAnswer.NotNow());
		assertThat(orders()).isZero();

		this.clock.move(A_SECOND);
		jobsRun(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
		assertThat(mail("Your new eSIM is ready").text()).contains("/requests/" + reference.reference())
			.doesNotContain("LPA:");
		assertThat(audited(reference, "request.reminded")).isEqualTo(1);

		assertThat(this.requests.showEsim(reference, SAM, morning.latest()))
			.isEqualTo(new EsimAnswer.NeedsFreshSignIn());
		assertThat(this.requests.showEsim(reference, SAM, signedInAgain().latest()))
			.isInstanceOfSatisfying(EsimAnswer.Shown.class, card -> {
				assertThat(card.line()).isEqualTo(LINE);
				assertThat(card.activationCode()).startsWith("LPA:1$");
			});
		install();
		Awaitility.await().until(() -> row(reference).status() == RequestStatus.INSTALLED);
		jobsRun(reference);

		assertThat(row(reference).status()).isEqualTo(RequestStatus.DONE);
		assertThat(this.protection.changes(LINE)).isEqualTo(1);
		mail("Your new eSIM works");
		shortMessageToTheLine("now lives on the new eSIM");
	}

	@Test
	void oneReviewerAloneIsNotEnoughHoweverLongOneWaits() {
		RequestReference reference = sentWithPassport(Reason.LOST, signedIn());
		assertThat(approved(reference, "kay")).isEqualTo(Decision.PASSED_ON);

		for (int day = 0; day < 7; day++) {
			this.clock.move(COOLING);
			jobsRun(reference);
			assertThat(approved(reference, "kay")).isEqualTo(Decision.ALREADY_APPROVED);
			this.reviews.giveBack(reference, "kay");
		}

		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(this.requests.showEsim(reference, SAM, now())).isEqualTo(new EsimAnswer.NotNow());
		assertThat(orders()).isZero();
	}

	@Test
	void nobodyWaitsOnceMoreWhenPeopleTookLongerThanTheTimeToObject() {
		RequestReference reference = sentWithPassport(Reason.LOST, signedIn());
		approved(reference, "kay");
		this.clock.move(COOLING);

		assertThat(approved(reference, "hugo")).isEqualTo(Decision.DONE);
		jobsRun(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
	}

	@Test
	void noReasonMakesTheMailboxAloneFaster() {
		RequestReference reference = sentWithPassport(Reason.DAMAGED, signedIn());

		assertThat(this.reviews.claim(reference, "kay")).isTrue();
		Weighed weighed = this.reviews.open(reference, "kay").orElseThrow().weighed().orElseThrow();
		assertThat(weighed.strength()).isEqualTo(Strength.MAIL);
		assertThat(weighed.signals()).as("the document says who is on file")
			.containsExactlyInAnyOrder(Signal.PICTURE_DOUBTFUL, Signal.WEAK_SIGN_IN);
		assertThat(weighed.people()).isEqualTo(2);
		assertThat(weighed.heldUntil()).contains(now().plus(COOLING));
		assertThat(caught(Channel.SMS)).as("no code to any phone").noneMatch(each -> each.text().contains("LPA:"));
	}

	private void moveTo(Instant then) {
		this.clock.move(Duration.between(now(), then));
	}

}
