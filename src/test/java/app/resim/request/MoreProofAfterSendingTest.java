package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import app.resim.account.Factor;
import app.resim.account.Proof;
import app.resim.account.Proven;
import app.resim.account.Strength;
import app.resim.catalogue.Reason;
import app.resim.request.Reviews.Decision;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer who sent a request with the mailbox only, and finds a stronger proof while
 * it waits.
 */
class MoreProofAfterSendingTest extends UnderStrictRules {

	private static final Duration COOLING = Duration.ofDays(1);

	@Autowired
	Prospects prospects;

	@Autowired
	Pauses pauses;

	@Test
	void aPasskeyTakesTheWaitingAndOneOfTwoPeopleAway() {
		RequestReference reference = sentWithPassport(Reason.DAMAGED, withTheMailbox());
		assertThat(this.prospects.further(reference, with(Factor.PASSKEY))).hasSize(2)
			.last()
			.satisfies(way -> assertThat(way.people()).isEqualTo(1))
			.satisfies(way -> assertThat(way.heldUntil()).isEmpty());

		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.FASTER);

		assertThat(row(reference).people()).isEqualTo(1);
		assertThat(seen(reference).times().coolingUntil()).isEmpty();
		assertThat(audited(reference, "request.proven-further")).isEqualTo(1);
		assertThat(this.prospects.sent(reference, SAM).orElseThrow().strength()).isEqualTo(Strength.PASSKEY);
		assertThat(approved(reference, "kay")).isEqualTo(Decision.DONE);
		jobsRun(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
	}

	@Test
	void whatOnePersonHasApprovedIsEnoughOnceOnlyOneIsNeeded() {
		RequestReference reference = sentWithPassport(Reason.DAMAGED, withTheMailbox());
		assertThat(approved(reference, "kay")).isEqualTo(Decision.PASSED_ON);

		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.FASTER);

		assertThat(seen(reference).phase()).isEqualTo(Phase.PREPARING);
	}

	@Test
	void aRequestThatOnlyWaitsGoesOnAtOnce() {
		RequestReference reference = sentWithPassport(Reason.LOST, withTheMailbox());
		approved(reference, "kay");
		approved(reference, "hugo");
		assertThat(seen(reference).phase()).isEqualTo(Phase.COOLING);

		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.FASTER);

		assertThat(seen(reference).phase()).isEqualTo(Phase.PREPARING);
		assertThat(votes(reference)).as("people decided, and it stays so").hasSize(2);
		assertThat(seen(reference).route()).contains(Route.REVIEWED);
	}

	@Test
	void aFactorOfThisWeekAndTheMailboxOnceMoreChangeNothing() {
		RequestReference reference = sentWithPassport(Reason.LOST, withTheMailbox());
		Instant until = row(reference).coolingUntil().orElseThrow();

		assertThat(this.requests.proveFurther(reference, Proof.of(SAM, Proven.mailCode(now()))))
			.isEqualTo(FurtherProof.NOTHING_GAINED);
		assertThat(this.requests.proveFurther(reference,
				Proof.of(SAM, new Proven(Factor.PASSKEY, now(), now().minus(Proof.SETTLING).plusMillis(1)))))
			.isEqualTo(FurtherProof.NOTHING_GAINED);

		assertThat(row(reference).people()).isEqualTo(2);
		assertThat(row(reference).coolingUntil()).contains(until);
		assertThat(audited(reference, "request.proven-further")).isZero();
	}

	@Test
	void aStaleProofAsksForAFreshOne() {
		RequestReference reference = sentWithPassport(Reason.LOST, withTheMailbox());
		Proof old = with(Factor.PASSKEY);
		this.clock.move(Proof.FRESH.plusMillis(1));

		assertThat(this.requests.proveFurther(reference, old)).isEqualTo(FurtherProof.NEEDS_FRESH_PROOF);
		assertThat(row(reference).people()).isEqualTo(2);
	}

	@Test
	void onceSomebodyObjectedNoProofMakesItFaster() {
		RequestReference reference = sentWithPassport(Reason.LOST, withTheMailbox());
		assertThat(this.vetoes.press(reference.reference(), "email",
				this.vetoes.stops(reference).get(NoticeChannel.EMAIL)))
			.isInstanceOf(VetoAnswer.Stopped.class);
		assertThat(this.prospects.further(reference, with(Factor.PASSKEY))).isEmpty();
		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.OVER);

		this.reviews.claim(reference, "kay");
		this.reviews.resume(reference, "kay");
		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.OVER);
		assertThat(row(reference).people()).isEqualTo(2);
	}

	@Test
	void onceTheFraudDeskStoppedItNoProofMakesItFaster() {
		RequestReference reference = sentWithPassport(Reason.LOST, withTheMailbox());
		this.pauses.pause(reference, "fay", "The same portrait as yesterday.");
		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.OVER);

		claimed(reference, "kay");
		assertThat(this.reviews.resume(reference, "kay")).isEqualTo(Decision.DONE);
		assertThat(this.requests.proveFurther(reference, with(Factor.PASSKEY))).isEqualTo(FurtherProof.OVER);
	}

	@Test
	void aCaseThatSomebodyLooksIntoIsDecidedByAPerson() {
		RequestReference reference = sentWithPassport(Reason.DAMAGED, withTheMailbox());
		claimed(reference, "kay");

		this.requests.proveFurther(reference, with(Factor.PASSKEY));

		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(row(reference).people()).isEqualTo(1);
	}

	@Test
	void waysThatAreShownAreTheWaysThatAreGiven() {
		RequestReference reference = sentWithPassport(Reason.DAMAGED, withTheMailbox());
		List<Prospect> ways = this.prospects.further(reference, Proof.of(SAM, Proven.mailCode(now())));
		assertThat(ways).extracting(Prospect::strength).containsExactly(Strength.MAIL, Strength.MAIL_AND_RECOVERY_CODE);
		assertThat(ways.getFirst().heldUntil()).contains(row(reference).submittedAt().orElseThrow().plus(COOLING));

		this.requests.proveFurther(reference, Proof.of(SAM, Proven.mailCode(now())).and(settled(Factor.RECOVERY_CODE)));
		assertThat(row(reference).people()).isEqualTo(ways.getLast().people());
		assertThat(row(reference).coolingUntil()).isEqualTo(ways.getLast().heldUntil());
	}

	/** Without a code that is sent: those are counted for a day. */
	private Proof withTheMailbox() {
		return Proof.of(SAM, Proven.mailCode(now()));
	}

	private Proof with(Factor factor) {
		return Proof.of(SAM, Proven.mailCode(now())).and(settled(factor));
	}

	private Proven settled(Factor factor) {
		return new Proven(factor, now(), now().minus(Proof.SETTLING));
	}

}
