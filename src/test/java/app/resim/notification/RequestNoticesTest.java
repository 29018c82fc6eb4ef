package app.resim.notification;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.Subscriber;
import app.resim.notification.Delivery.NoticeInFlight;
import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.Email;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.ShortMessage;
import app.resim.request.NoticeChannel;
import app.resim.request.RequestEvent;
import app.resim.request.RequestFacts;
import app.resim.request.RequestReference;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * What the owner of a line is told when something happens to a request.
 */
class RequestNoticesTest {

	private static final JdbcClient DATABASE = JdbcClient.create(FreshDatabase.h2());

	private static final String NOT_ME = "https://esim.example.com/help/not-me";

	private static final String STOP = "https://esim.example.com/not-me/email/RS-7K4M-29QD/stop-1";

	private static final String REQUEST = "https://esim.example.com/requests/RS-7K4M-29QD";

	private static final String HOME = "https://esim.example.com/";

	private final Gateways.Mail mail = new Gateways.Mail();

	private final Gateways.Sms sms = new Gateways.Sms();

	private final MovingClock clock = new MovingClock();

	private final NoticeLog log = new NoticeLog(DATABASE, this.clock);

	private Optional<Subscriber> owner = Optional.of(Sam.reading("en"));

	private RequestFacts facts = Sam.facts();

	private final List<RequestReference> told = new ArrayList<>();

	private final RequestNotices notices = new RequestNotices(id -> this.owner, reference -> this.facts, this.told::add,
			new Composer(new Texts(), new Links(URI.create("https://esim.example.com"))), this.log,
			new Delivery(this.log, ObservationRegistry.NOOP), this.mail, this.sms);

	@BeforeEach
	void nothingWasToldYet() {
		DATABASE.sql("DELETE FROM notice").update();
	}

	static Stream<Arguments> notices() {
		return Stream.of(arguments(Sam.submitted(), "A new eSIM was asked for: RS-7K4M-29QD", REQUEST),
				arguments(Sam.sentToReview(), "A person is checking your request RS-7K4M-29QD", REQUEST),
				arguments(Sam.ready(), "Your new eSIM is ready: RS-7K4M-29QD", REQUEST),
				arguments(Sam.installed(), "Your new eSIM is on a phone: RS-7K4M-29QD", REQUEST),
				arguments(Sam.finished(), "Your new eSIM works: RS-7K4M-29QD", REQUEST),
				arguments(Sam.withdrawn(), "Your request RS-7K4M-29QD was taken back", HOME),
				arguments(Sam.stalled(), "Your new eSIM takes longer: RS-7K4M-29QD", REQUEST),
				arguments(Sam.picturesWanted(1), "We need another picture for your request RS-7K4M-29QD", REQUEST),
				arguments(Sam.picturesSent(), "We have your picture: RS-7K4M-29QD", REQUEST),
				arguments(Sam.handedOver(), "Come to one of our stores: RS-7K4M-29QD", REQUEST),
				arguments(Sam.takenBack(), "You need not come to a store: RS-7K4M-29QD", REQUEST),
				arguments(Sam.held(), "Nothing is issued before you could object: RS-7K4M-29QD", REQUEST),
				arguments(Sam.stillAskedFor(), "A new eSIM is still being asked for: RS-7K4M-29QD", REQUEST),
				arguments(Sam.paused(NoticeChannel.LINE, 1), "The request RS-7K4M-29QD is stopped", REQUEST),
				arguments(Sam.lookedInto(1), "The request RS-7K4M-29QD is checked again", REQUEST),
				arguments(Sam.setAside(), "We look at your request RS-7K4M-29QD once more", REQUEST),
				arguments(Sam.codeRanOut(1), "The code of your request RS-7K4M-29QD ran out", REQUEST),
				arguments(Sam.cardReady(), "Your SIM card waits in the shop: RS-7K4M-29QD", REQUEST),
				arguments(Sam.cardSent(), "Your SIM card is on its way: RS-7K4M-29QD", REQUEST),
				arguments(Sam.expired(), "Your request RS-7K4M-29QD has ended", HOME));
	}

