package app.resim.request;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.request.Reviews.Decision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AnotherPictureTest extends WithReviewers {

	private static final List<PictureWish> GLARE = List.of(new PictureWish(Side.FRONT, PictureReason.GLARE));

	@Test
	void theCustomerIsAskedForThatPictureAndForNothingElse() {
		RequestReference reference = asked();

		RequestView seen = seen(reference);
		assertThat(seen.phase()).isEqualTo(Phase.PICTURE_WANTED);
		Asking asking = seen.asking().orElseThrow();
		assertThat(asking.pictures()).isEqualTo(GLARE);
		assertThat(asking.note()).contains("The number.");
		assertThat(asking.until()).isEqualTo(now().plus(Reviews.FOR_PICTURES));
		assertThat(seen.times().answerBy()).as("nobody can decide, so nothing is promised").isEmpty();
		assertThatExceptionOfType(Requests.NoSuchRequest.class).isThrownBy(() -> PicturesOfARequest.add(this.requests,
				reference, SAM, Side.PORTRAIT, SpecimenPictures.portrait()));
		assertThat(this.requests.sendPictures(reference, SAM)).isEqualTo(PicturesAnswer.INCOMPLETE);
	}

	@Test
	void thePictureBringsTheCaseBackToTheSameReviewerFirstWithANewPromise() {
		RequestReference reference = asked();
		this.clock.move(Duration.ofMinutes(20));
		upload(reference, Side.FRONT, SpecimenPictures.idCard());
		var promise = this.requests.answerIfSentNow(reference, SAM);

		assertThat(this.requests.sendPictures(reference, SAM)).isEqualTo(PicturesAnswer.SENT);
		assertThat(this.requests.sendPictures(reference, SAM)).as("twice is once").isEqualTo(PicturesAnswer.SENT);

		assertThat(seen(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(seen(reference).times().answerBy()).isPresent().isEqualTo(promise);
		assertThat(audited(reference, "request.pictures-sent")).isEqualTo(1);
		assertThat(this.reviews.claim(reference, "hugo")).isFalse();
		assertThat(this.reviews.claimNext("hugo")).isEmpty();
		assertThat(this.reviews.claimNext("kay")).contains(reference);
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.DONE);
	}

	@Test
	void afterHalfAnHourAnybodyMayTakeIt() {
		RequestReference reference = asked();
		upload(reference, Side.FRONT, SpecimenPictures.idCard());
		this.requests.sendPictures(reference, SAM);
		this.clock.move(Reviews.RESERVED.plusSeconds(1));

		assertThat(this.reviews.claimNext("hugo")).contains(reference);
	}

	@Test
	void whileThePictureIsWaitedForNobodySeesOrDecidesTheCase() {
		RequestReference reference = asked();

		assertThat(this.reviews.claim(reference, "kay")).isFalse();
		assertThat(this.reviews.open(reference, "kay")).isEmpty();
		assertThat(this.reviews.approve(reference, "kay", "")).isEqualTo(Decision.NOT_YOURS);
	}

	@Test
	void theJustAddedPictureMayBeSeenAndRemovedByItsOwnerAndTheOthersNot() {
		RequestReference reference = asked();
		upload(reference, Side.FRONT, SpecimenPictures.idCard());
		var front = seen(reference).pictures().getFirst();
		var portrait = seen(reference).pictures().getLast();

		assertThat(this.requests.showPicture(reference, SAM, front.id())).isNotEmpty();
		assertThatExceptionOfType(Requests.NoSuchRequest.class)
			.isThrownBy(() -> this.requests.showPicture(reference, SAM, portrait.id()));
		this.requests.removePicture(reference, SAM, front.id());
		assertThat(this.requests.sendPictures(reference, SAM)).isEqualTo(PicturesAnswer.INCOMPLETE);
	}

	@Test
	void theRequestCanBeTakenBackWhileThePictureIsWaitedFor() {
		RequestReference reference = asked();
		assertThat(seen(reference).canWithdraw()).isTrue();
		assertThat(this.requests.withdraw(reference, SAM)).isTrue();
		assertThat(this.requests.sendPictures(reference, SAM)).isEqualTo(PicturesAnswer.OVER);
	}

	@Test
	void afterFourteenDaysTheRequestEnds() {
		RequestReference reference = asked();
		this.clock.move(Reviews.FOR_PICTURES.minusSeconds(1));
		this.sweep.run();
		assertThat(seen(reference).phase()).isEqualTo(Phase.PICTURE_WANTED);

		this.clock.move(Duration.ofSeconds(2));
		this.sweep.run();
		assertThat(seen(reference).phase()).isEqualTo(Phase.EXPIRED);
		assertThat(this.requests.start(SAM, LINE).orElseThrow().reference()).isNotEqualTo(reference);
	}

	@Test
	void askingTwiceIsToldTwice() {
		RequestReference reference = asked();
		upload(reference, Side.FRONT, SpecimenPictures.idCard());
		this.requests.sendPictures(reference, SAM);
		claimed(reference, "kay");
		assertThat(this.reviews.askPictures(reference, "kay",
				List.of(new PictureWish(Side.PORTRAIT, PictureReason.FACE_NOT_VISIBLE)), null))
			.isEqualTo(Decision.DONE);

		Asking asking = seen(reference).asking().orElseThrow();
		assertThat(asking.came()).as("the front of the first time does not count").isEmpty();
		assertThat(asking.note()).isEmpty();
		assertThat(audited(reference, "request.pictures-wanted")).isEqualTo(2);
	}

	@Test
	void askingAfterThePromisedTimeIsRememberedAsLate() {
		RequestReference reference = sent(Reason.LOST);
		claimed(reference, "kay");
		this.clock.move(Duration.between(now(), row(reference).answerBy().orElseThrow()).plusSeconds(1));
		this.reviews.askPictures(reference, "kay", GLARE, null);
		assertThat(row(reference).brokeItsPromise()).isTrue();
	}

	@Test
	void onlyWhoHasTheCaseAsks() {
		RequestReference reference = sent(Reason.LOST);
		assertThat(this.reviews.askPictures(reference, "kay", GLARE, null)).isEqualTo(Decision.NOT_YOURS);
		assertThat(seen(reference).asking()).isEqualTo(Optional.empty());
	}

	private RequestReference asked() {
		RequestReference reference = sent(Reason.LOST);
		claimed(reference, "kay");
		assertThat(this.reviews.askPictures(reference, "kay", GLARE, "The number.")).isEqualTo(Decision.DONE);
		return reference;
	}

}
