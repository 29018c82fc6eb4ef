package app.resim.ui.customer;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.List;
import java.util.Locale;

import app.resim.catalogue.Reason;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.request.RequestReference;
import app.resim.ui.FileQuestion;
import app.resim.ui.Hand;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.upload.FileRejectedEvent;
import com.vaadin.flow.component.upload.Upload;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DocumentQuestionTest extends CustomerPages {

	private RequestReference draft;

	private Hand hand;

	@BeforeEach
	void asked() {
		this.draft = withDevice();
		this.hand = open("/requests/" + this.draft + "/document");
	}

	private void upload(Side side, byte[] file) {
		test(tile(side)).upload("picture.jpg", "image/jpeg", file);
		roundTrip();
	}

	private Upload tile(Side side) {
		String name = side.name().toLowerCase(Locale.ROOT) + "-photo";
		FileQuestion question = this.hand.components(FileQuestion.class)
			.stream()
			.filter(each -> each.name().equals(name))
			.findFirst()
			.orElseThrow();
		return this.hand.components(Upload.class)
			.stream()
			.filter(upload -> upload.findAncestor(FileQuestion.class) == question)
			.findFirst()
			.orElseThrow();
	}

	private List<Side> stored() {
		return stored(this.draft).pictures().stream().map(Picture::side).toList();
	}

	@Test
	void theDocumentsAreThoseOfTheBrand() {
		assertThat(this.hand.reads())
			.contains("Hong Kong identity card", "Passport", "Macau identity card", "Exit-entry Permit")
			.doesNotContain("Russian");
	}

	@Test
	void aDocumentWithABackAsksForBothSides() {
		this.hand.choose("kind", "hkid");
		assertThat(this.hand.sees("back-photo")).isFalse();
		this.hand.choose("kind", "exit-entry-permit");
		assertThat(this.hand.sees("back-photo")).isTrue();
		upload(Side.FRONT, SpecimenPictures.idCard());
		this.hand.submit();
		assertThat(this.hand.errorAt("back-photo")).isEqualTo("Error: Add a photo of the back.");

		upload(Side.BACK, SpecimenPictures.idCardBack());
		this.hand.submit();

		assertThat(address()).isEqualTo("/requests/" + this.draft + "/portrait");
		assertThat(stored()).containsExactly(Side.FRONT, Side.BACK);
		assertThat(stored(this.draft).documentKind()).contains(DocumentKind.EXIT_ENTRY_PERMIT);
	}

	@Test
	void aPictureIsStoredBeforeContinueIsPressed() {
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, SpecimenPictures.idCard());

		this.hand = open("/requests/" + this.draft + "/document");

		assertThat(this.hand.reads()).contains("The document is stored");
		this.hand.type("number", "A123456(3)");
		this.hand.submit();
		assertThat(address()).isEqualTo("/requests/" + this.draft + "/portrait");
	}

	@Test
	void thePictureShowsOnlyWhenAskedFor() {
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, SpecimenPictures.idCard());
		assertThat(this.hand.components(Image.class)).isEmpty();

		this.hand.press("front-show");
		assertThat(this.hand.components(Image.class)).singleElement()
			.satisfies(image -> assertThat(image.getAlt()).contains("The picture of your document that you added"));

		this.hand.press("front-hide");
		assertThat(this.hand.components(Image.class)).isEmpty();
	}

	@Test
	void aPictureThatDoesNotComeIsToldInWords() {
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, SpecimenPictures.idCard());
		this.hand.press("front-show");

		this.hand.fire("img", "error", Map.of());
		assertThat(this.hand.reads()).contains("We cannot show the picture at the moment", "nothing is lost");
		assertThat(this.hand.components(Image.class)).isEmpty();

		this.hand.press("front-hide");
		assertThat(this.hand.reads()).doesNotContain("We cannot show the picture at the moment");
	}

	@Test
	void aPictureOnWhichNothingCanBeSeenIsAskedForOnceMore() {
		byte[] dark = SpecimenPictures.darkened(SpecimenPictures.idCard());
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, dark);
		assertThat(this.hand.errorAt("front-photo")).contains("The photo is too dark: take it again");
		assertThat(stored()).isEmpty();

		upload(Side.FRONT, dark);
		assertThat(stored()).containsExactly(Side.FRONT);
	}

	@Test
	void aNumberThatNoMachineReadsIsTypedAndChecked() {
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, SpecimenPictures.idCard());
		this.hand.submit();
		assertThat(this.hand.errorAt("number")).isEqualTo("Error: Enter the number of the document.");
		this.hand.type("number", "A123456(4)");
		this.hand.submit();
		assertThat(this.hand.errorAt("number")).startsWith("Error: One character of this number is wrong.");

		this.hand.type("number", "ａ１２３４５６ 3");
		this.hand.submit();

		assertThat(address()).isEqualTo("/requests/" + this.draft + "/portrait");
		assertThat(this.requests.typedNumber(this.draft, SAM, DocumentKind.HKID)).hasValue("A1234563");
		assertThat(this.requests.typedNumber(this.draft, ANNA, DocumentKind.HKID)).isEmpty();
	}

	@Test
	void nobodyTypesWhatAMachineReads() {
		this.hand.choose("kind", "passport");

		assertThat(this.hand.sees("number")).isFalse();
	}

	@Test
	void aRemovedPictureIsAskedForAgain() {
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, SpecimenPictures.idCard());
		this.hand.press("front-remove");

		assertThat(stored()).isEmpty();
		this.hand.submit();
		assertThat(this.hand.errorAt("front-photo")).isEqualTo("Error: Add a photo of the document.");
	}

	@Test
	void aReplacementThatIsRefusedLeavesTheEarlierPicture() {
		this.hand.choose("kind", "hkid");
		upload(Side.FRONT, SpecimenPictures.idCard());
		this.hand.press("front-replace");
		upload(Side.FRONT, "PK no picture".getBytes(StandardCharsets.UTF_8));

		assertThat(this.hand.errorAt("front-photo")).startsWith("Error: We can read JPEG, PNG, WebP");
		assertThat(title()).startsWith("Error: ");
		assertThat(stored()).containsExactly(Side.FRONT);
		this.hand.type("number", "A123456(3)");
		this.hand.submit();
		assertThat(address()).isEqualTo("/requests/" + this.draft + "/portrait");
	}

	@Test
	void picturesOfAnotherDocumentDoNotCount() {
		this.hand.choose("kind", "exit-entry-permit");
		upload(Side.FRONT, SpecimenPictures.idCard());
		upload(Side.BACK, SpecimenPictures.idCardBack());
		this.hand.choose("kind", "passport");
		this.hand.submit();
		assertThat(this.hand.errorAt("front-photo")).isEqualTo("Error: Add a photo of the document.");

		upload(Side.FRONT, SpecimenPictures.idCard());
		assertThat(this.hand.errorAt("front-photo")).startsWith("Error: We could not read the lines");
		upload(Side.FRONT, SpecimenPictures.idCard());
		this.hand.submit();

		assertThat(stored(this.draft).documentKind()).contains(DocumentKind.PASSPORT);
		assertThat(stored()).containsExactly(Side.FRONT);
	}

	@Test
	void whatTheBrowserRefusesHasASentenceToo() {
		this.hand.choose("kind", "hkid");
		refused("The file is too big.", "scan.jpg");
		assertThat(this.hand.errorAt("front-photo")).contains("bigger than 15 MB");
		refused("Files of this type cannot be used.", "IMG_0001.HEIC");
		assertThat(this.hand.errorAt("front-photo")).contains("HEIC");
		refused("Files of this type cannot be used.", "letter.docx");
		assertThat(this.hand.errorAt("front-photo")).contains("We can read JPEG, PNG, WebP");
		refused("Add one file only.", "second.jpg");
		assertThat(this.hand.errorAt("front-photo")).contains("Add one file only.");
	}

	private void refused(String why, String file) {
		Upload upload = tile(Side.FRONT);
		ComponentUtil.fireEvent(upload, new FileRejectedEvent(upload, why, file));
	}

	@Test
	void theCameraIsOfferedInTheShapeOfTheDocument() {
		this.hand.choose("kind", "hkid");
		assertThat(this.hand.sees("front-photo-camera")).isTrue();
		assertThat(shape()).isEqualTo("CARD");
		this.hand.choose("kind", "passport");
		assertThat(shape()).isEqualTo("PAGE");
	}

	private String shape() {
		return this.hand.components(Div.class)
			.stream()
			.filter(place -> place.hasClassName("finder"))
			.findFirst()
			.orElseThrow()
			.getElement()
			.getAttribute("shape");
	}

	@Test
	void theMostUsualDocumentIsProposed() {
		this.hand.submit();

		assertThat(this.hand.errorAt("front-photo")).isEqualTo("Error: Add a photo of the document.");
		assertThat(this.hand.errorAt("number")).isEqualTo("Error: Enter the number of the document.");
		assertThat(stored(this.draft).documentKind()).isEmpty();
	}

	@Test
	void aRequestSentInAnotherTabIsNotChangedHere() {
		RequestReference sent = answered(Reason.DAMAGED);
		this.hand = open("/requests/" + sent + "/document");
		this.hand.press("front-replace");
		this.requests.submit(sent, proof());

		upload(Side.FRONT, SpecimenPictures.idCard());

		assertThat(address()).isEqualTo("/requests/" + sent);
	}

	@Test
	void aPortraitIsAskedForAfterwards() {
		RequestReference next = withDocument();
		this.hand = open("/requests/" + next + "/portrait");
		this.hand.submit();
		assertThat(this.hand.errorAt("portrait-photo")).isEqualTo("Error: Add your portrait.");

		upload(Side.PORTRAIT, SpecimenPictures.portrait());
		this.hand.submit();

		assertThat(address()).isEqualTo("/requests/" + next + "/reason");
		assertThat(this.hand.reads()).contains("religious or medical reasons");
	}

}
