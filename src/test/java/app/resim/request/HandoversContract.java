package app.resim.request;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.account.FreshSessions;
import app.resim.account.SessionId;
import app.resim.account.Sessions;
import app.resim.identity.Acceptance;
import app.resim.identity.Findings;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.Actor;
import app.resim.kernel.DocumentKind;
import app.resim.kernel.SubscriberId;
import app.resim.nodes.FreshNews;
import app.resim.nodes.News;
import app.resim.request.Handover.State;
import app.resim.request.Handover.Why;
import app.resim.request.OtherDevice.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A picture that comes from another device, on every database: the first screen is on one
 * node and the other device on a second one.
 */
abstract class HandoversContract {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final RequestReference REQUEST = new RequestReference("RS-7K4M-29QD");

	private static final WantedPicture FRONT = new WantedPicture(Subject.of(DocumentKind.HKID, Side.FRONT),
			Optional.of(PictureReason.BLURRED));

	private static final String UPLOAD = "a picture";

	private final MovingClock clock = new MovingClock();

	private final Album album = new Album();

	private DataSource database;

	private Sessions sessions;

	private SessionId session;

	private Handovers here;

	private Handovers there;

	abstract DataSource database();

	/** The database of this test. */
	final DataSource shared() {
		return this.database;
	}

	@BeforeEach
	void twoNodes() {
		this.database = database();
		JdbcClient.create(this.database).sql("DELETE FROM handover").update();
		this.sessions = FreshSessions.on(this.database, this.clock);
		this.session = this.sessions.begin(Actor.customer(SAM), FreshSessions.FIREFOX);
		this.here = node(FreshNews.alone());
		this.there = node(FreshNews.alone());
	}

	final Handovers node(News news) {
		return FreshHandovers.node(this.database, news, this.album, this.clock);
	}

	private Handovers.Begun begin() {
		return this.here.begin(this.session, REQUEST, FRONT);
	}

	/** A first screen on one node, and a device on another that has read its code. */
	record Two(Handover screen, OtherDevice phone) {

		int right() {
			return number(this.screen);
		}

		int wrong() {
			return this.phone.numbers().stream().filter(each -> each != right()).findFirst().orElseThrow();
		}

		Two confirmed() {
			assertThat(this.phone.choose(right())).isTrue();
			return this;
		}

		Answer sends() throws IOException {
			return this.phone.deliver(upload());
		}

	}

	final Two twoOn(Handovers first, Handovers second) {
		Handovers.Begun begun = first.begin(this.session, REQUEST, FRONT);
		return new Two(begun.handover(), second.read(begun.secret()).orElseThrow());
	}

	private Two two() {
		return twoOn(this.here, this.there);
	}

	private static int number(Handover screen) {
		return ((State.Connected) screen.state()).number();
	}

	private static ByteArrayInputStream upload() {
		return new ByteArrayInputStream(UPLOAD.getBytes(StandardCharsets.UTF_8));
	}

	private static State over(Why why) {
		return new State.Over(why);
	}

	@Test
	void aPictureArrivesAfterTheNumberWasChosen() throws IOException {
		Handovers.Begun begun = begin();
		assertThat(begun.handover().state()).isInstanceOf(State.Waiting.class);
		OtherDevice phone = this.there.read(begun.secret()).orElseThrow();
		assertThat(phone.wanted()).isEqualTo(FRONT);
		int number = number(begun.handover());
		assertThat(phone.numbers()).hasSize(3).doesNotHaveDuplicates().contains(number).allMatch(n -> n >= 10);
		assertThat(phone.deliver(upload())).isEqualTo(new Answer.Over());

		assertThat(phone.choose(number)).isTrue();
		assertThat(begun.handover().state()).isInstanceOf(State.Confirmed.class);
		assertThat(phone.deliver(upload())).isEqualTo(new Answer.Arrived());

		assertThat(this.album.added).containsExactly(new Album.Added(REQUEST, SAM, FRONT.subject(), UPLOAD));
		assertThat(begun.handover().state()).isInstanceOf(State.Arrived.class);
	}

