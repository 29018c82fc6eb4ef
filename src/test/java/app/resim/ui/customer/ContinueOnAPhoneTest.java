package app.resim.ui.customer;

import java.time.Duration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import app.resim.identity.Side;
import app.resim.identity.SpecimenPictures;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.Msisdn;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.ui.Hand;
import app.resim.ui.QrPicture;
import app.resim.ui.Viewfinder;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The first screen's side. What the phone does, its handover does here.
 */
class ContinueOnAPhoneTest extends CustomerPages {

	@Autowired
	private Handovers handovers;

	private RequestReference draft;

	private Hand hand;

	@BeforeEach
	void asked() {
		session().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				SecurityContextHolder.getContext());
		this.clock.move(Duration.ofMinutes(15).plusSeconds(1));
		this.draft = withDevice();
		this.hand = open("/requests/" + this.draft + "/document");
		this.hand.choose("kind", "macau-id");
		this.hand.press("front-photo-phone");
	}

	private static WrappedSession session() {
		return VaadinSession.getCurrent().getSession();
	}

	/** Reads the code from the picture on the page, as a phone would. */
	private String token() {
		return QrReader.read(this.hand.components(QrPicture.class).getFirst()).replaceAll(".*#", "");
	}

	private Handover phone() {
		Handover phone = this.handovers.read(token()).orElseThrow();
		pushed();
		return phone;
	}

	private Handover confirmed() {
		Handover phone = phone();
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
		Handover phone = phone();
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
		Handover phone = confirmed();
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
		Handover phone = confirmed();
		session().removeAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		assertThat(phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard()))).isEmpty();
		assertThat(now().pictures()).isEmpty();
	}

	@Test
	void somebodyElsesSignInInThisBrowserEndsIt() {
		String token = token();
		signIn(ANNA);
		session().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
				SecurityContextHolder.getContext());
		assertThat(this.handovers.read(token)).isEmpty();
	}

	@Test
	void aDraftThatIsNoneAnyMoreTakesNothing() throws IOException {
		Handover phone = confirmed();
		this.requests.withdraw(this.draft, SAM);
		assertThat(phone.deliver(new ByteArrayInputStream(SpecimenPictures.idCard()))).isEmpty();
		assertThat(phone.state()).isEqualTo(new Handover.State.Over(Handover.Why.STOPPED));
	}

	@Test
	void anExpiredCodeSaysSoAndIsRenewedByAPress() {
		this.clock.move(Handover.READABLE);
		this.hand.fire("resim-countdown", "over", Map.of());
		assertThat(this.hand.reads("front-photo-handover")).contains("The time for this code is over.");
		this.hand.press("front-photo-handover-again");
		assertThat(this.handovers.read(Objects.requireNonNull(token()))).isPresent();
	}

	@Test
	void aWrongNumberSaysSo() {
		Handover phone = phone();
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
		Handovers phones = this.handovers;
		var begun = phones.begin(ANNA, () -> true, new Wanted(Subject.of(DocumentKind.HKID, Side.FRONT),
				Viewfinder.CARD, "customer.document.HKID.front", "customer.document.photo.hint"), upload -> {
					throw new AssertionError("nothing was sent");
				})
			.orElseThrow();
		this.hand = open("/hand");
		this.hand.fire("resim-hand", "secret", Map.of("event.detail", begun.address().replaceAll(".*#", "")));
		assertThat(this.hand.reads()).contains("For Tidewire Mobile", "Which number does the other screen show?")
			.doesNotContain("5550 0142");
		var connected = (Handover.State.Connected) begun.handover().state();
		this.hand.press("number-" + connected.number());
		assertThat(this.hand.sees("front-photo")).isTrue();
		assertThat(this.hand.reads()).contains("Photo of the front of the card");
		assertThat(this.handovers.read(token)).isEmpty();
	}

}
