package app.resim.protection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Msisdn;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When lines got new SIMs.
 */
@Component
class ChangeHistory {

	private final JdbcClient database;

	ChangeHistory(JdbcClient database) {
		this.database = database;
	}

	void record(Msisdn line, Instant at, String source) {
		if (known(source)) {
			return;
		}
		try {
			this.database.sql("INSERT INTO sim_change (source, line, changed_at) VALUES (?, ?, ?)")
				.params(source, line.e164(), OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw new IllegalStateException("The change was recorded by somebody else at the same time", ex);
		}
	}

	private boolean known(String source) {
		return this.database.sql("SELECT COUNT(*) FROM sim_change WHERE source = ?")
			.param(source)
			.query(Long.class)
			.single() > 0;
	}

	Optional<Instant> of(String source) {
		return this.database.sql("SELECT changed_at FROM sim_change WHERE source = ?")
			.param(source)
			.query((row, number) -> row.getObject("changed_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	Optional<Instant> latest(Msisdn line) {
		return this.database
			.sql("SELECT changed_at FROM sim_change WHERE line = ? ORDER BY changed_at DESC FETCH FIRST 1 ROW ONLY")
			.param(line.e164())
			.query((row, number) -> row.getObject("changed_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	List<Instant> since(Msisdn line, Instant start) {
		return this.database
			.sql("SELECT changed_at FROM sim_change WHERE line = ? AND changed_at > ? ORDER BY changed_at")
			.params(line.e164(), OffsetDateTime.ofInstant(start, ZoneOffset.UTC))
			.query((row, number) -> row.getObject("changed_at", OffsetDateTime.class).toInstant())
			.list();
	}

}
