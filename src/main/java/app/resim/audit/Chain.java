package app.resim.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.keys.Seal;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Links the rows of the trail. The links are added one transaction at a time, as the last
 * deed before the commit: so nobody waits for longer than a commit takes, and since a
 * transaction that holds the lock takes no other any more, none can wait for the other in
 * a circle.
 *
 * @see "decision 0015"
 */
@Component
class Chain {

	private static final int BATCH = 1000;

	private final JdbcClient database;

	private final Seal seal;

	Chain(JdbcClient database, Seal seal) {
		this.database = database;
		this.seal = seal;
	}

	/**
	 * Links a row before the transaction that wrote it commits.
	 * @param entry the row
	 * @param change that transaction
	 */
	void add(AuditEntry entry, TransactionStatus change) {
		waiting(change).add(entry);
	}

	/**
	 * Links the rows of an installation that is older than the chain.
	 */
	@EventListener(ApplicationReadyEvent.class)
	@Transactional
	void begin() {
		if (last().isEmpty()) {
			link(List.of());
		}
	}

	private Waiting waiting(TransactionStatus change) {
		return TransactionSynchronizationManager.getSynchronizations()
			.stream()
			.filter(Waiting.class::isInstance)
			.map(Waiting.class::cast)
			.findAny()
			.orElseGet(() -> {
				var fresh = new Waiting(change);
				TransactionSynchronizationManager.registerSynchronization(fresh);
				return fresh;
			});
	}

	private void link(List<AuditEntry> entries) {
		lock();
		Optional<Link> last = last();
		if (last.isEmpty()) {
			linkAll();
		}
		else {
			link(last.get(), entries);
		}
	}

	/** The rows of this transaction are among them. */
	private void linkAll() {
		Link last = Link.NONE;
		long after = Long.MIN_VALUE;
		List<AuditEntry> batch = after(after);
		while (!batch.isEmpty()) {
			last = link(last, batch);
			batch = after(batch.getLast().id());
		}
	}

	private Link link(Link last, List<AuditEntry> entries) {
		Link end = last;
		for (AuditEntry entry : entries) {
			end = end.next(entry, this.seal);
			this.database.sql("INSERT INTO audit_link (place, entry, link) VALUES (?, ?, ?)")
				.params(end.place(), entry.id(), end.print())
				.update();
		}
		return end;
	}

	private void lock() {
		boolean held = this.database.sql("SELECT id FROM audit_lock WHERE id = 1 FOR UPDATE")
			.query(Integer.class)
			.optional()
			.isPresent();
		if (!held) {
			throw new IllegalStateException(
					"The row of audit_lock is gone: nothing is done that cannot be put on record");
		}
	}

	private Optional<Link> last() {
		return this.database.sql("SELECT place, link FROM audit_link ORDER BY place DESC LIMIT 1")
			.query((row, number) -> new Link(row.getLong("place"), row.getBytes("link")))
			.optional();
	}

	private List<AuditEntry> after(long id) {
		return this.database.sql("SELECT * FROM audit_entry WHERE id > ? ORDER BY id LIMIT ?")
			.params(id, BATCH)
			.query(AuditTrail::entry)
			.list();
	}

	/**
	 * The rows of one transaction, which wait for its end. What the session of Hibernate
	 * still holds back goes to the database before the lock is taken, because it may have
	 * to wait for others.
	 */
	private final class Waiting implements TransactionSynchronization {

		private final TransactionStatus change;

		private final List<AuditEntry> entries = new ArrayList<>();

		private boolean linked;

		Waiting(TransactionStatus change) {
			this.change = change;
		}

		void add(AuditEntry entry) {
			if (this.linked) {
				throw new IllegalStateException("An audited event came after the trail of its transaction was closed");
			}
			this.entries.add(entry);
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			this.change.flush();
			this.linked = true;
			link(this.entries);
		}

	}

}
