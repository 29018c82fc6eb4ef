package app.resim.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Store;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;
import app.resim.visit.Appointment.State;
import app.resim.visit.Timetable.TakenPlace;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of appointments. That no place is given twice is a rule of the database.
 */
@Component
class VisitTable {

	private final JdbcClient database;

	VisitTable(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Takes a place.
	 * @return false if somebody has it, or the owner has one about the same
	 */
	boolean add(Appointment booked, int place, Optional<Instant> reminder) {
		return this.database
			.sql("""
					INSERT INTO shop_visit (reference, subscriber, brand, store, begins_at, ends_at, place, purpose, subject,
					  open_subject, state, revision, booked_at, changed_at, next_reminder)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.params(booked.reference().reference(), booked.owner().subscriber(), booked.brand().brand(), booked.store(),
					utc(booked.begins()), utc(booked.ends()), place, booked.purpose().name(), booked.subject(),
					booked.subject(), booked.state().name(), booked.revision(), utc(booked.changedAt()),
					utc(booked.changedAt()))
			.param(reminder.map(VisitTable::utc).orElse(null))
			.update() == 1;
	}

	/**
	 * Exchanges the place for another.
	 * @return false if the appointment was changed in the meantime
	 * @throws org.springframework.dao.DuplicateKeyException if somebody has the place
	 */
	boolean move(Appointment moved, int place, Optional<Instant> reminder) {
		return this.database.sql("""
				UPDATE shop_visit SET store = ?, begins_at = ?, ends_at = ?, place = ?, revision = ?, changed_at = ?,
				  next_reminder = ?
				WHERE reference = ? AND subscriber = ? AND state = 'BOOKED' AND revision = ?""")
			.params(moved.store(), utc(moved.begins()), utc(moved.ends()), place, moved.revision(),
					utc(moved.changedAt()))
			.param(reminder.map(VisitTable::utc).orElse(null))
			.params(moved.reference().reference(), moved.owner().subscriber(), moved.revision() - 1)
			.update() == 1;
	}

	/** Gives the place back. */
	boolean cancel(Appointment cancelled) {
		return this.database.sql("""
				UPDATE shop_visit SET state = 'CANCELLED', place = NULL, open_subject = NULL, next_reminder = NULL,
				  revision = ?, changed_at = ?
				WHERE reference = ? AND subscriber = ? AND state = 'BOOKED' AND revision = ?""")
			.params(cancelled.revision(), utc(cancelled.changedAt()), cancelled.reference().reference(),
					cancelled.owner().subscriber(), cancelled.revision() - 1)
			.update() == 1;
	}

	/** Notes what became of one that was not cancelled. */
	boolean note(VisitReference reference, State state) {
		return this.database.sql("""
				UPDATE shop_visit SET state = ?, open_subject = NULL, next_reminder = NULL
				WHERE reference = ? AND state NOT IN ('CANCELLED', ?)""")
			.params(state.name(), reference.reference(), state.name())
			.update() == 1;
	}

	/** Nobody in the shop has noted anything about these. */
	void close(Instant endedBefore) {
		this.database.sql(
				"UPDATE shop_visit SET state = 'OVER', open_subject = NULL, next_reminder = NULL WHERE state = 'BOOKED' AND ends_at <= ?")
			.param(utc(endedBefore))
			.update();
	}

	/** Those of one customer, before they book the next. */
	void close(SubscriberId owner, Instant endedBefore) {
		this.database.sql("""
				UPDATE shop_visit SET state = 'OVER', open_subject = NULL, next_reminder = NULL
				WHERE subscriber = ? AND state = 'BOOKED' AND ends_at <= ?""")
			.params(owner.subscriber(), utc(endedBefore))
			.update();
	}

	Optional<Appointment> find(VisitReference reference) {
		return this.database.sql("SELECT * FROM shop_visit WHERE reference = ?")
			.param(reference.reference())
			.query(VisitTable::row)
			.optional();
	}

	Optional<Appointment> find(SubscriberId owner, VisitReference reference) {
		return this.database.sql("SELECT * FROM shop_visit WHERE subscriber = ? AND reference = ?")
			.params(owner.subscriber(), reference.reference())
			.query(VisitTable::row)
			.optional();
	}

	Optional<Appointment> open(SubscriberId owner, String subject) {
		return this.database.sql("SELECT * FROM shop_visit WHERE subscriber = ? AND open_subject = ?")
			.params(owner.subscriber(), subject)
			.query(VisitTable::row)
			.optional();
	}

	List<Appointment> of(SubscriberId owner) {
		return this.database.sql("SELECT * FROM shop_visit WHERE subscriber = ? ORDER BY begins_at DESC, reference")
			.param(owner.subscriber())
			.query(VisitTable::row)
			.list();
	}

	/** Those of a shop that somebody has a place for. */
	List<Appointment> between(BrandId brand, String store, Instant from, Instant until) {
		return this.database.sql("""
				SELECT * FROM shop_visit
				WHERE brand = ? AND store = ? AND begins_at >= ? AND begins_at < ? AND place IS NOT NULL
				ORDER BY begins_at, place""")
			.params(brand.brand(), store, utc(from), utc(until))
			.query(VisitTable::row)
			.list();
	}

	List<TakenPlace> taken(BrandId brand, String store, Instant from, Instant until) {
		return this.database.sql("""
				SELECT begins_at, ends_at, place FROM shop_visit
				WHERE brand = ? AND store = ? AND begins_at < ? AND ends_at > ? AND place IS NOT NULL""")
			.params(brand.brand(), store, utc(until), utc(from))
			.query((row, index) -> new TakenPlace(at(row, "begins_at"), at(row, "ends_at"), row.getInt("place")))
			.list();
	}

	List<Appointment> toRemind(Instant now, int most) {
		return this.database.sql("SELECT * FROM shop_visit WHERE next_reminder <= ? ORDER BY next_reminder LIMIT ?")
			.params(utc(now), most)
			.query(VisitTable::row)
			.list();
	}

	/**
	 * Sets the next reminder.
	 * @return false if somebody else has reminded, or the appointment was changed
	 */
	boolean reminded(Appointment appointment, Instant now, Optional<Instant> next) {
		return this.database
			.sql("UPDATE shop_visit SET next_reminder = ? WHERE reference = ? AND revision = ? AND next_reminder <= ?")
			.param(next.map(VisitTable::utc).orElse(null))
			.params(appointment.reference().reference(), appointment.revision(), utc(now))
			.update() == 1;
	}

	/** Those whose time was over before an instant, some at a time. */
	List<Appointment> endedBefore(BrandId brand, Instant ended) {
		return this.database.sql("SELECT * FROM shop_visit WHERE brand = ? AND ends_at < ? AND state <> 'BOOKED'")
			.params(brand.brand(), utc(ended))
			.query(VisitTable::row)
			.list();
	}

	void remove(VisitReference reference) {
		this.database.sql("DELETE FROM shop_visit WHERE reference = ?").param(reference.reference()).update();
	}

	private static Appointment row(ResultSet row, int index) throws SQLException {
		return new Appointment(new VisitReference(row.getString("reference")),
				new SubscriberId(row.getString("subscriber")), new BrandId(row.getString("brand")),
				row.getString("store"), Store.Service.valueOf(row.getString("purpose")), row.getString("subject"),
				at(row, "begins_at"), at(row, "ends_at"), State.valueOf(row.getString("state")), row.getInt("revision"),
				at(row, "changed_at"));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
