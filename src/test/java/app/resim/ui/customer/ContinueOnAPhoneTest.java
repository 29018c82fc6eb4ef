package app.resim.ui.customer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import app.resim.account.FreshSessions;
import app.resim.account.SessionId;
import app.resim.account.Sessions;
import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.identity.Subject;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Msisdn;
import app.resim.request.Handover;
import app.resim.request.Handovers;
import app.resim.request.OtherDevice;
import app.resim.request.PicturesOfARequest;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.WantedPicture;
import app.resim.ui.Hand;
import app.resim.ui.QrPicture;
import com.vaadin.flow.server.VaadinSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first screen's side. What the phone does, its handover does here.
 */
class ContinueOnAPhoneTest extends CustomerPages {

	private static final WantedPicture HKID_FRONT = new WantedPicture(Subject.of(DocumentKind.HKID, Side.FRONT),
			Optional.empty());

	private static final WantedPicture PERMIT_BACK = new WantedPicture(
			Subject.of(DocumentKind.EXIT_ENTRY_PERMIT, Side.BACK), Optional.empty());

	@Autowired
	private Handovers handovers;

	@Autowired
	private Sessions sessions;

	private SessionId session;

	private RequestReference draft;

	private Hand hand;

	@BeforeEach
	void asked() {
		this.clock.move(Duration.ofMinutes(15).plusSeconds(1));
		stay(SAM);
		this.session = this.sessions.of(Actor.customer(SAM)).getFirst().id();
		this.draft = withDevice();
		this.hand = open("/requests/" + this.draft + "/document");
		this.hand.choose("kind", "macau-id");
		this.hand.press("front-photo-phone");
	}

	/** Reads the code from the picture on the page, as a phone would. */
	private String token() {
		return QrReader.read(this.hand.components(QrPicture.class).getFirst()).replaceAll(".*#", "");
	}

	private OtherDevice phone() {
		OtherDevice phone = this.handovers.read(token()).orElseThrow();
		pushed();
		return phone;
	}

	private OtherDevice confirmed() {
		OtherDevice phone = phone();
		phone.choose(Integer.parseInt(this.hand.reads("front-photo-handover-number")));
		pushed();
		return phone;
	}

	/** What the phone has caused on this page, which a browser would be told by push. */
	private static void pushed() {
		VaadinSession session = VaadinSession.getCurrent();
		session.getService().runPendingAccessTasks(session);
	}

	private RequestView now() {
		return stored(this.draft);
	}