	@Test
	void theSecretIsKeptAsAHashUntilItIsReadAndNothingOfAnybodyIs() {
		Handovers.Begun begun = begin();
		assertThat(begun.secret()).matches("[A-Za-z0-9_-]{43}");
		assertThat(begun.toString()).doesNotContain(begun.secret());
		assertThat(begin().secret()).isNotEqualTo(begun.secret());

		Handovers.Begun read = begin();
		assertThat(rows()).noneSatisfy(row -> assertThat(row).contains(read.secret()))
			.noneSatisfy(row -> assertThat(row).contains(SAM.subscriber()));
		assertThat(marks()).singleElement().asString().matches("[0-9a-f]{64}");
		this.there.read(read.secret());
		assertThat(marks()).isEmpty();
	}

	@Test
	void theSamePictureSentAgainIsAnsweredAndNotAddedAgain() throws IOException {
		Two two = two().confirmed();
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
		assertThat(this.album.added).hasSize(1);
	}

	@Test
	void aRefusedPictureMayBeFollowedByAnother() throws IOException {
		Two two = two().confirmed();
		this.album.answers(() -> new Acceptance.Refused(Acceptance.Refusal.TOO_SMALL));
		assertThat(two.sends()).isEqualTo(new Answer.Refused(Acceptance.Refusal.TOO_SMALL));
		var blurred = new Findings.Retake(Set.of(Findings.Reason.values()[0]));
		this.album.answers(() -> new Acceptance.Again(blurred));
		assertThat(two.sends()).isEqualTo(new Answer.Again(blurred));
		this.album.answers(Album::good);
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
	}

	@Test
	void aPictureThatBreaksOffMayBeSentAgain() throws IOException {
		Two two = two().confirmed();
		this.album.answers(() -> {
			throw new IOException("broken line");
		});
		assertThatExceptionOfType(IOException.class).isThrownBy(two::sends);
		this.album.answers(Album::good);
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
	}

	@Test
	void aCodeIsReadOnceOnly() {
		String secret = begin().secret();
		assertThat(this.there.read(secret)).isPresent();
		assertThat(this.there.read(secret)).isEmpty();
		assertThat(this.here.read(secret)).isEmpty();
	}

	@Test
	void guessesAreNotAnswered() {
		begin();
		assertThat(this.there.read("")).isEmpty();
		assertThat(this.there.read("x".repeat(43))).isEmpty();
		assertThat(this.there.read("x".repeat(100_000))).isEmpty();
	}

