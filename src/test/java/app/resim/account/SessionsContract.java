package app.resim.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import app.resim.account.SessionState.Open;
import app.resim.account.SessionState.Over;
import app.resim.account.SessionState.Why;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What sessions promise on every database.
 */
abstract class SessionsContract {

	private static final Duration IDLE = Duration.ofMinutes(15);

	private static final Duration LONGEST = Duration.ofMinutes(60);

	private static final SubscriberId SAMS_KEY = new SubscriberId("kay");

	private static final Actor SAM = Actor.customer(SAMS_KEY);

	/** A colleague whose name is Sam's key. */
	private static final Actor KAY = Actor.staff("kay");

	private static final Browser FIREFOX = new Browser(Browser.Family.FIREFOX, Browser.Device.LINUX);

	private Desk desk;

	private Sessions sessions;

	private SessionsOfACustomer kept;

	abstract DataSource database();

	@BeforeEach
	void open() {
		this.desk = new Desk(database());
		this.sessions = another();
		this.kept = new SessionsOfACustomer(this.desk.database);
	}

	/** A second node beside the first. */
	private Sessions another() {
		return new Sessions(this.desk.database, event -> this.desk.trail.add((AuditedEvent) event), this.desk.clock,
				new Random(), IDLE, LONGEST);
	}

	@Test
	void aSessionEndsAfterAQuarterOfAnHourWithoutADeed() {
		SessionId session = this.sessions.begin(SAM, FIREFOX);
		move(IDLE.minusSeconds(1));
		assertThat(this.sessions.look(session)).isInstanceOf(Open.class);
		move(Duration.ofSeconds(1));
		assertThat(this.sessions.look(session)).isEqualTo(new Over(Why.IDLE));
		assertThat(this.sessions.deed(session)).as("a late deed").isEqualTo(new Over(Why.IDLE));
	}

	@Test
	void aLookKeepsNothingAliveAndADeedDoes() {
		SessionId session = this.sessions.begin(SAM, FIREFOX);
		move(Duration.ofMinutes(14));
		this.sessions.look(session);
		assertThat(until(session)).isEqualTo(Duration.ofMinutes(1));
		this.sessions.deed(session);
		assertThat(until(session)).isEqualTo(IDLE);
	}

	@Test
	void anHourIsTheEndWhateverIsDone() {
		SessionId session = this.sessions.begin(SAM, FIREFOX);
		for (int i = 0; i < 5; i++) {
			move(Duration.ofMinutes(10));
			this.sessions.deed(session);
		}
		assertThat(this.sessions.look(session)).isInstanceOfSatisfying(Open.class,
				open -> assertThat(open.extendable()).isFalse());
		assertThat(until(session)).isEqualTo(Duration.ofMinutes(10));
		move(Duration.ofMinutes(10));
		assertThat(this.sessions.deed(session)).isEqualTo(new Over(Why.LONG));
	}

	@Test
	void whatOneNodeEndsIsOverOnTheOther() {
		SessionId session = this.sessions.begin(SAM, FIREFOX);
		another().end(SAM, session);
		assertThat(this.sessions.look(session)).isEqualTo(new Over(Why.ENDED));
		assertThat(this.sessions.deed(session)).isEqualTo(new Over(Why.ENDED));
		assertThat(this.desk.trail).extracting(AuditedEvent::deed).containsExactly("session.ended");
	}

	@Test
	void nobodyEndsTheSessionOfSomebodyElse() {
		SessionId session = this.sessions.begin(SAM, FIREFOX);
		this.sessions.end(KAY, session);
		this.sessions.endOthers(KAY, Optional.empty());
		assertThat(this.sessions.look(session)).isInstanceOf(Open.class);
		assertThat(this.desk.trail).isEmpty();
	}

	@Test
	void allOthersEndAndTheOneStays() {
		SessionId here = this.sessions.begin(SAM, FIREFOX);
		SessionId there = this.sessions.begin(SAM, FIREFOX);
		SessionId colleagues = this.sessions.begin(KAY, FIREFOX);

		this.sessions.endOthers(SAM, Optional.of(here));

		assertThat(this.sessions.of(SAM)).extracting(OpenSession::id).containsExactly(here);
		assertThat(this.sessions.look(there)).isEqualTo(new Over(Why.ENDED));
		assertThat(this.sessions.of(KAY)).extracting(OpenSession::id).containsExactly(colleagues);
	}

	@Test
	void theListSaysWhereAndSinceWhenAndLeavesOutWhatIsOver() {
		this.sessions.begin(SAM, FIREFOX);
		move(Duration.ofMinutes(16));
		SessionId now = this.sessions.begin(SAM, FIREFOX);
		assertThat(this.sessions.of(SAM)).singleElement().satisfies(open -> {
			assertThat(open.id()).isEqualTo(now);
			assertThat(open.browser()).isEqualTo(FIREFOX);
			assertThat(open.begunAt()).isEqualTo(this.desk.clock.instant());
		});
	}

	@Test
	void aNodeFindsWhichOfItsSessionsAreOver() {
		SessionId ended = this.sessions.begin(SAM, FIREFOX);
		SessionId idle = this.sessions.begin(SAM, FIREFOX);
		var unknown = new SessionId(UUID.randomUUID());
		another().end(SAM, ended);
		move(IDLE);
		SessionId open = this.sessions.begin(SAM, FIREFOX);

		Set<SessionId> mine = Set.of(ended, idle, unknown, open);
		assertThat(this.sessions.over(mine, Duration.ofMinutes(1))).containsExactlyInAnyOrder(ended, unknown);
		move(Duration.ofMinutes(1));
		assertThat(this.sessions.over(mine, Duration.ofMinutes(1))).containsExactlyInAnyOrder(ended, unknown, idle);
		assertThat(this.sessions.over(Set.of(), Duration.ZERO)).isEmpty();
	}

	@Test
	void oldSessionsAreForgotten() {
		SessionId old = this.sessions.begin(SAM, FIREFOX);
		move(Duration.ofDays(2));
		SessionId open = this.sessions.begin(SAM, FIREFOX);
		this.sessions.purge();
		assertThat(this.desk.database.sql("SELECT id FROM sign_in_session").query(UUID.class).list())
			.containsExactly(open.id());
		assertThat(this.sessions.look(old)).isEqualTo(new Over(Why.ENDED));
	}

	@Test
	void theCustomersOwnCanBeExportedAndErasingEndsThem() {
		SessionId session = this.sessions.begin(SAM, FIREFOX);
		SessionId colleagues = this.sessions.begin(KAY, FIREFOX);
		assertThat(this.kept.export(SAMS_KEY, Actor.RESIM).entries()).hasSize(1);

		this.kept.erase(SAMS_KEY, Actor.RESIM, this.desk.clock.instant());

		assertThat(this.kept.export(SAMS_KEY, Actor.RESIM).entries()).isEqualTo(List.of());
		assertThat(this.sessions.look(session)).isEqualTo(new Over(Why.ENDED));
		assertThat(this.sessions.look(colleagues)).isInstanceOf(Open.class);
	}

	private Duration until(SessionId session) {
		return (this.sessions.look(session) instanceof Open open)
				? Duration.between(this.desk.clock.instant(), open.until()) : Duration.ZERO;
	}

	private void move(Duration on) {
		this.desk.clock.move(on);
	}

}
