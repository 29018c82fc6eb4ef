package app.resim.notification;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.Factor;
import app.resim.account.FactorChange;
import app.resim.account.Line;
import app.resim.account.Subscriber;
import app.resim.catalogue.Weights;
import app.resim.kernel.Actor;
import app.resim.kernel.Msisdn;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.ShortMessage;
import app.resim.request.LockWillOpen;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a customer is told when a way to sign in comes or goes.
 */
class FactorNoticesTest {

	private static final JdbcClient DATABASE = JdbcClient.create(FreshDatabase.h2());

	private static final String NOT_ME = "https://esim.example.com/help/not-me";

	private static final Msisdn SECOND_LINE = new Msisdn("+85255500143");

	private final Gateways.Mail mail = new Gateways.Mail();

	private final Gateways.Sms sms = new Gateways.Sms();

	private Subscriber owner = Sam.reading("en");

	private List<Line> lines = List.of(line(Sam.LINE), line(SECOND_LINE));

	private final Links links = new Links(URI.create("https://esim.example.com"));

	private final EveryWay ways = new EveryWay(id -> Optional.of(this.owner), id -> this.lines,
			brand -> Weights.demoBrand(), new Texts(), this.links,
			new Delivery(new NoticeLog(DATABASE, new MovingClock()), ObservationRegistry.NOOP), this.mail, this.sms);

	private final FactorNotices notices = new FactorNotices(this.ways, new Texts(), this.links);

	@BeforeEach
	void nothingWasToldYet() {
		DATABASE.sql("DELETE FROM notice").update();
	}

	@ParameterizedTest
	@CsvSource({ "PASSKEY, factor.added, A passkey was added to your account",
			"PASSKEY, factor.removed, A passkey was removed from your account",
			"AUTHENTICATOR_APP, factor.added, An authenticator app was added to your account",
			"AUTHENTICATOR_APP, factor.removed, An authenticator app was removed from your account",
			"RECOVERY_CODE, factor.added, New recovery codes were made for your account" })
	void eachChangeIsToldWithWhenAndWhatToDo(Factor factor, String deed, String subject) {
		this.notices.on(change(factor, deed));

		assertThat(this.mail.taken).singleElement().satisfies(letter -> {
			assertThat(letter.to()).isEqualTo("sam.demo@example.com");
			assertThat(letter.subject()).isEqualTo(subject);
			assertThat(letter.text()).contains("This was on ", "(Hong Kong time)");
			assertThat(letter.text().lines()).contains(NOT_ME, "Tidewire Mobile");
		});
	}

	@Test
	void everyOtherWayToReachThemIsTold() {
		this.notices.on(added(Factor.PASSKEY));

		assertThat(this.sms.taken).extracting(ShortMessage::to).containsExactly(Sam.LINE, SECOND_LINE, Sam.BACKUP);
		assertThat(this.sms.taken).extracting(ShortMessage::text)
			.containsOnly("Tidewire Mobile: a passkey was added to your account. Was this not you? See what to do: "
					+ NOT_ME);
	}

	@Test
	void aBackupPhoneThatIsAlsoALineIsToldOnce() {
		this.owner = Sam.with("en", Optional.of(SECOND_LINE));
		this.notices.on(added(Factor.PASSKEY));
		assertThat(this.sms.taken).hasSize(2);
	}

	@Test
	void whatIsDownHoldsTheOthersNotBackAndIsRepeatedAlone() {
		this.sms.down = true;
		assertThatExceptionOfType(GatewayUnreachable.class)
			.isThrownBy(() -> this.notices.on(added(Factor.AUTHENTICATOR_APP)));
		assertThat(this.mail.taken).hasSize(1);

		this.sms.down = false;
		this.notices.on(added(Factor.AUTHENTICATOR_APP));
		this.notices.on(added(Factor.AUTHENTICATOR_APP));
		assertThat(this.mail.taken).hasSize(1);
		assertThat(this.sms.taken).hasSize(3);
	}

	@Test
	void theSameFactorAddedAgainIsToldAgain() {
		this.notices.on(added(Factor.RECOVERY_CODE));
		this.notices.on(new FactorChange(MovingClock.START.plus(Duration.ofMinutes(1)), Actor.customer(Sam.ID),
				"factor.added", Factor.RECOVERY_CODE));
		assertThat(this.mail.taken).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-Hant", "zh-Hans", "ru" })
	void nothingInItNamesThePersonOrTheLine(String language) {
		this.owner = Sam.reading(language);
		this.notices.on(added(Factor.PASSKEY));

		String all = this.mail.taken.getFirst().subject() + this.mail.taken.getFirst().text()
				+ this.sms.taken.getFirst().text();
		assertThat(all).doesNotContain("Wong", "sam.demo", "5550 0142", "55500142", "c-1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-Hant", "zh-Hans", "ru" })
	void aLockThatStaffWillOpenIsToldEverywhereWithWhereToKeepIt(String language) {
		this.owner = Sam.reading(language);
		new LockNotices(this.ways, new Texts(), this.links).on(new LockWillOpen(MovingClock.START, Actor.staff("kay"),
				Sam.ID, "42", MovingClock.START.plus(Duration.ofDays(1))));

		assertThat(this.mail.taken).singleElement()
			.satisfies(letter -> assertThat(letter.text().lines()).contains("https://esim.example.com/lines", NOT_ME));
		assertThat(this.sms.taken).hasSize(3)
			.allSatisfy(message -> assertThat(message.text()).contains("42", "https://esim.example.com/lines"));
	}

	@Test
	void whatColleaguesChangeAboutThemselvesIsTheirOwn() {
		this.notices.on(new FactorChange(MovingClock.START, Actor.staff("kay"), "factor.added", Factor.PASSKEY));
		assertThat(this.mail.taken).isEmpty();
	}

	private static FactorChange added(Factor factor) {
		return change(factor, "factor.added");
	}

	private static FactorChange change(Factor factor, String deed) {
		Instant at = MovingClock.START;
		return new FactorChange(at, Actor.customer(Sam.ID), deed, factor);
	}

	private static Line line(Msisdn number) {
		return new Line(number, Sam.BRAND, Line.SimKind.ESIM, "");
	}

}
