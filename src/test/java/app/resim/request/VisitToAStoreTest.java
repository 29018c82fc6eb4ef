package app.resim.request;

import app.resim.catalogue.Reason;
import app.resim.request.Reviews.Decision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VisitToAStoreTest extends WithReviewers {

	@Test
	void theFileIsKeptAndTheLineStaysTaken() {
		RequestReference reference = handedOver();

		RequestView seen = seen(reference);
		assertThat(seen.phase()).isEqualTo(Phase.AT_STORE);
		assertThat(seen.pictures()).hasSize(2);
		assertThat(seen.asking().orElseThrow().pictures()).isEmpty();
		assertThat(seen.asking().orElseThrow().until()).isEqualTo(now().plus(Reviews.FOR_A_VISIT));
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isEqualTo(reference);
		assertThat(this.reviews.claimNext("kay")).as("nobody is waited for at the desk").isEmpty();
	}

	@Test
	void afterTheVisitAnyReviewerApproves() {
		RequestReference reference = handedOver();
		claimed(reference, "hugo");
		assertThat(this.reviews.open(reference, "hugo")).isPresent();
		assertThat(this.reviews.approve(reference, "hugo", "Seen in Central.")).isEqualTo(Decision.DONE);
		assertThat(seen(reference).phase()).isEqualTo(Phase.PREPARING);
	}

	@Test
	void afterTheVisitAReviewerDeclines() {
		RequestReference reference = handedOver();
		claimed(reference, "hugo");
		assertThat(this.reviews.decline(reference, "hugo", DeclineReason.NOT_THE_OWNER, null)).isEqualTo(Decision.DONE);
		assertThat(seen(reference).phase()).isEqualTo(Phase.DECLINED);
	}

	@Test
	void takenBackItIsReviewedAgainWithAPromise() {
		RequestReference reference = handedOver();
		claimed(reference, "hugo");
		assertThat(this.reviews.takeBack(reference, "hugo")).isEqualTo(Decision.DONE);

		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(seen(reference).times().answerBy()).isPresent()
			.isEqualTo(this.requests.answerIfSentNow(reference, SAM));
		assertThat(this.reviews.open(reference, "hugo")).as("still theirs").isPresent();
		assertThat(this.reviews.takeBack(reference, "hugo")).isEqualTo(Decision.ALREADY_DECIDED);
	}

	@Test
	void whoDoesNotComeInThirtyDaysLosesTheRequestAndNotTheLine() {
		RequestReference reference = handedOver();
		this.clock.move(Reviews.FOR_A_VISIT.plusSeconds(1));
		this.sweep.run();
		assertThat(seen(reference).phase()).isEqualTo(Phase.EXPIRED);
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isNotEqualTo(reference);
	}

	@Test
	void theCustomerCanStillTakeItBack() {
		assertThat(this.requests.withdraw(handedOver(), SAM)).isTrue();
	}

	private RequestReference handedOver() {
		RequestReference reference = sent(Reason.LOST);
		claimed(reference, "kay");
		assertThat(this.reviews.handOver(reference, "kay", "Ask for the manager.")).isEqualTo(Decision.DONE);
		return reference;
	}

}
