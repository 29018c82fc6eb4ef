package app.resim.account;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.resim.account.SessionState.Over;
import app.resim.account.SessionState.Why;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a session goes on when its node is gone, on every database.
 */
abstract class ResumptionContract {

	private static final Duration IDLE = Duration.ofMinutes(15);

	private static final SubscriberId SAMS_KEY = new SubscriberId("kay");

	private static final Actor SAM = Actor.customer(SAMS_KEY);

	/** A colleague whose name is Sam's key. */
	private static final Actor KAY = Actor.staff("kay");

	private static final Browser FIREFOX = new Browser(Browser.Family.FIREFOX, Browser.Device.LINUX);

	private static final Duration LATE = Resumption.GRACE;

	private Desk desk;

	private Sessions sessions;

	private Resumption resumption;

	private SessionId session;

	private Grounds grounds;

	abstract DataSource database();

	@BeforeEach
	void samIsSignedIn() {
		this.desk = new Desk(database());
		this.sessions = new Sessions(this.desk.database, event -> this.desk.trail.add((AuditedEvent) event),
				this.desk.clock, new Random(), IDLE, Duration.ofMinutes(60));
		this.resumption = another();
		this.session = this.sessions.begin(SAM, FIREFOX);
		Instant now = this.desk.clock.instant();
		this.grounds = new Grounds.OfCustomer(Proof.of(SAMS_KEY, Proven.mailCode(now))
			.from(new Origin(now.minus(Duration.ofDays(3)), "0a1b"))
			.and(new Proven(Factor.PASSKEY, now.plusSeconds(1), now.minus(Duration.ofDays(40)))));
	}

	/** A second node beside the first. */
	private Resumption another() {
		return new Resumption(this.desk.database, this.sessions, event -> this.desk.trail.add((AuditedEvent) event),
				this.desk.clock, new Random());
	}

	@Test
	void theSameSessionGoesOnWithTheSameProofsAndTheirTimes() {
		ResumeToken token = note();
		this.desk.clock.move(Duration.ofMinutes(7));
		assertThat(another().take(token)).isInstanceOfSatisfying(Resumed.GoesOn.class, on -> {
			assertThat(on.session()).isEqualTo(this.session);
			assertThat(on.grounds()).isEqualTo(this.grounds);
			assertThat(on.next()).isNotEqualTo(token);
		});
	}

	@Test
	void aColleagueIsKnownByTheEntranceAndTheLastFactor() {
		SessionId colleagues = this.sessions.begin(KAY, FIREFOX);
		var proven = new Grounds.OfStaff("kay", Entrance.OPERATOR_ACCOUNT,
				new Proven(Factor.AUTHENTICATOR_APP, this.desk.clock.instant(), Instant.EPOCH));
		ResumeToken token = this.resumption.note(colleagues, proven);
		assertThat(this.resumption.take(token)).isInstanceOfSatisfying(Resumed.GoesOn.class,
				on -> assertThat(on.grounds()).isEqualTo(proven));
	}

	@Test
	void goingOnMovesNoLimit() {
		ResumeToken token = note();
		this.desk.clock.move(IDLE.minusSeconds(1));
		ResumeToken next = goesOn(token);
		this.desk.clock.move(Duration.ofSeconds(1));
		assertThat(this.resumption.take(next)).isEqualTo(new Resumed.IsOver(Why.IDLE));
	}

	@Test
	void afterAnHourNoTokenHelps() {
		ResumeToken token = note();
		for (int i = 0; i < 6; i++) {
			this.desk.clock.move(Duration.ofMinutes(10));
			this.sessions.deed(this.session);
		}
		assertThat(this.resumption.take(token)).isEqualTo(new Resumed.IsOver(Why.LONG));
	}

	@Test
	void whatWasEndedGoesOnNowhere() {
		ResumeToken token = note();
		this.sessions.endOthers(SAM, Optional.empty());
		assertThat(this.resumption.take(token)).isEqualTo(new Resumed.IsOver(Why.ENDED));
	}

	@Test
	void anotherFactorBringsAnotherToken() {
		ResumeToken first = note();
		ResumeToken second = note();
		assertThat(second).isNotEqualTo(first);
		goesOn(second);
		this.desk.clock.move(LATE);
		assertThat(this.resumption.take(first)).isEqualTo(new Resumed.IsOver(Why.ENDED));
	}

