package app.resim.request;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who has approved. Each approval takes the next of two seats; that nobody takes two is a
 * rule of the database.
 *
 * @see "decision 0012"
 */
@Component
class Votes {

	private final JdbcClient database;

	Votes(JdbcClient database) {
		this.database = database;
	}

	/** Who has approved so far, in order. */
	List<String> of(RequestId request) {
		return this.database.sql("SELECT reviewer FROM review_vote WHERE request = ? ORDER BY seat")
			.param(request.id())
			.query((row, index) -> row.getString("reviewer"))
			.list();
	}

	/** When it was approved, in order. */
	List<Instant> times(RequestId request) {
		return this.database.sql("SELECT voted_at FROM review_vote WHERE request = ? ORDER BY seat")
			.param(request.id())
			.query((row, index) -> row.getObject("voted_at", OffsetDateTime.class).toInstant())
			.list();
	}

	/**
	 * Takes a seat. The request's row is written before, so that of two approvals at once
	 * the later one starts over.
	 */
	void add(RequestId request, int seat, String reviewer, String note, Instant at) {
		this.database.sql("INSERT INTO review_vote (request, seat, reviewer, note, voted_at) VALUES (?, ?, ?, ?, ?)")
			.param(request.id())
			.param(seat)
			.param(reviewer)
			.param(note)
			.param(at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/** Takes the words away that approvals came with. */
	void blank(RequestId request) {
		this.database.sql("UPDATE review_vote SET note = '' WHERE request = ?").param(request.id()).update();
	}

	/** What was approved has changed: everybody looks again. */
	void strike(RequestId request) {
		this.database.sql("DELETE FROM review_vote WHERE request = ?").param(request.id()).update();
	}

}