	static Stream<RequestEvent> everything() {
		return Stream.of(Sam.submitted(), Sam.sentToReview(), Sam.approved(), Sam.declined(), Sam.withdrawn(),
				Sam.stalled(), Sam.resumed(), Sam.ready(), Sam.installed(), Sam.finished(), Sam.expired(),
				Sam.picturesWanted(1), Sam.picturesSent(), Sam.handedOver(), Sam.takenBack(), Sam.approvedOnce(),
				Sam.held(), Sam.stillAskedFor(), Sam.paused(NoticeChannel.EMAIL, 1), Sam.lookedInto(1), Sam.setAside(),
				Sam.codeRanOut(1), Sam.renewed(), Sam.cardReady(), Sam.cardSent());
	}

	/** While something can still be stopped, the address that stops it. */
	private static String notMe(RequestEvent event) {
		return Kind.of(event).filter(Kind::canBeStopped).map(kind -> STOP).orElse(NOT_ME);
	}

	@ParameterizedTest
	@MethodSource("notices")
	void eachMoveIsToldWithAWayOnAndAWayToSayNo(RequestEvent event, String subject, String link) {
		this.notices.on(event);

		assertThat(this.mail.taken).singleElement().satisfies(message -> {
			assertThat(message.to()).isEqualTo("sam.demo@example.com");
			assertThat(message.subject()).isEqualTo(subject);
			assertThat(message.text().lines()).contains(link, notMe(event), "Questions? Call +852 5550 0100.",
					"Tidewire Mobile");
		});
	}

	@Test
	void aCardIsNotCalledAnEsim() {
		this.facts = Sam.aboutACard();
		List.of(Sam.submitted(), Sam.sentToReview(), Sam.ready(), Sam.installed(), Sam.finished(), Sam.withdrawn(),
				Sam.handedOver(), Sam.held(), Sam.expired())
			.forEach(this.notices::on);

		assertThat(this.mail.taken).hasSize(9)
			.allSatisfy(message -> assertThat(message.subject() + message.text()).doesNotContain("eSIM"));
		assertThat(this.sms.taken).isNotEmpty()
			.allSatisfy(message -> assertThat(message.text()).doesNotContain("eSIM"));
	}

	@Test
	void theseAreAllMovesThatThereAre() {
		assertThat(everything().<Class<?>>map(RequestEvent::getClass))
			.containsExactlyInAnyOrder(RequestEvent.class.getPermittedSubclasses());
	}

	@Test
	void askingForPicturesTwiceIsToldTwiceAndEachOnlyOnce() {
		this.notices.on(Sam.picturesWanted(1));
		this.notices.on(Sam.picturesWanted(1));
		this.notices.on(Sam.picturesWanted(2));

		assertThat(this.mail.taken).hasSize(2);
	}

	@Test
	void whoObjectedHearsOnEveryWayThatItGoesOnAndMayStopItAgain() {
		this.notices.on(Sam.lookedInto(1));
		this.notices.on(Sam.lookedInto(2));

		assertThat(this.mail.taken).hasSize(2);
		assertThat(this.sms.taken).hasSize(4).allSatisfy(each -> assertThat(each.text()).contains("/not-me/"));
	}

	@Test
	void whoHasNoMailboxAnyMoreHearsThatARequestWasDeclined() {
		this.notices.on(Sam.declined());

		assertThat(this.sms.taken).extracting(ShortMessage::to).containsExactly(Sam.LINE, Sam.BACKUP);
		assertThat(this.sms.taken).allSatisfy(each -> assertThat(each.text()).contains("Nothing was issued"));
	}

	@Test
	void aMoveThatIsFollowedByAnotherAtOnceIsNotTold() {
		this.notices.on(Sam.approved());
		this.notices.on(Sam.resumed());

		assertThat(this.mail.taken).isEmpty();
		assertThat(this.sms.taken).isEmpty();
	}