	@Test
	void thePageFollowsThePhone() throws IOException {
		assertThat(this.hand.reads("front-photo-handover")).contains("Point the camera of your phone");
		OtherDevice phone = phone();
		assertThat(this.hand.reads("front-photo-handover")).contains("On it, choose this number");
		phone.choose(Integer.parseInt(this.hand.reads("front-photo-handover-number")));
		pushed();
		assertThat(this.hand.reads("front-photo-handover")).contains("Your phone is connected");

		phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard()));
		pushed();

		assertThat(this.hand.sees("front-show")).isTrue();
		assertThat(this.hand.sees("front-photo-handover")).isFalse();
		assertThat(now().documentKind()).contains(DocumentKind.MACAU_ID);
		assertThat(Pictures.of(now(), Side.FRONT)).isPresent();
	}

	@Test
	void onlyTheWantedSideOfThisDraftIsAdded() throws IOException {
		RequestReference other = this.requests.start(ANNA, new Msisdn("+85255500163"))
			.map(RequestView::reference)
			.orElse(null);
		confirmed().deliver(new ByteArrayInputStream(SpecimenPictures.idCard()));

		assertThat(now().pictures()).singleElement().satisfies(added -> assertThat(added.side()).isEqualTo(Side.FRONT));
		if (other != null) {
			assertThat(this.requests.find(other, ANNA).orElseThrow().pictures()).isEmpty();
		}
	}

	@Test
	void aRefusedPictureLeavesThePhoneConnected() throws IOException {
		OtherDevice phone = confirmed();
		phone.deliver(new ByteArrayInputStream("PK no picture".getBytes(StandardCharsets.UTF_8)));
		pushed();
		assertThat(this.hand.reads("front-photo-handover")).contains("Your phone is connected");
		assertThat(now().pictures()).isEmpty();
	}

	@Test
	void aStoppedCodeIsWorthNothing() {
		String token = token();
		this.hand.press("front-photo-handover-stop");
		assertThat(this.hand.sees("front-photo-handover")).isFalse();
		assertThat(this.handovers.read(token)).isEmpty();
	}

	@Test
	void aNewCodeEndsTheEarlierOne() {
		String earlier = token();
		this.hand.press("front-photo-phone");
		assertThat(token()).isNotEqualTo(earlier);
		assertThat(this.handovers.read(earlier)).isEmpty();
	}

	@Test
	void leavingThePageEndsIt() {
		String token = token();
		open("/lines");
		assertThat(this.handovers.read(token)).isEmpty();
	}

	@Test
	void anotherDocumentEndsIt() {
		String token = token();
		this.hand.choose("kind", "passport");
		assertThat(this.handovers.read(token)).isEmpty();
	}

	@Test
	void signingOutEndsIt() throws IOException {
		OtherDevice phone = confirmed();
		this.sessions.end(Actor.customer(SAM), this.session);
		assertThat(phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard())))
			.isEqualTo(new OtherDevice.Answer.Over());
		assertThat(now().pictures()).isEmpty();
	}

	@Test
	void somebodyElsesSignInInThisBrowserEndsIt() {
		String token = token();
		stay(ANNA);
		assertThat(this.handovers.read(token)).isEmpty();
	}

	@Test
	void aDraftThatIsNoneAnyMoreTakesNothing() throws IOException {
		OtherDevice phone = confirmed();
		this.requests.withdraw(this.draft, SAM);
		assertThat(phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard())))
			.isEqualTo(new OtherDevice.Answer.Over());
		assertThat(phone.why()).isEqualTo(Handover.Why.STOPPED);
	}

	/** Begun by a page whose node died, so that nobody has ended it. */
	private Handovers.Begun begunByAPageThatIsGone() {
		open("/lines");
		return this.handovers.begin(this.session, this.draft, PERMIT_BACK);
	}

	private void openAgain() {
		this.hand = open("/requests/" + this.draft + "/document");
	}

	@Test
	void aPageThatIsLoadedAgainGoesOnWithThePhone() throws IOException {
		OtherDevice phone = this.handovers.read(begunByAPageThatIsGone().secret()).orElseThrow();
		openAgain();
		assertThat(this.hand.reads("back-photo-handover")).contains("On it, choose this number");
		phone.choose(Integer.parseInt(this.hand.reads("back-photo-handover-number")));
		pushed();
		assertThat(this.hand.reads("back-photo-handover")).contains("Your phone is connected");

		phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard()));
		pushed();

		assertThat(this.hand.sees("back-show")).isTrue();
		assertThat(now().documentKind()).contains(DocumentKind.EXIT_ENTRY_PERMIT);
	}

	@Test
	void whatArrivesWhileNobodyLooksIsThereWhenThePageIsLoadedAgain() throws IOException {
		PicturesOfARequest.add(this.requests, this.draft, SAM, Side.FRONT, SpecimenPictures.idCard());
		Handovers.Begun begun = begunByAPageThatIsGone();
		OtherDevice phone = this.handovers.read(begun.secret()).orElseThrow();
		phone.choose(((Handover.State.Connected) begun.handover().state()).number());
		assertThat(phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard())))
			.isEqualTo(new OtherDevice.Answer.Arrived());
		openAgain();
		assertThat(this.hand.sees("back-show")).isTrue();
		assertThat(this.hand.sees("front-show")).as("the picture of another document").isFalse();
	}

	@Test
	void aPageThatIsLoadedAgainSaysThatItsCodeIsGone() {
		String secret = begunByAPageThatIsGone().secret();
		openAgain();
		assertThat(this.hand.reads("back-photo-handover")).contains("This page was opened again.");
		assertThat(this.handovers.read(secret)).isEmpty();
		this.hand.press("back-photo-handover-again");
		assertThat(this.hand.reads("back-photo-handover")).contains("Point the camera of your phone");
	}

	@Test
	void anExpiredCodeSaysSoAndIsRenewedByAPress() {
		this.clock.move(Handovers.READABLE);
		this.hand.fire("resim-countdown", "over", Map.of());
		assertThat(this.hand.reads("front-photo-handover")).contains("The time for this code is over.");
		this.hand.press("front-photo-handover-again");
		assertThat(this.handovers.read(Objects.requireNonNull(token()))).isPresent();
	}

	@Test
	void aWrongNumberSaysSo() {
		OtherDevice phone = phone();
		int right = Integer.parseInt(this.hand.reads("front-photo-handover-number"));
		phone.choose(phone.numbers().stream().filter(each -> each != right).findFirst().orElseThrow());
		pushed();
		assertThat(this.hand.reads("front-photo-handover")).contains("Another number was chosen");
	}

	@Test
	void thePhonesPageExplainsACodeThatDoesNotWork() {
		SecurityContextHolder.clearContext();
		this.hand = open("/hand");
		this.hand.fire("resim-hand", "secret", Map.of("event.detail", "x".repeat(43)));
		assertThat(this.hand.reads()).contains("This code is wrong, too old or was used already.");
	}

	@Test
	void thePhonesPageAsksForTheNumberAndThenForThePicture() {
		String token = token();
		SessionId annas = this.sessions.begin(Actor.customer(ANNA), FreshSessions.FIREFOX);
		Handovers.Begun begun = this.handovers.begin(annas, this.draft, HKID_FRONT);
		this.hand = open("/hand");
		this.hand.fire("resim-hand", "secret", Map.of("event.detail", begun.secret()));
		assertThat(this.hand.reads()).contains("For Tidewire Mobile", "Which number does the other screen show?")
			.doesNotContain("5550 0142");
		var connected = (Handover.State.Connected) begun.handover().state();
		this.hand.press("number-" + connected.number());
		assertThat(this.hand.sees("front-photo")).isTrue();
		assertThat(this.hand.reads()).contains("Photo of the front of the card");
		assertThat(this.handovers.read(token)).isEmpty();
	}

}
