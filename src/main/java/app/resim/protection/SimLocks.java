package app.resim.protection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Actor;
import app.resim.kernel.LockedLines;
import app.resim.kernel.Msisdn;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lines that their customers have locked against replacement. A lock is the customer's
 * who set it: it does not go with the number to the next one.
 */
@Service
public class SimLocks implements LockedLines, PersonalData {

	private final JdbcClient database;

	SimLocks(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Since when a line is locked.
	 * @param line which
	 * @param customer whose
	 * @return empty if it is not
	 */
	@Transactional(readOnly = true)
	public Optional<Instant> since(Msisdn line, SubscriberId customer) {
		return this.database.sql("SELECT locked_at FROM sim_lock WHERE line = ? AND subscriber = ?")
			.param(line.e164())
			.param(customer.subscriber())
			.query((row, index) -> row.getObject("locked_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	/**
	 * Locks a line. A lock of an earlier customer goes.
	 * @param line which
	 * @param customer whose
	 * @param at now
	 * @return false if it was locked before
	 */
	@Transactional
	public boolean lock(Msisdn line, SubscriberId customer, Instant at) {
		this.database.sql("DELETE FROM sim_lock WHERE line = ? AND subscriber <> ?")
			.param(line.e164())
			.param(customer.subscriber())
			.update();
		return this.database
			.sql("INSERT INTO sim_lock (line, subscriber, locked_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
			.param(line.e164())
			.param(customer.subscriber())
			.param(at.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/**
	 * Opens a line. Who may is the caller's to decide.
	 * @param line which
	 * @param customer whose
	 * @return false if it was not locked
	 */
	@Transactional
	public boolean open(Msisdn line, SubscriberId customer) {
		return this.database.sql("DELETE FROM sim_lock WHERE line = ? AND subscriber = ?")
			.param(line.e164())
			.param(customer.subscriber())
			.update() == 1;
	}

	@Override
	@Transactional(readOnly = true)
	public int of(SubscriberId customer) {
		return this.database.sql("SELECT COUNT(*) FROM sim_lock WHERE subscriber = ?")
			.param(customer.subscriber())
			.query(Integer.class)
			.single();
	}

	@Override
	public String section() {
		return "simLocks";
	}

	@Override
	@Transactional(readOnly = true)
	public Part export(SubscriberId customer, Actor by) {
		return new Part(
				this.database.sql("SELECT line, locked_at FROM sim_lock WHERE subscriber = ? ORDER BY locked_at")
					.param(customer.subscriber())
					.query((row, index) -> new Particulars().say("line", row.getString("line"))
						.say("lockedAt", row.getObject("locked_at", OffsetDateTime.class).toInstant()))
					.list(),
				List.of());
	}

	@Override
	@Transactional
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		this.database.sql("DELETE FROM sim_lock WHERE subscriber = ? AND locked_at <= ?")
			.param(customer.subscriber())
			.param(ordered.atOffset(ZoneOffset.UTC))
			.update();
	}

}
