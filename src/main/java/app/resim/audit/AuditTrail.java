package app.resim.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Who did what, when. Every {@link AuditedEvent} becomes a row in the transaction that
 * published it: either both the change and its row exist, or neither. An event published
 * outside a transaction is a mistake of the publisher and fails at once, because its row
 * could survive a change that did not happen. Each row is linked to the one before, see
 * {@link Chain}.
 */
@Service
public class AuditTrail {

	private static final int LONGEST_DETAILS = 1000;

	private static final int LARGEST_PAGE = 500;

	private final JdbcClient database;

	private final Chain chain;

	AuditTrail(JdbcClient database, Chain chain) {
		this.database = database;
		this.chain = chain;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void record(AuditedEvent event) {
		this.chain.add(written(event), TransactionAspectSupport.currentTransactionStatus());
	}

	private AuditEntry written(AuditedEvent event) {
		Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
		String details = shortened(event.details());
		var key = new GeneratedKeyHolder();
		this.database.sql("""
				INSERT INTO audit_entry (at, actor_kind, actor, deed, subject, details)
				VALUES (?, ?, ?, ?, ?, ?)""")
			.param(at.atOffset(ZoneOffset.UTC))
			.param(event.actor().kind().name())
			.param(event.actor().id())
			.param(event.deed())
			.param(event.subject())
			.param(details)
			.update(key, "id");
		return new AuditEntry(Objects.requireNonNull(key.getKey()).longValue(), at, event.actor(), event.deed(),
				event.subject(), details);
	}

	/**
	 * Everything that was done to a subject, first things first.
	 * @param subject a request reference, a document id, a subscriber id
	 * @return at most the 500 oldest rows
	 */
	@Transactional(readOnly = true)
	public List<AuditEntry> about(String subject) {
		return this.database.sql("SELECT * FROM audit_entry WHERE subject = ? ORDER BY id LIMIT ?")
			.param(subject)
			.param(LARGEST_PAGE)
			.query(AuditTrail::entry)
			.list();
	}

	/**
	 * Everything that was done to several subjects, first things first.
	 * @param subjects as above
	 * @return all rows
	 */
	@Transactional(readOnly = true)
	public List<AuditEntry> about(Set<String> subjects) {
		return subjects.isEmpty() ? List.of()
				: this.database.sql("SELECT * FROM audit_entry WHERE subject IN (:subjects) ORDER BY id")
					.param("subjects", subjects)
					.query(AuditTrail::entry)
					.list();
	}

	/**
	 * A page of the whole trail, newest first.
	 * @param before the id of the last row of the page seen before; empty for the first
	 * page
	 * @param size how many rows, 1 to 500
	 * @return the rows; fewer than asked for when the beginning of the trail is reached
	 */
	@Transactional(readOnly = true)
	public List<AuditEntry> latest(Optional<Long> before, int size) {
		return this.database.sql("SELECT * FROM audit_entry WHERE id < ? ORDER BY id DESC LIMIT ?")
			.param(before.orElse(Long.MAX_VALUE))
			.param(Math.clamp(size, 1, LARGEST_PAGE))
			.query(AuditTrail::entry)
			.list();
	}

	static AuditEntry entry(ResultSet row, int index) throws SQLException {
		var actor = new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor"));
		return new AuditEntry(row.getLong("id"), row.getObject("at", OffsetDateTime.class).toInstant(), actor,
				row.getString("deed"), row.getString("subject"), row.getString("details"));
	}

	private static String shortened(String details) {
		return (details.length() <= LONGEST_DETAILS) ? details : details.substring(0, LONGEST_DETAILS);
	}

}
