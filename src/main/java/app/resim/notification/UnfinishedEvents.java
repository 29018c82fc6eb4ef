package app.resim.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.CompletedEventPublications;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.EventPublication.Status;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.stereotype.Component;

/**
 * Hands events again to listeners that did not finish with them: first after some ten
 * seconds, then after ever longer pauses of at most a quarter of an hour. After
 * {@value #ATTEMPTS} attempts, which is about two days, only a restart tries again.
 * Listeners that seem to be at work are left alone for fifteen seconds: most likely their
 * node died, and if not, nothing is done twice.
 */
@Component
class UnfinishedEvents {

	static final int ATTEMPTS = 200;

	/**
	 * A listener that lost its database could not give its claim back: tried sooner, it
	 * is in its own way, and waits twice as long.
	 */
	private static final Duration SHORTEST_PAUSE = NoticeLog.CLAIM.plusSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

	/** Longer than a claim of a notice, which would be in the way. */
	private static final Duration AT_WORK = NoticeLog.CLAIM.plusSeconds(3);

	private static final Duration WAITING = Duration.ofSeconds(15);

	private static final Duration KEPT = Duration.ofDays(7);

	private final IncompleteEventPublications incomplete;

	private final CompletedEventPublications completed;

	private final JdbcClient database;

	private final Clock clock;

	UnfinishedEvents(IncompleteEventPublications incomplete, CompletedEventPublications completed, JdbcClient database,
			Clock clock) {
		this.incomplete = incomplete;
		this.completed = completed;
		this.database = database;
		this.clock = clock;
	}

	/** Hands out again what is due. */
	void handOutAgain() {
		freeThoseThatWereNeverStarted();
		this.incomplete.resubmitIncompletePublications(this::due);
	}

	/** Forgets events that every listener finished with long ago. */
	void forget() {
		this.completed.deletePublicationsOlderThan(KEPT);
	}

	boolean due(EventPublication publication) {
		Instant last = Objects.requireNonNullElse(publication.getLastResubmissionDate(),
				publication.getPublicationDate());
		return publication.getCompletionAttempts() < ATTEMPTS
				&& last.plus(pause(publication)).isBefore(this.clock.instant());
	}

	private static Duration pause(EventPublication publication) {
		if (publication.getStatus() != Status.FAILED) {
			return AT_WORK;
		}
		Duration grown = SHORTEST_PAUSE.multipliedBy(1L << Math.clamp(publication.getCompletionAttempts() - 1, 0, 7));
		return (grown.compareTo(LONGEST_PAUSE) < 0) ? grown : LONGEST_PAUSE;
	}

	/**
	 * The registry never hands out again what it marked as handed out, even if the
	 * process ended before the listener began.
	 */
	private void freeThoseThatWereNeverStarted() {
		this.database.sql("""
				UPDATE event_publication SET status = 'FAILED'
				WHERE status = 'RESUBMITTED' AND last_resubmission_date < ? AND completion_date IS NULL""")
			.param(this.clock.instant().minus(WAITING).atOffset(ZoneOffset.UTC))
			.update();
	}

	/** When it runs. */
	@Configuration
	static class Schedule {

		@Bean
		RecurringTask<Void> handOutUnfinishedEvents(UnfinishedEvents events) {
			return Tasks.recurring("notification.hand-out-unfinished-events", FixedDelay.of(Duration.ofSeconds(5)))
				.execute((instance, context) -> events.handOutAgain());
		}

		@Bean
		RecurringTask<Void> forgetFinishedEvents(UnfinishedEvents events) {
			return Tasks.recurring("notification.forget-finished-events", FixedDelay.of(Duration.ofHours(6)))
				.execute((instance, context) -> events.forget());
		}

	}

}