	@Test
	void aCodeExpires() {
		Handovers.Begun begun = begin();
		this.clock.move(Handovers.READABLE.minusSeconds(1));
		assertThat(begun.handover().state()).isInstanceOf(State.Waiting.class);
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.there.read(begun.secret())).isEmpty();
		assertThat(begun.handover().state()).isEqualTo(over(Why.EXPIRED));
	}

	@Test
	void aConfirmedPhoneHasTenMinutesWhoeverStillLooks() throws IOException {
		Two two = two().confirmed();
		this.clock.move(Handovers.USABLE);
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(two.phone().why()).isEqualTo(Why.EXPIRED);
		assertThat(two.screen().state()).isEqualTo(over(Why.EXPIRED));
		assertThat(this.album.added).isEmpty();
	}

	@Test
	void aWrongNumberEndsIt() throws IOException {
		Two two = two();
		int right = two.right();
		assertThat(two.phone().choose(two.wrong())).isFalse();
		assertThat(two.phone().choose(right)).isFalse();
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(two.phone().why()).isEqualTo(Why.WRONG_NUMBER);
		assertThat(two.screen().state()).isEqualTo(over(Why.WRONG_NUMBER));
	}

	@Test
	void nothingWorksAfterSignOut() throws IOException {
		Two two = two().confirmed();
		String unread = this.here.begin(this.session, REQUEST, new WantedPicture(Subject.PORTRAIT, Optional.empty()))
			.secret();
		this.sessions.end(Actor.customer(SAM), this.session);
		assertThat(this.there.read(unread)).isEmpty();
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(two.phone().why()).isEqualTo(Why.STOPPED);
		assertThat(two.screen().state()).isEqualTo(over(Why.STOPPED));
		assertThat(this.here.goOn(this.session, REQUEST, FRONT.subject())).isEmpty();
	}

	@Test
	void whatTheFirstScreenStopsIsWorthNothing() throws IOException {
		Handovers.Begun unread = begin();
		unread.handover().stop();
		assertThat(this.there.read(unread.secret())).isEmpty();

		Two two = two().confirmed();
		two.screen().gone();
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(two.phone().why()).isEqualTo(Why.STOPPED);
	}

	@Test
	void aPhoneThatLeavesEndsItAndAfterThePictureNothing() throws IOException {
		Two gone = two();
		gone.phone().leave();
		assertThat(gone.screen().state()).isEqualTo(over(Why.LEFT));

		Two done = two().confirmed();
		done.sends();
		done.phone().leave();
		done.screen().stop();
		assertThat(done.screen().state()).isInstanceOf(State.Arrived.class);
	}

	@Test
	void aNewCodeForTheSamePictureEndsTheEarlierOne() {
		Handovers.Begun earlier = begin();
		begin();
		assertThat(earlier.handover().state()).isEqualTo(over(Why.STOPPED));
		assertThat(this.there.read(earlier.secret())).isEmpty();
	}

	@Test
	void aRequestThatTakesNoPictureEndsIt() throws IOException {
		Two two = two().confirmed();
		this.album.answers(() -> {
			throw new Requests.NoSuchRequest();
		});
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(two.screen().state()).isEqualTo(over(Why.STOPPED));
	}

	@Test
	void ofManyDevicesThatReadAtOnceOneIsConnected() throws Exception {
		for (int round = 0; round < 5; round++) {
			String secret = begin().secret();
			assertThat(WithReviewers.atOnce(onBothNodes(node -> node.read(secret).isPresent()))).containsOnlyOnce(true);
		}
	}

	@Test
	void ofTwoChoicesAtOnceOneCounts() throws Exception {
		for (int round = 0; round < 10; round++) {
			Two two = two();
			int right = two.right();
			int wrong = two.wrong();
			HandoverId id = two.screen().id();
			List<Boolean> granted = WithReviewers
				.atOnce(List.of(() -> this.here.choose(id, wrong), () -> this.there.choose(id, right),
						() -> this.here.choose(id, right), () -> this.there.choose(id, wrong)));
			if (two.screen().state() instanceof State.Confirmed) {
				assertThat(granted).containsOnlyOnce(true);
			}
			else {
				assertThat(two.screen().state()).isEqualTo(over(Why.WRONG_NUMBER));
				assertThat(granted).doesNotContain(true);
			}
		}
	}

	@Test
	void ofManyPicturesAtOnceOneIsAdded() throws Exception {
		for (int round = 0; round < 5; round++) {
			HandoverId id = two().confirmed().screen().id();
			this.album.added.clear();
			WithReviewers.atOnce(onBothNodes(node -> sent(node, id)));
			assertThat(this.album.added).hasSize(1);
			assertThat(this.here.deliver(id, upload())).isEqualTo(new Answer.Arrived());
			assertThat(this.album.added).hasSize(1);
		}
	}

	private static boolean sent(Handovers node, HandoverId id) {
		try {
			return node.deliver(id, upload()) instanceof Answer.Arrived;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private List<Callable<Boolean>> onBothNodes(Predicate<Handovers> deed) {
		return IntStream.range(0, 4)
			.<Callable<Boolean>>mapToObj(i -> () -> deed.test((i % 2 == 0) ? this.here : this.there))
			.toList();
	}

	@Test
	void whileAPictureIsLookedAtAnotherOneIsNotTaken() throws IOException {
		Two two = two().confirmed();
		this.album.answers(() -> {
			assertThatExceptionOfType(IOException.class)
				.isThrownBy(() -> this.here.deliver(two.screen().id(), upload()));
			return Album.good();
		});
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
		assertThat(this.album.added).hasSize(1);
	}

	@Test
	void aPictureThatTakesTooLongIsTakenOutAgain() throws IOException {
		Two two = two().confirmed();
		this.album.answers(() -> {
			this.clock.move(Handovers.USABLE);
			return Album.good();
		});
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(this.album.removed).hasSize(1);
		assertThat(two.phone().why()).isEqualTo(Why.EXPIRED);
	}

	@Test
	void aPictureThatCameInTimeIsTakenWhenItWasLookedAt() throws IOException {
		Two two = two().confirmed();
		this.clock.move(Handovers.USABLE.minusSeconds(1));
		this.album.answers(() -> {
			this.clock.move(Duration.ofSeconds(30));
			return Album.good();
		});
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
	}

	@Test
	void whatIsStoppedWhileAPictureIsLookedAtAddsNothing() throws IOException {
		Two two = two().confirmed();
		this.album.answers(() -> {
			two.screen().stop();
			return Album.good();
		});
		assertThat(two.sends()).isEqualTo(new Answer.Over());
		assertThat(this.album.removed).hasSize(1);
		assertThat(two.screen().state()).isEqualTo(over(Why.STOPPED));
	}

	@Test
	void aNodeThatDiedWithAPictureHoldsItUpForTwoMinutes() throws IOException {
		Two two = two().confirmed();
		JdbcClient.create(this.database)
			.sql("UPDATE handover SET sending = ?, sending_until = ?")
			.params(UUID.randomUUID(), this.clock.instant().plus(Handovers.PATIENCE).atOffset(ZoneOffset.UTC))
			.update();
		assertThatExceptionOfType(IOException.class).isThrownBy(two::sends);
		this.clock.move(Handovers.PATIENCE);
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
	}

	@Test
	void aPageThatIsLoadedAgainGoesOnWhereTheOneBeforeWas() throws IOException {
		Two two = two();
		int number = two.right();
		assertThat(this.there.wanted(this.session, REQUEST)).contains(FRONT.subject());

		Handover again = this.there.goOn(this.session, REQUEST, FRONT.subject()).orElseThrow();

		assertThat(number(again)).isEqualTo(number);
		assertThat(two.screen().state()).isEqualTo(over(Why.OPENED_AGAIN));
		two.screen().gone();
		assertThat(two.phone().choose(number)).isTrue();
		Handover third = this.here.goOn(this.session, REQUEST, FRONT.subject()).orElseThrow();
		assertThat(third.state()).isInstanceOf(State.Confirmed.class);
		assertThat(two.sends()).isEqualTo(new Answer.Arrived());
		assertThat(third.state()).isInstanceOf(State.Arrived.class);
		assertThat(this.there.goOn(this.session, REQUEST, FRONT.subject())).isEmpty();
		assertThat(this.there.wanted(this.session, REQUEST)).isEmpty();
	}

	@Test
	void aCodeWhosePageIsGoneIsWorthNothingOnceThePageIsLoadedAgain() {
		Handovers.Begun begun = begin();
		Handover again = this.there.goOn(this.session, REQUEST, FRONT.subject()).orElseThrow();
		assertThat(again.state()).isEqualTo(over(Why.OPENED_AGAIN));
		assertThat(begun.handover().state()).isEqualTo(over(Why.OPENED_AGAIN));
		assertThat(this.there.read(begun.secret())).isEmpty();
	}

	@Test
	void nobodyGoesOnWithAnotherPictureRequestOrSignIn() {
		two();
		SessionId other = this.sessions.begin(Actor.customer(SAM), FreshSessions.FIREFOX);
		assertThat(this.there.goOn(other, REQUEST, FRONT.subject())).isEmpty();
		assertThat(this.there.goOn(this.session, new RequestReference("RS-0000-0000"), FRONT.subject())).isEmpty();
		assertThat(this.there.goOn(this.session, REQUEST, Subject.PORTRAIT)).isEmpty();
		assertThat(this.there.goOn(this.session, REQUEST, FRONT.subject())).isPresent();
	}

	@Test
	void rowsAreForgottenAfterTheirTime() {
		Two two = two();
		this.clock.move(Duration.ofMinutes(20));
		this.here.purge();
		assertThat(rows()).hasSize(1);
		this.clock.move(Duration.ofSeconds(1));
		this.here.purge();
		assertThat(rows()).isEmpty();
		assertThat(two.screen().state()).isEqualTo(over(Why.EXPIRED));
		assertThat(two.phone().choose(two.phone().numbers().getFirst())).isFalse();
		assertThat(two.phone().why()).isEqualTo(Why.EXPIRED);
	}

	private List<String> rows() {
		return JdbcClient.create(this.database)
			.sql("SELECT * FROM handover")
			.query()
			.listOfRows()
			.stream()
			.map(Object::toString)
			.toList();
	}

	private List<String> marks() {
		return JdbcClient.create(this.database)
			.sql("SELECT mark FROM handover WHERE mark IS NOT NULL")
			.query(String.class)
			.list();
	}

}
