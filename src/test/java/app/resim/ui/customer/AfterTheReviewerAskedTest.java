package app.resim.ui.customer;

import java.util.List;
import java.util.Locale;

import app.resim.catalogue.Reason;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.request.PictureReason;
import app.resim.request.PictureWish;
import app.resim.request.RequestReference;
import app.resim.request.Reviews;
import app.resim.ui.FileQuestion;
import app.resim.ui.Hand;
import com.vaadin.flow.component.upload.Upload;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a customer finds when a reviewer wants another picture, or a visit.
 */
class AfterTheReviewerAskedTest extends CustomerPages {

	@Autowired
	private Reviews reviews;

	@Test
	void onlyTheWantedPictureIsAskedForWithTheReasonAndTheNote() {
		Hand hand = open("/requests/" + glare());

		assertThat(title()).startsWith("We need another picture");
		assertThat(hand.sees("front-photo")).isTrue();
		assertThat(hand.sees("portrait-photo")).isFalse();
		assertThat(hand.reads()).contains("Light is reflected in the picture").contains("The number, that is all.");
	}

	@Test
	void withoutThePictureNothingIsSent() {
		RequestReference reference = glare();
		Hand hand = open("/requests/" + reference);
		hand.submit();

		assertThat(hand.errorAt("front-photo")).isNotEmpty();
		assertThat(stored(reference).asking()).isPresent();
	}

	@Test
	void theNewPictureBringsTheRequestBackToTheReviewer() {
		RequestReference reference = glare();
		Hand hand = open("/requests/" + reference);
		upload(hand, Side.FRONT, SpecimenPictures.idCard());
		hand.submit();

		assertThat(title()).startsWith("A person is checking your request");
		assertThat(stored(reference).asking()).isEmpty();
	}

	@Test
	void aPhoneMayTakeIt() {
		stay(SAM);
		Hand hand = open("/requests/" + glare());
		hand.press("front-photo-phone");

		assertThat(hand.sees("front-photo-handover")).isTrue();
	}

	@Test
	void aVisitToAStoreSaysWhereWhatToBringAndUntilWhen() {
		RequestReference reference = sent();
		assertThat(this.reviews.handOver(reference, "kay", "Ask for the manager.")).isEqualTo(Reviews.Decision.DONE);
		Hand hand = open("/requests/" + reference);

		assertThat(title()).startsWith("Come to one of our stores");
		assertThat(hand.reads("store")).contains("Ask for the manager.")
			.contains(reference.reference())
			.contains("Where to go")
			.contains("What to bring")
			.contains("Open weekdays 10:00 to 20:00; Saturday, 10:00 to 18:00.");
		assertThat(hand.sees("front-photo")).isFalse();
	}

	private RequestReference sent() {
		RequestReference reference = answered(Reason.LOST);
		this.requests.submit(reference, proof());
		assertThat(this.reviews.claim(reference, "kay")).isTrue();
		return reference;
	}

	private RequestReference glare() {
		RequestReference reference = sent();
		assertThat(this.reviews.askPictures(reference, "kay", List.of(new PictureWish(Side.FRONT, PictureReason.GLARE)),
				"The number, that is all."))
			.isEqualTo(Reviews.Decision.DONE);
		return reference;
	}

	private void upload(Hand hand, Side side, byte[] file) {
		String name = side.name().toLowerCase(Locale.ROOT) + "-photo";
		Upload tile = hand.components(Upload.class)
			.stream()
			.filter(upload -> upload.findAncestor(FileQuestion.class).name().equals(name))
			.findFirst()
			.orElseThrow();
		test(tile).upload("picture.jpg", "image/jpeg", file);
		roundTrip();
	}

}
