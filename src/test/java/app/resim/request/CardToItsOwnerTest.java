package app.resim.request;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import app.resim.catalogue.DeviceQuestion;
import app.resim.catalogue.Reason;
import app.resim.catalogue.SimWay;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Iccid;
import app.resim.kernel.Money;
import app.resim.provisioning.port.LineRegister;
import app.resim.request.PostalAddress.Part;
import app.resim.request.Reviews.Decision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class CardToItsOwnerTest extends WithReviewers {

	private static final Iccid CARD = new Iccid("8985200000777001427");

	private static final Iccid ANOTHER = new Iccid("8985200000777001435");

	private static final PostalAddress HOME = new PostalAddress("HK", Map.of(Part.AREA, "Kowloon", Part.DISTRICT,
			"Mong Kok", Part.STREET, "88 Example Street", Part.FLAT, "12A"));

	@Autowired
	CardRequests owner;

	@Autowired
	CardDesk desk;

	@Autowired
	Fulfilment fulfilment;

	@Autowired
	Addresses addresses;

	@Autowired
	LineRegister network;

	@Autowired
	Vetoes vetoes;

	private Optional<Iccid> before = Optional.empty();

	@BeforeEach
	void cardsAreFresh() {
		this.database.sql("DELETE FROM card_order").update();
		this.before = this.network.state(LINE).orElseThrow().sim();
	}

	@AfterEach
	void theLineIsAsBefore() {
		this.before.ifPresent(sim -> {
			this.network.attach(LINE, sim);
			this.network.endSim(LINE, CARD);
			this.network.start(LINE);
		});
	}

	@Test
	void aCourierBringsItAndItsOwnerTakesItIntoUseByTheNumberOnIt() {
		RequestReference reference = approved(SimWay.COURIER, Reason.DAMAGED);
		assertThat(card(reference).state()).contains(CardView.State.WANTED);

		assertThat(this.desk.take(reference, "kay", CARD)).isEqualTo(DeskAnswer.DONE);
		assertThat(this.owner.activate(reference, SAM, now(), "001427")).as("not sent yet")
			.isEqualTo(ActivationAnswer.NOT_NOW);
		assertThat(this.desk.parcel(reference, "kay").orElseThrow().address().lines()).containsExactly("Kowloon",
				"Mong Kok", "88 Example Street", "12A");
		assertThat(this.desk.sent(reference, "kay", Optional.of("SF 1234"))).isEqualTo(DeskAnswer.DONE);
		assertThat(card(reference).tracking()).contains("SF 1234");

		assertThat(this.owner.activate(reference, SAM, now().minus(Duration.ofMinutes(6)), "001427"))
			.isEqualTo(ActivationAnswer.NEEDS_FRESH_SIGN_IN);
		assertThat(this.owner.activate(reference, SAM, now(), "001428")).isEqualTo(ActivationAnswer.WRONG_DIGITS);
		assertThat(this.owner.activate(reference, SAM, now(), "001 427")).isEqualTo(ActivationAnswer.DONE);
		assertThat(this.owner.activate(reference, SAM, now(), "001427")).as("pressed twice")
			.isEqualTo(ActivationAnswer.DONE);

		leg(reference);
		assertThat(this.network.state(LINE).orElseThrow().sim()).contains(CARD);
		assertThat(row(reference).status()).isEqualTo(RequestStatus.DONE);
		assertThat(this.protection.changes(LINE)).isOne();
	}

	@Test
	void whoGuessesTheDigitsIsStopped() {
		RequestReference reference = approved(SimWay.COURIER, Reason.DAMAGED);
		this.desk.take(reference, "kay", CARD);
		this.desk.sent(reference, "kay", Optional.empty());
		for (int i = 0; i < 5; i++) {
			assertThat(this.owner.activate(reference, SAM, now(), "00000" + i))
				.isEqualTo(ActivationAnswer.WRONG_DIGITS);
		}
		assertThat(this.owner.activate(reference, SAM, now(), "001427")).isEqualTo(ActivationAnswer.TOO_OFTEN);
		assertThat(audited(reference, "card.wrong-digits")).isEqualTo(5);
	}

	@Test
	void aShopGivesItForTheCodeOnTheOwnersPage() {
		RequestReference reference = approved(SimWay.PICKUP, Reason.DAMAGED);
		assertThat(this.owner.collectCode(reference, SAM, now())).isInstanceOf(CollectAnswer.NotNow.class);

		assertThat(this.desk.take(reference, "kay", CARD)).isEqualTo(DeskAnswer.DONE);
		assertThat(this.owner.collectCode(reference, SAM, now().minus(Duration.ofMinutes(6))))
			.isInstanceOf(CollectAnswer.NeedsFreshSignIn.class);
		String code = ((CollectAnswer.Shown) this.owner.collectCode(reference, SAM, now())).code();
		assertThat(code).matches("[0-9]{6}");
		assertThat(seen(reference).times().codeUntil()).contains(now().plus(Duration.ofDays(7)));

		assertThat(this.desk.handOut(reference, "kay", wrong(code))).isEqualTo(DeskAnswer.WRONG_CODE);
		assertThat(this.desk.handOut(reference, "kay", code.substring(0, 3) + " " + code.substring(3)))
			.isEqualTo(DeskAnswer.DONE);
		leg(reference);
		assertThat(this.network.state(LINE).orElseThrow().sim()).contains(CARD);
		assertThat(audited(reference, "card.handed-out")).isOne();
	}

	@Test
	void anotherCardMayBeTakenUntilItHasLeftAndTheCodeStays() {
		RequestReference reference = approved(SimWay.PICKUP, Reason.DAMAGED);
		this.desk.take(reference, "kay", ANOTHER);
		CollectAnswer first = this.owner.collectCode(reference, SAM, now());
		assertThat(this.desk.take(reference, "hugo", CARD)).isEqualTo(DeskAnswer.DONE);
		assertThat(this.owner.collectCode(reference, SAM, now())).isEqualTo(first);
		assertThat(audited(reference, "card.ready")).as("told once").isOne();
	}

	@Test
	void theCounterLooksAtTheDocumentAndNoPictureIsSent() {
		RequestReference reference = sent(SimWay.STORE, Reason.DAMAGED);
		assertThat(seen(reference).phase()).isEqualTo(Phase.AT_STORE);
		assertThat(seen(reference).pictures()).isEmpty();
		assertThat(this.desk.open("kay")).extracting(CardRow::reference).containsExactly(reference);
		assertThat(this.desk.look(reference, "kay").orElseThrow().registeredName()).isEqualTo("Wong Siu Man");
		assertThat(this.desk.take(reference, "kay", CARD)).as("before anybody has looked")
			.isEqualTo(DeskAnswer.NOT_NOW);

		assertThat(this.desk.documentSeen(reference, "kay", DocumentKind.HKID)).isEqualTo(Decision.DONE);
		leg(reference);
		assertThat(this.desk.handOut(reference, "kay", "")).as("no card taken").isEqualTo(DeskAnswer.NOT_NOW);
		assertThat(this.desk.take(reference, "kay", CARD)).isEqualTo(DeskAnswer.DONE);
		assertThat(this.desk.handOut(reference, "kay", "")).isEqualTo(DeskAnswer.DONE);
		leg(reference);
		assertThat(row(reference).status()).isEqualTo(RequestStatus.DONE);
		assertThat(this.network.state(LINE).orElseThrow().sim()).contains(CARD);
	}

	@Test
	void whereTwoHaveToDecideTheCounterIsOneOfThem() {
		this.protection.recordChange(LINE, now().minus(Duration.ofDays(3)), "RS-0000-0001");
		RequestReference reference = sent(SimWay.STORE, Reason.LOST);

		assertThat(this.desk.documentSeen(reference, "kay", DocumentKind.HKID)).isEqualTo(Decision.PASSED_ON);
		assertThat(this.desk.documentSeen(reference, "kay", DocumentKind.HKID)).isNotEqualTo(Decision.DONE);
		claimed(reference, "hugo");
		assertThat(this.reviews.approve(reference, "hugo", "Agreed.")).isEqualTo(Decision.DONE);
		assertThat(votes(reference)).containsExactly("kay", "hugo");
	}

	@Test
	void aCardThatHasLeftIsOfNoUseOnceItsOwnerTakesTheRequestBack() {
		RequestReference reference = approved(SimWay.COURIER, Reason.DAMAGED);
		this.desk.take(reference, "kay", CARD);
		this.desk.sent(reference, "kay", Optional.empty());
		assertThat(this.requests.withdraw(reference, SAM)).isTrue();
		leg(reference);

		assertThat(this.owner.activate(reference, SAM, now(), "001427")).isEqualTo(ActivationAnswer.NOT_NOW);
		assertThat(row(reference).isOver()).isTrue();
		RequestReference next = approved(SimWay.PICKUP, Reason.DAMAGED);
		assertThat(this.desk.take(next, "kay", CARD)).as("nobody knows where it is").isEqualTo(DeskAnswer.CARD_TAKEN);
		assertThat(this.desk.take(next, "kay", ANOTHER)).isEqualTo(DeskAnswer.DONE);
	}

	@Test
	void aCardThatNeverLeftGoesToTheNextOne() {
		RequestReference reference = approved(SimWay.PICKUP, Reason.DAMAGED);
		this.desk.take(reference, "kay", CARD);
		this.requests.withdraw(reference, SAM);
		leg(reference);
		assertThat(this.desk.take(approved(SimWay.PICKUP, Reason.DAMAGED), "kay", CARD)).isEqualTo(DeskAnswer.DONE);
	}

	@Test
	void anObjectionStopsACardThatIsOnItsWay() {
		RequestReference reference = approved(SimWay.COURIER, Reason.DAMAGED);
		this.desk.take(reference, "kay", CARD);
		this.desk.sent(reference, "kay", Optional.empty());
		String stop = this.requests.facts(reference).stops().get(NoticeChannel.EMAIL);
		this.vetoes.press(reference.reference(), "email", stop);
		assertThat(seen(reference).phase()).isEqualTo(Phase.PAUSED);
		assertThat(this.owner.activate(reference, SAM, now(), "001427")).isEqualTo(ActivationAnswer.NOT_NOW);
		leg(reference);
		assertThat(this.network.state(LINE).orElseThrow().sim()).isEqualTo(this.before);
	}

	@Test
	void whatIsAskedDependsOnTheWay() {
		RequestReference reference = begunCard();
		assertThat(seen(reference).next()).isEqualTo(Question.WAY);
		this.owner.chooseWay(reference, SAM, SimWay.STORE);
		assertThat(seen(reference).questions()).containsExactly(Question.DEVICE, Question.WAY, Question.PLACE,
				Question.REASON, Question.CHECK);
		this.owner.chooseStore(reference, SAM, "central");
		assertThat(seen(reference).next()).isEqualTo(Question.REASON);
		this.owner.chooseWay(reference, SAM, SimWay.COURIER);
		assertThat(seen(reference).next()).isEqualTo(Question.ADDRESS);
		this.owner.keepAddress(reference, SAM, HOME);
		assertThat(seen(reference).next()).isEqualTo(Question.DOCUMENT);
	}

	@Test
	void aDraftBecomesOneForTheOtherSimAndAsksForTheDeviceAgain() {
		RequestReference reference = begun();
		this.requests.chooseDocument(reference, SAM, DocumentKind.HKID);
		assertThat(this.requests.start(SAM, LINE, RequestKind.CARD).orElseThrow().reference()).isEqualTo(reference);
		assertThat(seen(reference).kind()).isEqualTo(RequestKind.CARD);
		assertThat(seen(reference).next()).isEqualTo(Question.DEVICE);
		assertThat(seen(reference).documentKind()).contains(DocumentKind.HKID);
	}

	@Test
	void whatWasSentStaysWhatItIs() {
		RequestReference reference = sent(SimWay.STORE, Reason.DAMAGED);
		assertThat(this.requests.start(SAM, LINE, RequestKind.ESIM).orElseThrow().kind()).isEqualTo(RequestKind.CARD);
		assertThatExceptionOfType(Requests.NoSuchRequest.class)
			.isThrownBy(() -> this.requests.become(reference, SAM, RequestKind.ESIM));
		assertThatExceptionOfType(Requests.NoSuchRequest.class)
			.isThrownBy(() -> this.owner.keepAddress(reference, SAM, HOME));
	}

	@Test
	void aPhoneWithoutATrayTakesNoCard() {
		RequestReference reference = this.requests.start(SAM, LINE, RequestKind.CARD).orElseThrow().reference();
		answerDevice(reference, "iPhone 15 A2846");
		assertThat(seen(reference).next()).as("sold in the United States").isEqualTo(Question.DEVICE);
		answerDevice(reference, "iPhone 15 A3090");
		assertThat(seen(reference).next()).isEqualTo(Question.WAY);
	}

	@Test
	void theWayHasItsPrice() {
		RequestReference reference = begunCard();
		this.owner.chooseWay(reference, SAM, SimWay.COURIER);
		assertThat(seen(reference).fee()).as("the first one is free, the courier is not")
			.isEqualTo(new Money(4000, "HKD"));
		this.owner.chooseWay(reference, SAM, SimWay.PICKUP);
		assertThat(seen(reference).fee().isZero()).isTrue();
	}

	@Test
	void anAddressIsSealedAndForgottenLongAfterTheEnd() {
		RequestReference reference = approved(SimWay.COURIER, Reason.DAMAGED);
		assertThat(this.database.sql("SELECT sealed FROM request_address").query(byte[].class).single()).asString()
			.doesNotContain("Example");
		this.requests.withdraw(reference, SAM);
		leg(reference);
		this.clock.move(Duration.ofDays(29));
		this.sweep.run();
		assertThat(this.addresses.isKept(row(reference).id())).isTrue();
		this.clock.move(Duration.ofDays(2));
		this.sweep.run();
		assertThat(this.addresses.isKept(row(reference).id())).isFalse();
	}

	@Test
	void anIncompleteAddressIsRefused() {
		var half = new PostalAddress("HK", Map.of(Part.AREA, "Kowloon"));
		assertThat(half.faults()).containsOnlyKeys(Part.DISTRICT, Part.STREET);
		RequestReference reference = begunCard();
		assertThatIllegalArgumentException().isThrownBy(() -> this.owner.keepAddress(reference, SAM, half));
	}

	@Test
	void nobodyHandsACardToThemselves() {
		RequestReference reference = sent(SimWay.STORE, Reason.DAMAGED);
		this.database.sql("INSERT INTO staff_link (name, subscriber) VALUES ('kay', ?)")
			.param(SAM.subscriber())
			.update();
		assertThat(this.desk.look(reference, "kay")).isEmpty();
		assertThat(this.desk.documentSeen(reference, "kay", DocumentKind.HKID)).isEqualTo(Decision.OWN_ACCOUNT);
		assertThat(this.desk.documentSeen(reference, "hugo", DocumentKind.HKID)).isEqualTo(Decision.DONE);
	}

	private RequestReference begunCard() {
		RequestReference reference = this.requests.start(SAM, LINE, RequestKind.CARD).orElseThrow().reference();
		answerDevice(reference, "Galaxy A54");
		return reference;
	}

	private void answerDevice(RequestReference reference, String name) {
		this.requests.answerDevice(reference, SAM, this.devices.check(new DeviceQuestion.Named(name)), name,
				DeviceFacts.Source.NAME, Optional.empty());
	}

	private RequestReference sent(SimWay way, Reason reason) {
		RequestReference reference = begunCard();
		this.owner.chooseWay(reference, SAM, way);
		if (way == SimWay.COURIER) {
			this.owner.keepAddress(reference, SAM, HOME);
		}
		else {
			this.owner.chooseStore(reference, SAM, "central");
		}
		if (way != SimWay.STORE) {
			this.requests.chooseDocument(reference, SAM, DocumentKind.HKID);
			this.requests.noteNumber(reference, SAM, DocumentKind.HKID, "A123456(3)");
			upload(reference, Side.FRONT, SpecimenPictures.idCard());
			upload(reference, Side.PORTRAIT, SpecimenPictures.portrait());
		}
		this.requests.answerReason(reference, SAM, reason, false);
		assertThat(this.requests.submit(reference, proof())).isInstanceOf(SubmitAnswer.Sent.class);
		return reference;
	}

	/** Approved at once, and the card is wanted. */
	private RequestReference approved(SimWay way, Reason reason) {
		RequestReference reference = sent(way, reason);
		leg(reference);
		assertThat(seen(reference).phase()).isEqualTo(Phase.READY);
		return reference;
	}

	private void leg(RequestReference reference) {
		Legs.told(this.rows, reference);
		this.fulfilment.run(row(reference).id());
	}

	private CardView card(RequestReference reference) {
		return seen(reference).card().orElseThrow();
	}

	private static String wrong(String code) {
		return code.equals("000000") ? "000001" : "000000";
	}

}
