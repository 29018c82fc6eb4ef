package app.resim.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Resets that wait for a second colleague, at most one for each member of staff. Every
 * method but the list wants a transaction.
 */
@Component
class StaffResets {

	private final JdbcClient database;

	StaffResets(JdbcClient database) {
		this.database = database;
	}

	/** Asked anew, the wait for a second colleague begins anew. */
	void ask(ResetAsked asked) {
		this.database.sql("DELETE FROM staff_reset WHERE name = ?").param(asked.name()).update();
		this.database.sql("INSERT INTO staff_reset (name, asked_by, asked_at) VALUES (?, ?, ?)")
			.params(asked.name(), asked.by(), utc(asked.at()))
			.update();
	}

	/**
	 * Takes what was asked, once.
	 * @param name whose proofs
	 * @param since the oldest that counts
	 * @return what was asked, or empty
	 */
	Optional<ResetAsked> take(String name, Instant since) {
		Optional<ResetAsked> asked = since(since).stream().filter(each -> each.name().equals(name)).findFirst();
		int taken = this.database.sql("DELETE FROM staff_reset WHERE name = ?").param(name).update();
		return asked.filter(each -> taken == 1);
	}

	/**
	 * What waits.
	 * @param since the oldest that counts
	 * @return by name
	 */
	List<ResetAsked> since(Instant since) {
		return this.database.sql("SELECT * FROM staff_reset WHERE asked_at > ? ORDER BY name")
			.param(utc(since))
			.query((row, index) -> new ResetAsked(row.getString("name"), row.getString("asked_by"),
					row.getObject("asked_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
