package app.resim.notification;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import app.resim.MovingClock;
import app.resim.audit.AuditTrail;
import app.resim.request.RequestEvent;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Notices that could not be given at first, with the real registry of events.
 */
@Wired
class UnfinishedEventsTest {

	@Autowired
	private UnfinishedEvents unfinished;

	@Autowired
	private Wired.Outside outside;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private AuditTrail trail;

	@BeforeEach
	void nothingHappenedYet() {
		this.database.sql("DELETE FROM event_publication").update();
		this.database.sql("DELETE FROM notice").update();
		this.outside.mail().taken.clear();
		this.outside.mail().down = false;
		this.outside.sms().taken.clear();
	}

	@Test
	void anEventIsToldAfterItsCommitAndRecordedInIt() {
		publish(Sam.ready());

		awaitStatus("COMPLETED");
		assertThat(this.outside.mail().taken).hasSize(1);
		assertThat(this.trail.about("RS-7K4M-29QD")).last().satisfies(entry -> {
			assertThat(entry.deed()).isEqualTo("request.ready");
			assertThat(entry.details()).isEmpty();
		});
	}

	@Test
	void whatWasRolledBackIsNeitherToldNorRecorded() {
		int before = this.trail.about("RS-7K4M-29QD").size();
		this.transaction.executeWithoutResult(status -> {
			this.events.publishEvent(Sam.expired());
			status.setRollbackOnly();
		});

		assertThat(this.database.sql("SELECT COUNT(*) FROM event_publication").query(Integer.class).single()).isZero();
		assertThat(this.trail.about("RS-7K4M-29QD")).hasSize(before);
	}

	@Test
	void aNoticeThatNobodyTookIsHandedOutAgain() {
		this.outside.mail().down = true;
		publish(Sam.submitted());
		awaitStatus("FAILED");
		this.outside.mail().down = false;

		this.unfinished.handOutAgain();
		assertThat(status()).isEqualTo("FAILED");

		this.clock.move(Duration.ofSeconds(14));
		this.unfinished.handOutAgain();
		awaitStatus("COMPLETED");
		assertThat(this.outside.mail().taken).hasSize(1);
		assertThat(this.outside.sms().taken).hasSize(2);
	}

	@Test
	void declinesSurviveTheRegistryWithTheirReason() {
		this.outside.mail().down = true;
		publish(Sam.declined());
		awaitStatus("FAILED");
		this.outside.mail().down = false;

		this.clock.move(Duration.ofMinutes(2));
		this.unfinished.handOutAgain();

		awaitStatus("COMPLETED");
		assertThat(this.outside.mail().taken.getFirst().text()).contains("cannot be read");
	}

	@Test
	void whatWasHandedOutAndNeverStartedIsHandedOutAgain() {
		failed();
		set("status = 'RESUBMITTED', last_resubmission_date = ?", this.clock.instant().atOffset(ZoneOffset.UTC));

		this.unfinished.handOutAgain();
		assertThat(status()).isEqualTo("RESUBMITTED");

		this.clock.move(Duration.ofSeconds(16));
		this.unfinished.handOutAgain();
		awaitStatus("COMPLETED");
		assertThat(this.outside.mail().taken).hasSize(1);
	}

	@Test
	void aListenerAtWorkIsLeftAloneForFifteenSeconds() {
		failed();
		set("status = 'PROCESSING', publication_date = ?", this.clock.instant().atOffset(ZoneOffset.UTC));

		this.clock.move(Duration.ofSeconds(15));
		this.unfinished.handOutAgain();
		assertThat(status()).isEqualTo("PROCESSING");

		this.clock.move(Duration.ofSeconds(1));
		this.unfinished.handOutAgain();
		awaitStatus("COMPLETED");
	}

	@Test
	void aHopelessEventWaitsForARestart() {
		failed();
		set("completion_attempts = 200, publication_date = ?", this.clock.instant().atOffset(ZoneOffset.UTC));

		this.clock.move(Duration.ofHours(1));
		this.unfinished.handOutAgain();
		assertThat(status()).isEqualTo("FAILED");
	}

	@Test
	void pausesGrowToAQuarterOfAnHour() {
		failed();
		set("completion_attempts = 50, publication_date = ?", this.clock.instant().atOffset(ZoneOffset.UTC));

		this.clock.move(Duration.ofMinutes(15));
		this.unfinished.handOutAgain();
		assertThat(status()).isEqualTo("FAILED");

		this.clock.move(Duration.ofSeconds(1));
		this.unfinished.handOutAgain();
		awaitStatus("COMPLETED");
	}

	@Test
	void finishedEventsAreForgottenAfterAWeek() {
		publish(Sam.ready());
		awaitStatus("COMPLETED");

		this.unfinished.forget();
		assertThat(status()).isEqualTo("COMPLETED");

		this.clock.move(Duration.ofDays(8));
		this.unfinished.forget();
		assertThat(this.database.sql("SELECT COUNT(*) FROM event_publication").query(Integer.class).single()).isZero();
	}

	private void failed() {
		this.outside.mail().down = true;
		publish(Sam.ready());
		awaitStatus("FAILED");
		this.outside.mail().down = false;
	}

	private void publish(RequestEvent event) {
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(event));
	}

	private void set(String change, OffsetDateTime at) {
		assertThat(this.database.sql("UPDATE event_publication SET " + change).param(at).update()).isEqualTo(1);
	}

	private void awaitStatus(String wanted) {
		Awaitility.await().untilAsserted(() -> assertThat(status()).isEqualTo(wanted));
	}

	private String status() {
		return this.database.sql("SELECT status FROM event_publication").query(String.class).single();
	}

}
