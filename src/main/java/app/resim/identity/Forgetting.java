package app.resim.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.LegalHolds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets the pictures and typed numbers whose time is over, unless a legal hold lies on
 * their owner, and keeps a report of each run.
 */
@Service
public class Forgetting {

	private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

	private final Documents documents;

	private final Shelf shelf;

	private final LegalHolds holds;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Forgetting(Documents documents, Shelf shelf, LegalHolds holds, JdbcClient database,
			PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
		this.documents = documents;
		this.shelf = shelf;
		this.holds = holds;
		this.database = database;
		this.transaction = new TransactionTemplate(transactions);
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What the latest runs did.
	 * @param most how many at most
	 * @return newest first
	 */
	public List<Run> latest(int most) {
		return this.database.sql("SELECT * FROM forgetting_run ORDER BY id DESC LIMIT ?")
			.param(most)
			.query((row, index) -> new Run(row.getObject("ran_at", OffsetDateTime.class).toInstant(),
					row.getInt("pictures"), row.getInt("numbers"), row.getInt("held"), row.getInt("failures")))
			.list();
	}

	/** A folder that fails keeps none of the others; it is due again in the next run. */
	Run run() {
		Instant at = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		var tally = new Tally();
		this.shelf.due(at).forEach(folder -> forget(folder, tally));
		var run = new Run(at, tally.pictures, tally.numbers, tally.held, tally.failures);
		this.transaction.executeWithoutResult(status -> report(run));
		return run;
	}

	private void forget(Shelf.Due folder, Tally tally) {
		try {
			if (folder.owner().filter(this.holds::lieOn).isPresent()) {
				tally.held++;
				return;
			}
			Documents.Forgotten forgotten = this.documents.forgetDue(folder.folder());
			tally.pictures += forgotten.pictures();
			tally.numbers += forgotten.numbers();
		}
		catch (RuntimeException ex) {
			tally.failures++;
			log.warn("Folder {} could not be forgotten and stays due", folder.folder(), ex);
		}
	}

	private void report(Run run) {
		this.database
			.sql("INSERT INTO forgetting_run (ran_at, pictures, numbers, held, failures) VALUES (?, ?, ?, ?, ?)")
			.param(run.at().atOffset(ZoneOffset.UTC))
			.param(run.pictures())
			.param(run.numbers())
			.param(run.held())
			.param(run.failures())
			.update();
		if (run.hadWork()) {
			this.events.publishEvent(new DueForgotten(run));
		}
	}

	/**
	 * What one run did.
	 *
	 * @param at when
	 * @param pictures how many were forgotten
	 * @param numbers how many typed numbers were forgotten
	 * @param held how many folders, one a request, stay because of a legal hold
	 * @param failures how many folders could not be forgotten and are tried again
	 */
	public record Run(Instant at, int pictures, int numbers, int held, int failures) {

		boolean hadWork() {
			return this.pictures + this.numbers + this.held + this.failures > 0;
		}

	}

	/** A run that had something to do, as the audit trail keeps it. */
	private record DueForgotten(Run run) implements AuditedEvent {

		@Override
		public Instant at() {
			return this.run.at();
		}

		@Override
		public Actor actor() {
			return Actor.RESIM;
		}

		@Override
		public String deed() {
			return "documents.due-forgotten";
		}

		@Override
		public String subject() {
			return "retention";
		}

		@Override
		public String details() {
			return "pictures %d, numbers %d, held %d, failed %d".formatted(this.run.pictures(), this.run.numbers(),
					this.run.held(), this.run.failures());
		}

	}

	/** What is counted during a run. */
	private static final class Tally {

		private int pictures;

		private int numbers;

		private int held;

		private int failures;

	}

}
