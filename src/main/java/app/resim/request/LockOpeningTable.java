package app.resim.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The openings of locks as the database keeps them. What is decided by a change is
 * decided by its row: of two at once one finds it gone.
 */
@Component
class LockOpeningTable {

	private final JdbcClient database;

	LockOpeningTable(JdbcClient database) {
		this.database = database;
	}

	boolean add(LockOpening asked) {
		return this.database.sql("""
				INSERT INTO lock_opening (line, subscriber, asked_by, why, asked_at)
				VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.params(asked.line().e164(), asked.customer().subscriber(), asked.askedBy(), asked.why(),
					utc(asked.askedAt()))
			.update() == 1;
	}

	/** Takes the second of the two seats; nobody takes both. */
	boolean agree(LockOpening asked, String by, Instant opensAt) {
		return this.database.sql("""
				UPDATE lock_opening SET agreed_by = ?, opens_at = ?
				WHERE line = ? AND subscriber = ? AND agreed_by IS NULL AND asked_by <> ?""")
			.params(by, utc(opensAt), asked.line().e164(), asked.customer().subscriber(), by)
			.update() == 1;
	}

	boolean remove(LockOpening opening) {
		return remove(opening.customer(), opening.line());
	}

	boolean remove(SubscriberId customer, Msisdn line) {
		return this.database.sql("DELETE FROM lock_opening WHERE line = ? AND subscriber = ?")
			.params(line.e164(), customer.subscriber())
			.update() == 1;
	}

	Optional<LockOpening> find(Msisdn line) {
		return this.database.sql("SELECT * FROM lock_opening WHERE line = ?")
			.param(line.e164())
			.query(LockOpeningTable::opening)
			.optional();
	}

	List<LockOpening> all() {
		return this.database.sql("SELECT * FROM lock_opening ORDER BY asked_at, line")
			.query(LockOpeningTable::opening)
			.list();
	}

	List<LockOpening> of(SubscriberId customer) {
		return this.database.sql("SELECT * FROM lock_opening WHERE subscriber = ? ORDER BY line")
			.param(customer.subscriber())
			.query(LockOpeningTable::opening)
			.list();
	}

	List<LockOpening> due(Instant now) {
		return this.database.sql("SELECT * FROM lock_opening WHERE opens_at <= ? ORDER BY line")
			.param(utc(now))
			.query(LockOpeningTable::opening)
			.list();
	}

	private static LockOpening opening(ResultSet row, int index) throws SQLException {
		return new LockOpening(new SubscriberId(row.getString("subscriber")), new Msisdn(row.getString("line")),
				row.getString("asked_by"), row.getString("why"),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getString("agreed_by")),
				Optional.ofNullable(row.getObject("opens_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