	@Test
	void aNewRequestAlsoGoesToTheLineAndToTheBackupPhone() {
		this.notices.on(Sam.submitted());

		assertThat(this.sms.taken).extracting(ShortMessage::to).containsExactly(Sam.LINE, Sam.BACKUP);
		assertThat(this.sms.taken).extracting(ShortMessage::text)
			.allSatisfy(text -> assertThat(text).startsWith("Tidewire Mobile: a new eSIM was asked for")
				.contains("ending in 42"));
		assertThat(this.sms.taken).extracting(ShortMessage::text)
			.satisfiesExactly(
					toLine -> assertThat(toLine).endsWith("https://esim.example.com/not-me/line/RS-7K4M-29QD/stop-2"),
					toBackup -> assertThat(toBackup)
						.endsWith("https://esim.example.com/not-me/backup/RS-7K4M-29QD/stop-3"));
	}

	@Test
	void theOwnerIsToldOnceOneMessageIsOnItsWay() {
		this.mail.down = true;
		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> this.notices.on(Sam.submitted()));

		assertThat(this.told).containsExactly(Sam.REFERENCE);
	}

	@Test
	void whileNoMessageGoesOutTheOwnerIsNotTold() {
		this.mail.down = true;
		this.sms.down = true;
		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> this.notices.on(Sam.submitted()));

		assertThat(this.told).isEmpty();
	}

	@Test
	void aMessageThatEverybodyRefusesTellsNobody() {
		this.mail.unwilling = true;
		this.sms.down = true;
		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> this.notices.on(Sam.submitted()));

		assertThat(this.told).isEmpty();
	}

	@Test
	void eachStopIsToldAnew() {
		this.notices.on(Sam.paused(NoticeChannel.LINE, 1));
		this.notices.on(Sam.paused(NoticeChannel.EMAIL, 2));

		assertThat(this.mail.taken).hasSize(2);
	}

	@Test
	void aWaitIsToldWithItsEnd() {
		this.notices.on(Sam.held());

		assertThat(text()).contains("We go on at this time: Wednesday 5 August at 13:52 (Hong Kong time).");
	}

	@Test
	void soDoesTheNewEsim() {
		this.notices.on(Sam.installed());
		this.notices.on(Sam.finished());

		assertThat(this.sms.taken).extracting(ShortMessage::to)
			.containsExactly(Sam.LINE, Sam.BACKUP, Sam.LINE, Sam.BACKUP);
	}

	@Test
	void whatCanWaitIsNoShortMessage() {
		Stream.of(Sam.sentToReview(), Sam.ready(), Sam.withdrawn(), Sam.stalled(), Sam.expired())
			.forEach(this.notices::on);

		assertThat(this.mail.taken).hasSize(5);
		assertThat(this.sms.taken).isEmpty();
	}

	@Test
	void aBackupPhoneThatIsTheLineItselfGetsNoSecondMessage() {
		this.owner = Optional.of(Sam.with("en", Optional.of(Sam.LINE)));

		this.notices.on(Sam.submitted());

		assertThat(this.sms.taken).extracting(ShortMessage::to).containsExactly(Sam.LINE);
	}

	@Test
	void theAnswerIsPromisedForARealTime() {
		this.notices.on(Sam.sentToReview());

		assertThat(text()).contains("You have an answer by Tuesday 4 August at 15:52 (Hong Kong time).");
	}

	@Test
	void aPromiseThatTimeHasOvertakenIsNotMade() {
		this.facts = Sam.withoutTimes();

		this.notices.on(Sam.sentToReview());

		assertThat(this.mail.taken).isEmpty();
	}

	@Test
	void theCodeIsNotInTheMessageButItsEndIs() {
		this.notices.on(Sam.ready());

		assertThat(text()).contains("You can use it until Tuesday 18 August at 15:52 (Hong Kong time).");
	}

	@Test
	void aCodeWithoutAnEndIsToldWithoutOne() {
		this.facts = Sam.withoutTimes();

		this.notices.on(Sam.ready());

		assertThat(text()).contains("is ready to install").doesNotContain("until");
	}

	@Test
	void aRefusalSaysWhyAndWhatToDo() {
		this.notices.on(Sam.declined());

		assertThat(text()).contains("cannot be read. Ask again with a sharp photo").contains(NOT_ME);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-Hant", "zh-Hans", "ru" })
	void nothingInAMessageCouldBeUsedByAStranger(String language) {
		this.owner = Optional.of(Sam.reading(language));
		everything().forEach(this.notices::on);

		assertThat(this.mail.taken).hasSize(21);
		assertThat(Stream.concat(this.mail.taken.stream().map(message -> message.subject() + message.text()),
				this.sms.taken.stream().map(ShortMessage::text)))
			.allSatisfy(words -> assertThat(words).doesNotContainIgnoringCase("LPA:")
				.doesNotContain("55500142", "5550 0142", "Wong", "{", "}", "null", "Optional", "sm-dp+", "@"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-Hant", "zh-Hans", "ru" })
	void everyMessageSaysHowToSayNo(String language) {
		this.owner = Optional.of(Sam.reading(language));
		everything().forEach(this.notices::on);

		assertThat(this.mail.taken).extracting(Email::text)
			.allMatch(text -> text.contains(NOT_ME) || text.contains(STOP));
		assertThat(this.sms.taken).extracting(ShortMessage::text)
			.allMatch(text -> text.endsWith(NOT_ME)
					|| text.matches("(?s).*/not-me/(line|backup)/RS-7K4M-29QD/stop-[23]"));
	}

	@Test
	void itIsTheReadersLanguage() {
		this.owner = Optional.of(Sam.reading("zh-Hant"));

		this.notices.on(Sam.submitted());

		assertThat(this.mail.taken.getFirst().subject()).isEqualTo("有人申請新的 eSIM：RS-7K4M-29QD");
		assertThat(this.mail.taken.getFirst().language().toLanguageTag()).isEqualTo("zh-Hant");
		assertThat(this.sms.taken.getFirst().text()).contains("尾號 42 的號碼");
	}

	@Test
	void aRepeatedEventIsToldOnce() {
		this.notices.on(Sam.submitted());
		this.notices.on(Sam.submitted());

		assertThat(this.mail.taken).hasSize(1);
		assertThat(this.sms.taken).hasSize(2);
	}

	@Test
	void aMailServerThatIsDownHoldsNoShortMessageBackAndTheEventIsRepeated() {
		this.mail.down = true;

		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> this.notices.on(Sam.submitted()))
			.withMessage("The mail gateway took no message (IOException)")
			.withNoCause();
		assertThat(this.sms.taken).hasSize(2);

		this.mail.down = false;
		this.notices.on(Sam.submitted());
		assertThat(this.mail.taken).hasSize(1);
		assertThat(this.sms.taken).hasSize(2);
	}

	@Test
	void aShortMessageCentreThatIsDownHoldsNoMailBack() {
		this.sms.down = true;

		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> this.notices.on(Sam.submitted()));
		assertThat(this.mail.taken).hasSize(1);

		this.sms.down = false;
		this.notices.on(Sam.submitted());
		assertThat(this.mail.taken).hasSize(1);
		assertThat(this.sms.taken).hasSize(2);
	}

	@Test
	void anAddressThatIsRefusedIsNotTriedForEver() {
		this.mail.unwilling = true;
		this.notices.on(Sam.ready());

		this.mail.unwilling = false;
		this.notices.on(Sam.ready());

		assertThat(this.mail.taken).isEmpty();
	}

	@Test
	void aNoticeThatSomebodyElseIsSendingIsLeftToThem() {
		this.log.claim(new Slot(Sam.REFERENCE, Kind.READY, Channel.EMAIL));

		assertThatExceptionOfType(NoticeInFlight.class).isThrownBy(() -> this.notices.on(Sam.ready()));

		assertThat(this.mail.taken).isEmpty();
	}

	@Test
	void aNoticeWhoseSenderDiedIsSentLater() {
		this.log.claim(new Slot(Sam.REFERENCE, Kind.READY, Channel.EMAIL));
		this.clock.move(NoticeLog.CLAIM);

		this.notices.on(Sam.ready());

		assertThat(this.mail.taken).hasSize(1);
	}

	@Test
	void aCustomerTheDirectoryHasForgottenStopsNothing() {
		this.owner = Optional.empty();

		this.notices.on(Sam.submitted());

		assertThat(this.mail.taken).isEmpty();
	}

	private String text() {
		return this.mail.taken.getFirst().text();
	}

}
