package app.resim.ui.backoffice;

import java.util.Locale;
import java.util.Optional;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.request.DeclineReason;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Reviews.Decision;
import app.resim.ui.Act;
import app.resim.ui.ChoiceCards;
import app.resim.ui.Seats;
import app.resim.ui.TextQuestion;
import com.vaadin.flow.component.html.Image;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CasePageTest extends AtTheDesk {

	@Test
	void aCaseThatNobodyHasShowsNothingPersonal() {
		RequestReference reference = open(Reason.LOST);

		assertThat(page()).contains(reference.reference(), "Nobody is reviewing this case", "Lost");
		showsNothingPersonal();
	}

	@Test
	void aCaseOfAColleagueSaysWhoseItIsAndShowsNothingPersonal() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.reviews.claim(reference, "hugo");

		navigate(CasePage.class, reference.reference());

		assertThat(page()).contains("Hugo Ho (demo) is reviewing this case");
		assertThat(shows("review")).isFalse();
		assertThat(shows("decide")).isFalse();
		showsNothingPersonal();
	}

	@Test
	void reviewingOpensWhatTheCustomerSentBesideWhatTheOperatorKnows() {
		RequestReference reference = open(Reason.STOLEN);

		press("review");

		assertThat(page()).contains("You are reviewing", "+852 5550 0142", "Stolen", "iPhone 15", "EID ending in 1235",
				"Hong Kong identity card", "Free of charge", "Wong Siu Man", "s•••••o@example.com",
				"For this reason the brand always lets a person decide.");
		assertThat(find(Image.class).all()).extracting(image -> image.getAlt().orElse(""))
			.containsExactly("Front of the document", "Portrait");
		assertThat(this.reviews.find(reference).orElseThrow().reviewer()).contains("kay");
	}

	@Test
	void earlierRequestsOfTheLineAreListed() {
		RequestReference earlier = this.cases.sent(Cases.SAM, Reason.STOLEN);
		this.requests.withdraw(earlier, Cases.SAM);
		open(Reason.LOST);

		press("review");

		assertThat(page()).containsPattern(earlier.reference() + ", .*: Stolen, Taken back");
	}

	@Test
	void approvingOrdersTheEsimAndOffersTheNextCase() {
		RequestReference reference = open(Reason.LOST);
		RequestReference next = this.cases.sent(Cases.ANNA, Reason.LOST);
		press("review");

		choose("deed", "approve");
		type("note", "Same person, same number.");
		press("approve");

		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.PREPARING);
		assertThat(note(reference)).isEqualTo("Same person, same number.");
		assertThat(page()).contains(reference + " is approved");
		showsNothingPersonal();

		press("take-next");
		assertThat(page()).contains(next.reference(), "You are reviewing", "Anna Sokolova");
	}

	@Test
	void decliningNeedsAReason() {
		RequestReference reference = open(Reason.LOST);
		press("review");

		choose("deed", "decline");
		press("decline");

		assertThat(page()).contains("There is a problem", "Choose why you decline this request");
		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void decliningTellsTheCustomerWhy() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		assertThat(page())
			.contains("“Your identity document has expired. Send a new request with one that is still in force.”");

		choose("deed", "decline");
		choose("why", "document-expired");
		type("for-customer", "It ended in May.");
		press("decline");

		RequestView declined = seenBySam(reference);
		assertThat(declined.phase()).isEqualTo(Phase.DECLINED);
		assertThat(declined.declined())
			.contains(new RequestView.Refusal(DeclineReason.DOCUMENT_EXPIRED, Optional.of("It ended in May.")));
		assertThat(page()).contains(reference + " is declined");
	}

	@Test
	void wordsForTheCustomerThatAreTooLongAreRefusedAndKept() {
		RequestReference reference = open(Reason.LOST);
		press("review");

		choose("deed", "decline");
		choose("why", "store-needed");
		type("for-customer", "x".repeat(1001));
		press("decline");

		assertThat(page()).contains("Use at most 1,000 characters");
		assertThat(field("for-customer").typed()).hasSize(1001);
		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.CHECKING);
	}

	@Test
	void ofTwoReviewersOnlyTheOneWhoHasTheCaseDecides() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		choose("deed", "approve");
		type("note", "I was nearly done.");
		// in another tab
		this.reviews.giveBack(reference, "kay");
		this.reviews.claim(reference, "hugo");

		press("approve");

		assertThat(page()).contains("Nothing was decided: you no longer have this case",
				"Hugo Ho (demo) is reviewing this case");
		assertThat(field("kept").typed()).isEqualTo("I was nearly done.");
		showsNothingPersonal();
		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(this.reviews.approve(reference, "hugo", "")).isEqualTo(Decision.DONE);
	}

	@Test
	void whatWasWrittenReturnsWhenTheCaseIsTakenAgain() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		choose("deed", "approve");
		type("note", "I was nearly done.");
		this.reviews.giveBack(reference, "kay");
		press("approve");

		press("review");

		assertThat(field("note").typed()).isEqualTo("I was nearly done.");
	}

	@Test
	void aRequestTakenBackInTheMeantimeIsNotDecidedAndNothingWrittenIsLost() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		choose("deed", "decline");
		choose("why", "not-the-owner");
		type("for-customer", "Call us.");
		this.requests.withdraw(reference, Cases.SAM);

		press("decline");

		assertThat(page()).contains("Nothing was changed: this case was already closed");
		assertThat(field("kept").typed()).isEqualTo("Call us.");
		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.WITHDRAWN);
		showsNothingPersonal();
	}

	@Test
	void aChangeIsToldWithoutTakingAwayWhatIsBeingWritten() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		type("note", "Half a sen");
		this.requests.withdraw(reference, Cases.SAM);

		((CasePage) getCurrentView()).refresh();

		assertThat(page()).contains("This case has changed");
		assertThat(field("note").typed()).isEqualTo("Half a sen");
		press("show-change");
		assertThat(page()).contains("This case waits no more", "Taken back");
		assertThat(field("kept").typed()).isEqualTo("Half a sen");
	}

	@Test
	void aFreeCaseFollowsWhatColleaguesDo() {
		RequestReference reference = open(Reason.LOST);
		this.reviews.claim(reference, "hugo");

		((CasePage) getCurrentView()).refresh();

		assertThat(page()).contains("Hugo Ho (demo) is reviewing this case");
	}

	@Test
	void aCaseThatSomebodyElseWasFasterToTakeStaysTheirs() {
		RequestReference reference = open(Reason.LOST);
		Act review = find(Act.class).withId("review").single();
		this.reviews.claim(reference, "hugo");

		press(review);

		assertThat(page()).contains("Hugo Ho (demo) is reviewing this case");
		assertThat(this.reviews.find(reference).orElseThrow().reviewer()).contains("hugo");
	}

	@Test
	void givingBackLeavesTheCaseToOthers() {
		RequestReference reference = open(Reason.LOST);
		press("review");

		press("give-back");

		assertThat(getCurrentView()).isInstanceOf(WorklistPage.class);
		assertThat(this.reviews.find(reference).orElseThrow().reviewer()).isEmpty();
	}

	@Test
	void aStalledCaseSaysInWordsAndByItsCodeWhatKeepsItAndGoesOn() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.cases.stall(reference, "es2plus.8.2.5-3.7");
		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("Fulfilment has stopped", "no profiles of this type left", "es2plus.8.2.5-3.7");
		assertThat(shows("decide")).isFalse();

		press("resume");

		assertThat(page()).contains(reference + " goes on");
		assertThat(this.reviews.find(reference).orElseThrow().stalled()).isFalse();
	}

	@Test
	void aFaultWithoutWordsOfItsOwnHasSomeToo() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.cases.stall(reference, "es2plus.9.9.9-9.9");
		navigate(CasePage.class, reference.reference());

		press("review");

		assertThat(page()).contains("Look the code up", "es2plus.9.9.9-9.9");
	}

	@Test
	void aDecidedCaseIsClosedForItsReviewerToo() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		this.reviews.decline(reference, "kay", DeclineReason.STORE_NEEDED, null);

		navigate(CasePage.class, reference.reference());

		assertThat(page()).contains("This case waits no more", "Declined");
		showsNothingPersonal();
	}

	@Test
	void askingForAPictureNeedsAReasonAndTellsTheCustomer() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		choose("deed", "picture");
		press("ask-picture");
		assertThat(page()).contains("Choose for at least one picture why it is needed again");

		choose("again-portrait", "face-not-visible");
		type("beside-pictures", "Without the mask.");
		press("ask-picture");

		RequestView asked = seenBySam(reference);
		assertThat(asked.phase()).isEqualTo(Phase.PICTURE_WANTED);
		assertThat(asked.asking().orElseThrow().note()).contains("Without the mask.");
		assertThat(page()).contains(reference + " waits for the customer");
		navigate(CasePage.class, reference.reference());
		assertThat(page()).contains("We wait for the customer");
		showsNothingPersonal();
	}

	@Test
	void aCaseSentToAStoreCanBeTakenBack() {
		RequestReference reference = open(Reason.LOST);
		press("review");
		choose("deed", "store");
		press("hand-over");
		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.AT_STORE);
		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("The customer was asked to come to a store");

		choose("deed", "take-back");
		press("take-back");

		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.CHECKING);
		assertThat(shows("ask-picture")).isTrue();
	}

	@Test
	void theSecondReviewerIsToldAndTheFirstIsNotOfferedToApproveAgain() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.database.sql("UPDATE replacement_request SET people = 2 WHERE reference = ?")
			.param(reference.reference())
			.update();
		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("Goes to a second reviewer. Nothing is ordered yet.");
		choose("deed", "approve");
		press("approve");
		assertThat(page()).contains(reference + " goes to a second reviewer");

		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("You have approved it already");
		assertThat(shows("approve")).isFalse();

		this.reviews.giveBack(reference, "kay");
		as(Seats.staff("hugo", Role.REVIEWER));
		navigate(WorklistPage.class);
		navigate(CasePage.class, reference.reference());
		press("review");
		assertThat(page()).contains("Needs a second pair of eyes", "Kay Lam (demo) has approved");
		choose("deed", "approve");
		press("approve");
		assertThat(seenBySam(reference).phase()).isEqualTo(Phase.PREPARING);
	}

	@Test
	void aCaseAboutOnesOwnAccountIsKindlyKeptClosed() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);
		this.database.sql("INSERT INTO staff_link (name, subscriber) VALUES ('kay', ?)")
			.param(Cases.SAM.subscriber())
			.update();
		try {
			navigate(CasePage.class, reference.reference());
			assertThat(page()).contains("Somebody else reviews this case");
			assertThat(shows("review")).isFalse();
			showsNothingPersonal();
		}
		finally {
			this.database.sql("DELETE FROM staff_link").update();
		}
	}

	@Test
	void aReferenceIsReadAsPeopleTypeIt() {
		RequestReference reference = this.cases.sent(Cases.SAM, Reason.LOST);

		navigate(CasePage.class, reference.reference().toLowerCase(Locale.ROOT).replace("-", ""));

		assertThat(page()).contains(reference.reference());
	}

	private RequestReference open(Reason reason) {
		RequestReference reference = this.cases.sent(Cases.SAM, reason);
		navigate(CasePage.class, reference.reference());
		return reference;
	}

	private void showsNothingPersonal() {
		assertThat(page()).doesNotContain("Wong Siu Man", "5550 0142", "example.com", "1235");
		assertThat(find(Image.class).all()).isEmpty();
	}

	private RequestView seenBySam(RequestReference reference) {
		return this.requests.find(reference, Cases.SAM).orElseThrow();
	}

	private String note(RequestReference reference) {
		return this.database.sql("SELECT review_note FROM replacement_request WHERE reference = ?")
			.param(reference.reference())
			.query(String.class)
			.single();
	}

	private void choose(String question, String card) {
		find(ChoiceCards.class).withId(question + "-field").single().take(card);
	}

	private void type(String question, String text) {
		field(question).take(text);
	}

	private TextQuestion field(String name) {
		return find(TextQuestion.class).withId(name + "-field").single();
	}

}
