package app.resim.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import app.resim.keys.Seal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slows down guessing at a name's password. After ten failures, none of them a quarter of
 * an hour after the one before, the name waits: half a minute, then twice as long after
 * each further failure, at most a quarter of an hour. Strangers can make somebody wait
 * but can lock nobody out for good. Kept in the database, so it holds across restarts and
 * instances.
 */
@Component
class SlowDown {

	private static final int FREE = 10;

	private static final Duration SPAN = Duration.ofMinutes(15);

	private static final Duration FIRST_WAIT = Duration.ofSeconds(30);

	private final JdbcClient database;

	private final Seal seal;

	private final Clock clock;

	SlowDown(JdbcClient database, Seal seal, Clock clock) {
		this.database = database;
		this.seal = seal;
		this.clock = clock;
	}

	/**
	 * Takes a turn, counted as a failure until {@link #forgive}: many guesses at the same
	 * moment cannot share one turn.
	 * @param name whose password is guessed at; it need not exist
	 * @return false if the name has to wait
	 */
	@Transactional
	boolean takeTurn(String name) {
		byte[] fingerprint = fingerprint(name);
		// no finer than the database: what it rounds up would be a wait that nobody asked
		// for
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		Failures before = locked(fingerprint, now);
		if (now.isBefore(before.slowUntil())) {
			return false;
		}
		write(fingerprint, before.oneMore(now), now);
		return true;
	}

	/**
	 * Forgets a name's failures after its right password.
	 * @param name whose
	 */
	@Transactional
	void forgive(String name) {
		// the row stays: somebody else may be about to lock it
		this.database.sql("UPDATE staff_slowdown SET failures = 0, slow_until = last_at WHERE name = ?")
			.param(fingerprint(name))
			.update();
	}

	/**
	 * How often it went wrong for a name, and never right since.
	 * @param name whose
	 * @param within how long ago the last time may be
	 * @return how often
	 */
	int failures(String name, Duration within) {
		return this.database.sql("SELECT failures FROM staff_slowdown WHERE name = ? AND last_at > ?")
			.param(fingerprint(name))
			.param(utc(this.clock.instant().minus(within)))
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	/** Forgets names that were quiet for a day. */
	@Transactional
	void purge() {
		this.database.sql("DELETE FROM staff_slowdown WHERE last_at < ?")
			.param(utc(this.clock.instant().minus(Duration.ofDays(1))))
			.update();
	}

	private Failures locked(byte[] name, Instant now) {
		this.database
			.sql("INSERT INTO staff_slowdown (name, failures, last_at, slow_until) VALUES (?, 0, ?, ?)"
					+ " ON CONFLICT DO NOTHING")
			.param(name)
			.param(utc(now))
			.param(utc(now))
			.update();
		return this.database.sql("SELECT failures, last_at, slow_until FROM staff_slowdown WHERE name = ? FOR UPDATE")
			.param(name)
			.query(SlowDown::failures)
			.single();
	}

	private void write(byte[] name, int failures, Instant now) {
		this.database.sql("UPDATE staff_slowdown SET failures = ?, last_at = ?, slow_until = ? WHERE name = ?")
			.param(failures)
			.param(utc(now))
			.param(utc(now.plus(waitAfter(failures))))
			.param(name)
			.update();
	}

	private static Duration waitAfter(int failures) {
		if (failures < FREE) {
			return Duration.ZERO;
		}
		Duration grown = FIRST_WAIT.multipliedBy(1L << Math.min(failures - FREE, 10));
		return (grown.compareTo(SPAN) < 0) ? grown : SPAN;
	}

	private byte[] fingerprint(String name) {
		return this.seal.fingerprint(name, "staff-name");
	}

	private static Failures failures(ResultSet row, int index) throws SQLException {
		return new Failures(row.getInt("failures"), at(row, "last_at"), at(row, "slow_until"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private record Failures(int count, Instant lastAt, Instant slowUntil) {

		int oneMore(Instant now) {
			Instant quiet = (this.slowUntil.isAfter(this.lastAt) ? this.slowUntil : this.lastAt).plus(SPAN);
			return now.isBefore(quiet) ? this.count + 1 : 1;
		}

	}

}
