package app.resim.ui.customer;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.resim.catalogue.Reason;
import app.resim.kernel.DocumentKind;
import app.resim.protection.Protection;
import app.resim.provisioning.OrderId;
import app.resim.request.Phase;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Route;
import app.resim.ui.Hand;
import app.resim.ui.Link;
import app.resim.ui.SignInPaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class ReasonAndCheckTest extends CustomerPages {

	@Autowired
	Protection protection;

	private Hand reason(RequestReference draft) {
		return open("/requests/" + draft + "/reason");
	}

	@ParameterizedTest
	@EnumSource(Reason.class)
	void everyReasonIsAskedAndLeadsToTheCheck(Reason reason) {
		RequestReference draft = withPortrait();
		reason(draft).choose("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-')).submit();

		assertThat(address()).isEqualTo("/requests/" + draft + "/check");
		assertThat(stored(draft).reason()).contains(reason);
		Route route = (reason.stopsTheLine()) ? Route.REVIEWED : Route.AUTOMATIC;
		assertThat(here().reads())
			.contains((route == Route.REVIEWED) ? "A person checks your photos." : "This usually takes a few minutes.");
		here().submit();

		assertThat(address()).isEqualTo("/requests/" + draft);
		assertThat(stored(draft).route()).contains(route);
	}

	@Test
	void sendingWantsAFactorOfTheLastFiveMinutes() {
		RequestReference draft = withPortrait();
		reason(draft).choose("reason", "damaged").submit();
		this.clock.move(Duration.ofMinutes(6));
		here().submit();

		assertThat(stored(draft).phase()).isEqualTo(Phase.DRAFT);
		assertThat(here().reads()).contains("Prove once more that it is you");
		assertThat(here().leads("prove")).isEqualTo(SignInPaths.again("/requests/" + draft + "/check"));
		assertThat(open("/requests/" + draft + "/check").reads()).as("in-app navigation")
			.contains("Prove once more that it is you");
	}

	@Test
	void theCheckSaysWhichRouteItTakesAndTheStatusWhatWasShown() {
		RequestReference draft = answered(Reason.LOST);
		Hand check = open("/requests/" + draft + "/check");
		assertThat(check.reads("route")).contains("How fast it goes", "You have shown that you can read your mailbox.",
				"One person checks your request.");
		check.submit();

		assertThat(here().reads()).contains("You showed", "Your mailbox or account", "One person checks.");
	}

	@Test
	void everyReasonSaysWhatItCostsAndHowLongItTakes() {
		String reads = reason(withPortrait()).reads();

		assertThat(reads).contains("Price: HKD\u00a00. Wait: usually a few minutes.",
				"Price: HKD\u00a00. A person checks your request: you have an answer by ");
		assertThat(reads).contains("Turn flight mode on for ten seconds", "Change the passwords of your e-mail");
	}

	@Test
	void nothingChosenIsAnError() {
		Hand hand = reason(withPortrait());
		hand.submit();

		assertThat(hand.errorAt("reason")).isEqualTo("Error: Choose why you need a new eSIM.");
	}

	@Test
	void anUnusedCodeIsOfferedBeforeANewProfileIsSpent() {
		RequestReference draft = withPortrait();
		unusedCode();
		Hand hand = reason(draft);
		hand.choose("reason", "deleted").submit();
		assertThat(hand.errorAt("reuse-deleted")).isEqualTo("Error: Choose between your unused code and a new eSIM.");

		hand.choose("reuse-deleted", "again").submit();

		assertThat(stored(draft).reusesCode()).isTrue();
		assertThat(here().reads("send")).isEqualTo("Show my code again");
		assertThat(title()).startsWith("Check your answers, then see your code");
	}

	@Test
	void withoutAnUnusedCodeNothingOfTheKindIsAsked() {
		assertThat(reason(withPortrait()).sees("reuse-deleted")).isFalse();
	}

	private void unusedCode() {
		OrderId order = new OrderId(UUID.randomUUID());
		this.provisioning.order(order, LINE, "TIDEWIRE_ESIM_1", Optional.empty(), Duration.ofHours(72));
		this.provisioning.attach(order);
		this.provisioning.release(order);
	}

	@Test
	void theCheckShowsEveryAnswerWithItsWayBack() {
		RequestReference draft = answered(Reason.LOST);
		Hand hand = open("/requests/" + draft + "/check");

		assertThat(hand.reads()).contains("+852\u00a05550\u00a00142", "Apple iPhone 15",
				"EID ending 1235. It takes an eSIM.", "Hong Kong identity card", "I lost the phone", "HKD\u00a00",
				"This replacement is free.", "This cannot be undone.", "s•••••o@example.com");
		for (String question : new String[] { "device", "document", "portrait", "reason" }) {
			assertThat(hand.components(Link.class)).anyMatch(link -> ("/requests/" + draft + "/" + question + "?change")
				.equals(link.getElement().getAttribute("href")));
		}
	}

	@Test
	void aChangedAnswerReturnsStraightToTheCheck() {
		RequestReference draft = answered(Reason.LOST);
		Hand hand = open("/requests/" + draft + "/reason?change");
		assertThat(hand.leads("back")).isEqualTo("/requests/" + draft + "/check");

		hand.choose("reason", "damaged").submit();

		assertThat(address()).isEqualTo("/requests/" + draft + "/check");
		open("/requests/" + draft + "/document?change").submit();
		assertThat(address()).isEqualTo("/requests/" + draft + "/check");
		assertThat(stored(draft).reason()).contains(Reason.DAMAGED);
	}

	@Test
	void theFeeIsToldBeforeTheButton() {
		this.protection.recordChange(LINE, this.clock.instant().minus(Duration.ofDays(40)), "earlier");

		Hand hand = open("/requests/" + answered(Reason.DAMAGED) + "/check");

		assertThat(hand.reads()).contains("HKD\u00a030", "It is put on your next bill.");
	}

	@Test
	void pressingTwiceInTwoTabsSendsOnce() {
		RequestReference draft = answered(Reason.DAMAGED);
		Hand first = open("/requests/" + draft + "/check");
		this.requests.submit(draft, proof());
		first.submit();

		assertThat(address()).isEqualTo("/requests/" + draft);
		assertThat(this.requests.of(SAM)).extracting(RequestView::phase).doesNotContain(Phase.DRAFT).hasSize(1);
	}

	@Test
	void backAfterSendingShowsHowFarItIs() {
		RequestReference sent = answered(Reason.DAMAGED);
		this.requests.submit(sent, proof());

		for (String question : new String[] { "device", "device/answer", "document", "portrait", "reason", "check",
				"too-often" }) {
			open("/requests/" + sent + "/" + question);
			assertThat(address()).isEqualTo("/requests/" + sent);
		}
	}

	@Test
	void anAnswerThatIsGoneIsAskedForAgainWithANotice() {
		RequestReference draft = answered(Reason.DAMAGED);
		Hand check = open("/requests/" + draft + "/check");
		this.requests.removePicture(draft, SAM, stored(draft).pictures().getLast().id());
		check.submit();

		assertThat(address()).isEqualTo("/requests/" + draft + "/portrait?missing");
		assertThat(here().reads()).contains("One answer is still missing");
	}

	@Test
	void aRequestWithdrawnElsewhereIsNotSent() {
		RequestReference draft = answered(Reason.DAMAGED);
		Hand check = open("/requests/" + draft + "/check");
		this.requests.withdraw(draft, SAM);
		check.submit();

		assertThat(address()).isEqualTo(Way.LINES);
	}

	@Test
	void aLineReplacedTooOftenLearnsItBeforeTheFirstQuestion() {
		RequestReference draft = begun();
		this.protection.recordChange(LINE, this.clock.instant().minus(Duration.ofDays(20)), "one");
		this.protection.recordChange(LINE, this.clock.instant().minus(Duration.ofDays(5)), "two");

		Hand hand = open("/requests/" + draft + "/device");

		assertThat(address()).isEqualTo("/requests/" + draft + "/too-often");
		assertThat(hand.reads()).contains("It is too early for another new eSIM", "You can ask again at ",
				"Call +852\u00a05550\u00a00100");
		assertThat(hand.leads("too-often-lines")).isEqualTo(Way.LINES);
	}

	@Test
	void aLineReplacedTooOftenMeanwhileLearnsItWhenSending() {
		RequestReference draft = answered(Reason.DAMAGED);
		Hand check = open("/requests/" + draft + "/check");
		this.protection.recordChange(LINE, this.clock.instant().minus(Duration.ofDays(20)), "one");
		this.protection.recordChange(LINE, this.clock.instant().minus(Duration.ofDays(5)), "two");
		check.submit();

		assertThat(address()).isEqualTo("/requests/" + draft + "/too-often");
		assertThat(stored(draft).phase()).isEqualTo(Phase.DRAFT);
	}

	@Test
	void aLineThatIsHeldBackSeesTheClockAndNeverWhy() {
		for (int i = 0; i < 5; i++) {
			RequestReference sent = answered(Reason.DAMAGED);
			this.requests.submit(sent, proof());
			this.requests.withdraw(sent, SAM);
		}
		this.protection.recordChange(LINE, this.clock.instant().minus(Duration.ofDays(5)), "one");
		RequestReference draft = answered(Reason.LOST);
		this.requests.noteNumber(draft, SAM, DocumentKind.HKID, "G123456(A)");

		Hand check = open("/requests/" + draft + "/check");
		assertThat(check.reads()).contains("We issue nothing before ", "so that the holder of the number can object");
		check.submit();

		assertThat(address()).isEqualTo("/requests/" + draft);
		assertThat(here().reads()).contains("Nothing is issued before ", "Time left: about 24 hours.")
			.doesNotContain("within a day", "document", "as often as");
		assertThat(stored(draft).phase()).isEqualTo(Phase.CHECKING);
	}

}
