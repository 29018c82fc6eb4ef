package app.resim.request;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.request.Reviews.Decision;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TwoReviewersTest extends WithReviewers {

	@Test
	void theFirstApprovalOrdersNothing() {
		RequestReference reference = approvedOnce();

		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(row(reference).order()).isEmpty();
		WorklistRow waiting = this.reviews.find(reference).orElseThrow();
		assertThat(waiting.needsSecond()).isTrue();
		assertThat(waiting.reviewer()).isEmpty();
		assertThat(waiting.answerBy()).as("the promise goes on").isPresent();
		assertThat(audited(reference, "request.approved-once")).isEqualTo(1);
	}

	@Test
	void theSecondApprovalIsSomebodyElses() {
		RequestReference reference = approvedOnce();
		assertThat(this.reviews.claimNext("kay")).as("is not offered it again").isEmpty();
		assertThat(this.reviews.claimNext("hugo")).contains(reference);
		assertThat(this.reviews.approve(reference, "hugo", "too")).isEqualTo(Decision.DONE);

		assertThat(seen(reference).phase()).isEqualTo(Phase.PREPARING);
		assertThat(votes(reference)).containsExactly("kay", "hugo");
	}

	@Test
	void theSameReviewersSecondApprovalIsRefusedByTheService() {
		RequestReference reference = approvedOnce();
		claimed(reference, "kay");
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.ALREADY_APPROVED);
		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(votes(reference)).containsExactly("kay");
	}

	@Test
	void theSameReviewersSecondApprovalIsRefusedByTheDatabase() {
		RequestReference reference = approvedOnce();
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> this.database
			.sql("INSERT INTO review_vote (request, seat, reviewer, note, voted_at) VALUES (?, 2, 'kay', '', NOW())")
			.param(row(reference).id().id())
			.update());
	}

	@Test
	void aSecondApprovalThatSlipsPastTheServicesCheckIsRefusedByTheDatabaseInWords() {
		RequestReference reference = needingTwo();
		claimed(reference, "kay");
		// as if the first approval had been stored by a machine that knows nothing of
		// this
		// one
		this.database
			.sql("INSERT INTO review_vote (request, seat, reviewer, note, voted_at) VALUES (?, 1, 'KAY ', '', NOW())")
			.param(row(reference).id().id())
			.update();
		this.database.sql("UPDATE review_vote SET reviewer = 'kay', seat = 2 WHERE reviewer = 'KAY '").update();

		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.ALREADY_APPROVED);
	}

	@Test
	void eitherMayDecline() {
		RequestReference reference = approvedOnce();
		claimed(reference, "hugo");
		assertThat(this.reviews.decline(reference, "hugo", DeclineReason.PORTRAIT_DIFFERS, null))
			.isEqualTo(Decision.DONE);
		assertThat(seen(reference).phase()).isEqualTo(Phase.DECLINED);
	}

	@Test
	void theFirstMayThinkAgainAndDecline() {
		RequestReference reference = approvedOnce();
		claimed(reference, "kay");
		assertThat(this.reviews.decline(reference, "kay", DeclineReason.NOT_THE_OWNER, null)).isEqualTo(Decision.DONE);
	}

	@Test
	void aNewPictureVoidsTheFirstApproval() {
		RequestReference reference = approvedOnce();
		claimed(reference, "hugo");
		this.reviews.askPictures(reference, "hugo", List.of(new PictureWish(Side.FRONT, PictureReason.BLURRED)), null);

		assertThat(votes(reference)).isEmpty();
		assertThat(this.reviews.find(reference).orElseThrow().firstApprover()).isEmpty();
	}

	@Test
	void pressingInEightTabsAtOnceIsOneVote() throws Exception {
		RequestReference reference = needingTwo();
		claimed(reference, "kay");
		List<Decision> answers = atOnce(
				Stream.<Callable<Decision>>generate(() -> () -> this.reviews.approve(reference, "kay", ""))
					.limit(8)
					.toList());

		assertThat(answers).containsOnlyOnce(Decision.PASSED_ON)
			.isSubsetOf(Decision.PASSED_ON, Decision.NOT_YOURS, Decision.ALREADY_APPROVED);
		assertThat(votes(reference)).containsExactly("kay");
	}

	@Test
	void oneIsEnoughWhereNothingSpeaksForCare() {
		RequestReference reference = sent(Reason.LOST);
		assertThat(this.reviews.find(reference).orElseThrow().people()).isEqualTo(1);
		claimed(reference, "kay");
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.DONE);
		assertThat(votes(reference)).containsExactly("kay");
	}

	@Test
	void nobodyDecidesAboutALinkedAccount() {
		RequestReference reference = sent(Reason.LOST);
		claimed(reference, "kay");
		this.database.sql("INSERT INTO staff_link (name, subscriber) VALUES ('kay', ?)")
			.param(SAM.subscriber())
			.update();

		assertThat(this.reviews.isTooClose(reference, "kay")).isTrue();
		assertThat(this.reviews.open(reference, "kay")).isEmpty();
		assertThat(this.reviews.picture(reference, seen(reference).pictures().getFirst().id(), "kay")).isEmpty();
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.OWN_ACCOUNT);
		assertThat(this.reviews.decline(reference, "kay", DeclineReason.NOT_THE_OWNER, null))
			.isEqualTo(Decision.OWN_ACCOUNT);
		assertThat(this.reviews.handOver(reference, "kay", null)).isEqualTo(Decision.OWN_ACCOUNT);
		this.reviews.giveBack(reference, "kay");
		assertThat(this.reviews.claim(reference, "kay")).isFalse();
		assertThat(this.reviews.claimNext("kay")).isEmpty();
		assertThat(this.reviews.claimNext("hugo")).contains(reference);
	}

	private RequestReference approvedOnce() {
		RequestReference reference = needingTwo();
		assertThat(this.reviews.find(reference).orElseThrow().people()).isEqualTo(2);
		claimed(reference, "kay");
		this.clock.move(Duration.ofMinutes(1));
		assertThat(this.reviews.approve(reference, "kay", "same person")).isEqualTo(Decision.PASSED_ON);
		return reference;
	}

}