	@Test
	void requestsOfOnePageThatComeTogetherAllGoOn() throws Exception {
		ResumeToken token = note();
		Callable<Resumed> request = () -> this.desk.transaction.execute(status -> another().take(token));
		try (ExecutorService page = Executors.newFixedThreadPool(4)) {
			List<Future<Resumed>> answers = page.invokeAll(Stream.generate(() -> request).limit(4).toList());
			for (Future<Resumed> answer : answers) {
				assertThat(answer.get()).isInstanceOf(Resumed.GoesOn.class);
			}
		}
	}

	@Test
	void anAnswerThatWasLostOnItsWayCostsNothing() {
		ResumeToken token = note();
		goesOn(token);
		this.desk.clock.move(LATE.minusSeconds(1));
		ResumeToken arrived = goesOn(token);
		this.desk.clock.move(LATE);
		goesOn(arrived);
	}

	@Test
	void anOldTokenThatComesBackEndsTheSessionForEverybody() {
		ResumeToken copied = note();
		ResumeToken owners = goesOn(copied);
		this.desk.clock.move(LATE);

		assertThat(this.resumption.take(copied)).isEqualTo(new Resumed.IsOver(Why.ENDED));
		assertThat(this.resumption.take(owners)).isEqualTo(new Resumed.IsOver(Why.ENDED));
		assertThat(this.sessions.look(this.session)).isEqualTo(new Over(Why.ENDED));
		assertThat(this.desk.trail).extracting(AuditedEvent::deed)
			.containsExactly("session.ended", "session.token-replayed");
	}

	@Test
	void aThiefWhoComesFirstIsFoundOutWhenTheOwnerComes() {
		ResumeToken copied = note();
		ResumeToken thiefs = goesOn(copied);
		this.desk.clock.move(LATE);
		this.resumption.take(copied);
		assertThat(this.resumption.take(thiefs)).isEqualTo(new Resumed.IsOver(Why.ENDED));
	}

	@Test
	void ofTwoWhoWentOnTogetherOnlyOneGoesOnAgain() {
		ResumeToken copied = note();
		ResumeToken owners = goesOn(copied);
		ResumeToken thiefs = goesOn(copied);
		goesOn(owners);
		this.desk.clock.move(LATE);
		assertThat(this.resumption.take(thiefs)).isEqualTo(new Resumed.IsOver(Why.ENDED));
	}

	@Test
	void aGuessOpensNothing() {
		note();
		assertThat(this.resumption.take(ResumeToken.draw(new Random()))).isEqualTo(new Resumed.Unknown());
		assertThat(ResumeToken.read("short")).isEmpty();
		assertThat(ResumeToken.read(null)).isEmpty();
	}

	@Test
	void theTokenIsKeptNowhereAndPrintedNowhere() {
		ResumeToken token = note();
		assertThat(this.desk.database.sql("SELECT mark FROM resume_token").query(String.class).list()).singleElement()
			.isNotEqualTo(token.text());
		assertThat(token.toString()).doesNotContain(token.text());
		assertThat(new Resumed.GoesOn(this.session, this.grounds, token).toString()).doesNotContain(token.text());
	}

	@Test
	void erasingAndForgettingTakeTheTokensAlong() {
		var kept = new SessionsOfACustomer(this.desk.database);
		ResumeToken token = note();
		assertThat(kept.export(SAMS_KEY, Actor.RESIM).entries()).singleElement()
			.satisfies(entry -> assertThat(entry.facts().get("provenBy").toString()).contains("MAIL_CODE", "PASSKEY"));
		kept.erase(SAMS_KEY, Actor.RESIM, this.desk.clock.instant());
		assertThat(this.resumption.take(token)).isEqualTo(new Resumed.Unknown());
		assertThat(this.desk.database.sql("SELECT COUNT(*) FROM sign_in_proven").query(Integer.class).single())
			.isZero();
	}

	private ResumeToken note() {
		return this.resumption.note(this.session, this.grounds);
	}

	private ResumeToken goesOn(ResumeToken token) {
		return ((Resumed.GoesOn) this.resumption.take(token)).next();
	}

}
