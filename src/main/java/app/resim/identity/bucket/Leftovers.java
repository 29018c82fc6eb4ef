package app.resim.identity.bucket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import app.resim.identity.port.Vault.Unreachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Names whose bytes do not count (any more) and have to go from the bucket. A row is
 * written before the bytes, and leaves in the transaction that keeps them; or it is
 * written in the transaction that deletes them, and leaves when they are gone.
 */
class Leftovers {

	/** More than the longest upload and its transaction may take. */
	static final Duration GRACE = Duration.ofMinutes(10);

	/** How long a name waits that the bucket did not delete. */
	static final Duration PAUSE = Duration.ofMinutes(5);

	private static final int MOST_AT_ONCE = 1000;

	private static final Logger log = LoggerFactory.getLogger(Leftovers.class);

	private final JdbcClient database;

	private final Bucket bucket;

	private final Clock clock;

	Leftovers(JdbcClient database, Bucket bucket, Clock clock) {
		this.database = database;
		this.bucket = bucket;
		this.clock = clock;
	}

	/** Says, before they come, that bytes may come and not be kept. Commits at once. */
	void expect(UUID name) {
		this.database.sql("INSERT INTO identity_leftover (name, doomed, due) VALUES (?, FALSE, ?)")
			.param(name)
			.param(time(this.clock.instant().plus(GRACE)))
			.update();
	}

	/** Lets bytes that were expected count, inside the caller's transaction. */
	void keep(UUID name) {
		int kept = this.database.sql("DELETE FROM identity_leftover WHERE name = ? AND NOT doomed")
			.param(name)
			.update();
		if (kept != 1) {
			throw new IllegalStateException("The picture came too late to be kept");
		}
	}

	/** Lets bytes count no more, inside the caller's transaction. */
	void add(UUID name) {
		this.database
			.sql("INSERT INTO identity_leftover (name, doomed, due) VALUES (?, TRUE, ?) ON CONFLICT DO NOTHING")
			.param(name)
			.param(time(this.clock.instant()))
			.update();
	}

	boolean holds(UUID name) {
		return this.database.sql("SELECT COUNT(*) FROM identity_leftover WHERE name = ?")
			.param(name)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Deletes in the bucket what is due. Ends at the first failure: most often the bucket
	 * is down, and the rest is tried the next time.
	 * @return how many are gone
	 */
	int clear() {
		doomOverdue();
		int gone = 0;
		for (UUID name : due()) {
			if (!clear(name)) {
				break;
			}
			gone++;
		}
		return gone;
	}

	private boolean clear(UUID name) {
		try {
			this.bucket.delete(name);
		}
		catch (Unreachable ex) {
			postpone(name);
			log.warn("A picture could not be deleted in the bucket; {} are left and will be tried again", left());
			return false;
		}
		this.database.sql("DELETE FROM identity_leftover WHERE name = ?").param(name).update();
		return true;
	}

	/** From here on they cannot be kept: whoever still tries is rolled back. */
	private void doomOverdue() {
		this.database.sql("UPDATE identity_leftover SET doomed = TRUE WHERE NOT doomed AND due <= ?")
			.param(now())
			.update();
	}

	private List<UUID> due() {
		return this.database
			.sql("SELECT name FROM identity_leftover WHERE doomed AND due <= ? ORDER BY due FETCH FIRST %d ROWS ONLY"
				.formatted(MOST_AT_ONCE))
			.param(now())
			.query((row, index) -> row.getObject(1, UUID.class))
			.list();
	}

	private void postpone(UUID name) {
		this.database.sql("UPDATE identity_leftover SET due = ? WHERE name = ?")
			.param(time(this.clock.instant().plus(PAUSE)))
			.param(name)
			.update();
	}

	private int left() {
		return this.database.sql("SELECT COUNT(*) FROM identity_leftover WHERE doomed").query(Integer.class).single();
	}

	private OffsetDateTime now() {
		return time(this.clock.instant());
	}

	private static OffsetDateTime time(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
