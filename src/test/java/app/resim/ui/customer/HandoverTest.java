package app.resim.ui.customer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

import app.resim.MovingClock;
import app.resim.identity.Acceptance;
import app.resim.identity.DocumentId;
import app.resim.identity.Findings;
import app.resim.identity.Picture;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;
import app.resim.limits.FreshLimits;
import app.resim.ui.Viewfinder;
import app.resim.ui.customer.Handover.State;
import app.resim.ui.customer.Handover.Why;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HandoverTest {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final byte[] UPLOAD = "a picture".getBytes(StandardCharsets.UTF_8);

	private static final Wanted FRONT = new Wanted(Subject.of(DocumentKind.HKID, Side.FRONT), Viewfinder.CARD,
			"customer.document.HKID.front", "customer.document.photo.hint");

	private final MovingClock clock = new MovingClock();

	private final Handovers handovers = new Handovers(new Random(7), this.clock, FreshLimits.make(this.clock),
			"https://esim.example.com/");

	private final AtomicBoolean present = new AtomicBoolean(true);

	private final List<byte[]> added = new ArrayList<>();

	private Acceptance answer = new Acceptance.Accepted(new Picture(new DocumentId(UUID.randomUUID()), Side.FRONT, 1600,
			1100, MovingClock.START, new Findings.Accepted(Set.of())));

	private Handovers.Begun begin() {
		return this.handovers.begin(SAM, this.present::get, FRONT, upload -> {
			this.added.add(upload.readAllBytes());
			return this.answer;
		}).orElseThrow();
	}

	private static String token(Handovers.Begun begun) {
		return begun.address().substring(begun.address().indexOf('#') + 1);
	}

	private Handover connected() {
		return this.handovers.read(token(begin())).orElseThrow();
	}

	private Handover confirmed() {
		Handover handover = connected();
		assertThat(handover.choose(number(handover))).isTrue();
		return handover;
	}

	private static int number(Handover handover) {
		return ((State.Connected) handover.state()).number();
	}

	@Test
	void theSecretStandsBehindTheNumberSignAndIsLongAndNew() {
		Handovers.Begun first = begin();
		assertThat(first.address()).matches("https://esim\\.example\\.com/hand#[A-Za-z0-9_-]{43}");
		assertThat(first.toString()).doesNotContain(token(first));
		assertThat(token(begin())).isNotEqualTo(token(first));
	}

	@Test
	void aPictureArrivesAfterTheNumberWasChosen() throws IOException {
		Handovers.Begun begun = begin();
		List<State> seen = new ArrayList<>();
		begun.handover().watch(() -> seen.add(begun.handover().state()));
		Handover phone = this.handovers.read(token(begun)).orElseThrow();
		assertThat(phone.numbers()).hasSize(3).doesNotHaveDuplicates().contains(number(phone)).allMatch(n -> n >= 10);
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).isEmpty();

		assertThat(phone.choose(number(phone))).isTrue();
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).contains(this.answer);

		assertThat(this.added).containsExactly(UPLOAD);
		assertThat(seen).hasExactlyElementsOfTypes(State.Connected.class, State.Confirmed.class, State.Arrived.class);
	}

	@Test
	void theSamePictureSentAgainIsAnsweredAndNotAddedAgain() throws IOException {
		Handover phone = confirmed();
		Optional<Acceptance> first = phone.deliver(new ByteArrayInputStream(UPLOAD));
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).isEqualTo(first);
		assertThat(this.added).hasSize(1);
	}

	@Test
	void aRefusedPictureMayBeFollowedByAnother() throws IOException {
		Handover phone = confirmed();
		Acceptance good = this.answer;
		this.answer = new Acceptance.Refused(Acceptance.Refusal.TOO_SMALL);
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).contains(this.answer);
		this.answer = good;
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).contains(good);
	}

	@Test
	void aCodeIsReadOnceOnly() {
		String token = token(begin());
		assertThat(this.handovers.read(token)).isPresent();
		assertThat(this.handovers.read(token)).isEmpty();
		assertThat(this.handovers.waiting()).isZero();
	}

	@Test
	void guessesAreNotAnswered() {
		begin();
		assertThat(this.handovers.read("")).isEmpty();
		assertThat(this.handovers.read("x".repeat(43))).isEmpty();
		assertThat(this.handovers.read("x".repeat(100_000))).isEmpty();
	}

	@Test
	void aCodeExpires() {
		Handovers.Begun begun = begin();
		this.clock.move(Handover.READABLE.minusSeconds(1));
		assertThat(begun.handover().state()).isInstanceOf(State.Waiting.class);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.handovers.read(token(begun))).isEmpty();
		assertThat(begun.handover().state()).isEqualTo(new State.Over(Why.EXPIRED));
	}

	@Test
	void aConfirmedPhoneHasTenMinutes() throws IOException {
		Handover phone = confirmed();
		this.clock.move(Handover.USABLE);
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).isEmpty();
		assertThat(phone.state()).isEqualTo(new State.Over(Why.EXPIRED));
		assertThat(this.added).isEmpty();
	}

	@Test
	void aWrongNumberEndsIt() throws IOException {
		Handover phone = connected();
		int right = number(phone);
		int wrong = phone.numbers().stream().filter(each -> each != right).findFirst().orElseThrow();
		assertThat(phone.choose(wrong)).isFalse();
		assertThat(phone.choose(right)).isFalse();
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).isEmpty();
		assertThat(phone.state()).isEqualTo(new State.Over(Why.WRONG_NUMBER));
	}

	@Test
	void nothingWorksAfterSignOut() throws IOException {
		String unread = token(begin());
		Handover phone = confirmed();
		this.present.set(false);
		assertThat(this.handovers.read(unread)).isEmpty();
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).isEmpty();
		assertThat(phone.state()).isEqualTo(new State.Over(Why.STOPPED));
		this.present.set(true);
		assertThat(phone.deliver(new ByteArrayInputStream(UPLOAD))).isEmpty();
	}

	@Test
	void nobodyMakesCodesWithoutEnd() {
		for (int code = 0; code < 10; code++) {
			begin();
		}
		assertThat(this.handovers.begin(SAM, this.present::get, FRONT, upload -> this.answer)).isEmpty();
		assertThat(this.handovers.begin(new SubscriberId("demo-1002"), () -> true, FRONT, upload -> this.answer))
			.isPresent();
		this.clock.move(Duration.ofMinutes(15));
		begin();
		assertThat(this.handovers.waiting()).isEqualTo(1);
	}

}
