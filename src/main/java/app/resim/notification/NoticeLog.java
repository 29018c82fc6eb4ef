package app.resim.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import app.resim.notification.port.Outcome;
import app.resim.request.RequestReference;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers which notices were given. A notice is claimed before it is sent and settled
 * afterwards. A claim ends after twelve seconds unless it is renewed, so that a notice
 * whose sender was killed is soon sent by somebody else.
 */
@Component
class NoticeLog {

	static final Duration CLAIM = Duration.ofSeconds(12);

	private final JdbcClient database;

	private final Clock clock;

	NoticeLog(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Claims a notice.
	 * @param slot which
	 * @return whether to send it now
	 */
	@Transactional
	Claim claim(Slot slot) {
		OffsetDateTime now = utc(this.clock.instant());
		if (insert(slot, now) || takeOver(slot, now)) {
			return Claim.MINE;
		}
		return settled(slot) ? Claim.DONE : Claim.TAKEN;
	}

	/**
	 * Makes a claim last longer: the notice is still being sent.
	 * @param slot which
	 */
	@Transactional
	void renew(Slot slot) {
		this.database.sql(
				"UPDATE notice SET claimed_at = ? WHERE reference = ? AND kind = ? AND channel = ? AND settled_at IS NULL")
			.param(utc(this.clock.instant()))
			.params(slot.key())
			.update();
	}

	/**
	 * Keeps what became of a notice.
	 * @param slot which
	 * @param outcome what became of it
	 */
	@Transactional
	void settle(Slot slot, Outcome outcome) {
		this.database
			.sql("UPDATE notice SET settled_at = ?, outcome = ? WHERE reference = ? AND kind = ? AND channel = ?")
			.param(utc(this.clock.instant()))
			.param(outcome.name())
			.params(slot.key())
			.update();
	}

	/**
	 * Gives a claim back: the notice was not sent.
	 * @param slot which
	 */
	@Transactional
	void release(Slot slot) {
		this.database.sql("DELETE FROM notice WHERE reference = ? AND kind = ? AND channel = ? AND settled_at IS NULL")
			.params(slot.key())
			.update();
	}

	/**
	 * Whether a notice was handed over on one channel at least.
	 * @param reference about which request
	 * @param kind which notice
	 * @return false also if every channel refused it for good
	 */
	@Transactional(readOnly = true)
	boolean isDelivered(RequestReference reference, Kind kind) {
		return this.database.sql("""
				SELECT COUNT(*) FROM notice
				WHERE reference = ? AND kind = ? AND settled_at IS NOT NULL AND outcome = ?""")
			.param(reference.reference())
			.param(kind.name())
			.param(Outcome.TAKEN.name())
			.query(Integer.class)
			.single() > 0;
	}

	private boolean insert(Slot slot, OffsetDateTime now) {
		return this.database
			.sql("INSERT INTO notice (reference, kind, channel, claimed_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
			.params(slot.key())
			.param(now)
			.update() == 1;
	}

	private boolean takeOver(Slot slot, OffsetDateTime now) {
		return this.database.sql("""
				UPDATE notice SET claimed_at = ?
				WHERE reference = ? AND kind = ? AND channel = ? AND settled_at IS NULL AND claimed_at <= ?""")
			.param(now)
			.params(slot.key())
			.param(now.minus(CLAIM))
			.update() == 1;
	}

	private boolean settled(Slot slot) {
		return this.database.sql("""
				SELECT COUNT(*) FROM notice
				WHERE reference = ? AND kind = ? AND channel = ? AND settled_at IS NOT NULL""")
			.params(slot.key())
			.query(Integer.class)
			.single() == 1;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/** Whether a notice is to be sent. */
	enum Claim {

		/** Nobody has sent it, and nobody else will while the claim lasts. */
		MINE,
		/** Somebody is sending it at this moment. */
		TAKEN,
		/** It is settled. */
		DONE

	}

	/**
	 * One notice on one channel.
	 *
	 * @param about a request's reference, or the key of a customer
	 * @param tells what, and the how manyth time where it can happen again
	 * @param by how
	 */
	record Slot(String about, String tells, String by) {

		Slot(RequestReference reference, Kind kind, Channel channel, int round) {
			this(reference.reference(), (round == 1) ? kind.name() : kind + "-" + round, channel.name());
		}

		Slot(RequestReference reference, Kind kind, Channel channel) {
			this(reference, kind, channel, 1);
		}

		/** Whichever of several lines it is. */
		String channel() {
			return this.by.replaceFirst("-\\d+$", "");
		}

		private List<String> key() {
			return List.of(this.about, this.tells, this.by);
		}

	}

}
