package app.resim.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.account.SessionId;
import app.resim.identity.DocumentId;
import app.resim.identity.Side;
import app.resim.identity.Subject;
import app.resim.kernel.DocumentKind;
import app.resim.request.Handover.State;
import app.resim.request.Handover.Why;
import app.resim.request.HandoverRow.Sending;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of handovers.
 */
@Component
class HandoverTable {

	private final JdbcClient database;

	HandoverTable(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Adds a row that waits for its code to be read.
	 * @param row waiting
	 * @param mark hash of the code's secret
	 */
	void add(HandoverRow row, String mark) {
		this.database.sql("""
				INSERT INTO handover (id, mark, session, screen, request, side, document_kind, reason, numbers, fitting,
				  stage, ends_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(row.id().id())
			.param(mark)
			.param(row.session().id())
			.param(row.screen())
			.param(row.request().reference())
			.param(row.wanted().subject().side().name())
			.param(row.wanted().subject().kind().map(Enum::name).orElse(null))
			.param(row.wanted().again().map(Enum::name).orElse(null))
			.param(row.numbers().stream().map(String::valueOf).collect(Collectors.joining(" ")))
			.param(row.fitting())
			.param(stage(row.state()).name())
			.param(utc(((State.Open) row.state()).until()))
			.update();
	}

	Optional<HandoverRow> find(HandoverId id) {
		return this.database.sql("SELECT * FROM handover WHERE id = ?")
			.param(id.id())
			.query(HandoverTable::row)
			.optional();
	}

	/** Whoever comes second sees what the first did. */
	Optional<HandoverRow> lock(HandoverId id) {
		return this.database.sql("SELECT * FROM handover WHERE id = ? FOR UPDATE")
			.param(id.id())
			.query(HandoverTable::row)
			.optional();
	}

	Optional<HandoverId> unread(String mark) {
		return this.database.sql("SELECT id FROM handover WHERE mark = ?")
			.param(mark)
			.query(UUID.class)
			.optional()
			.map(HandoverId::new);
	}

	List<HandoverRow> open(SessionId session, RequestReference request) {
		return this.database.sql("""
				SELECT * FROM handover
				WHERE session = ? AND request = ? AND stage IN ('WAITING', 'CONNECTED', 'CONFIRMED')
				ORDER BY ends_at, id""").params(session.id(), request.reference()).query(HandoverTable::row).list();
	}

	/** Whatever a row becomes, its code is read or of no use. */
	void write(HandoverRow row) {
		this.database.sql("""
				UPDATE handover SET mark = NULL, screen = ?, stage = ?, ends_at = COALESCE(?, ends_at), sending = ?,
				  sending_until = ?, picture = ?, why = ?
				WHERE id = ?""")
			.param(row.screen())
			.param(stage(row.state()).name())
			.param((row.state() instanceof State.Open open) ? utc(open.until()) : null)
			.param(row.sending().map(Sending::by).orElse(null))
			.param(row.sending().map(sending -> utc(sending.until())).orElse(null))
			.param((row.state() instanceof State.Arrived(DocumentId picture)) ? picture.document() : null)
			.param((row.state() instanceof State.Over(Why why)) ? why.name() : null)
			.param(row.id().id())
			.update();
	}

	void purge(Instant before) {
		this.database.sql("DELETE FROM handover WHERE ends_at < ?").param(utc(before)).update();
	}

	private static HandoverRow row(ResultSet row, int index) throws SQLException {
		return new HandoverRow(new HandoverId(uuid(row, "id")), new SessionId(uuid(row, "session")),
				uuid(row, "screen"), new RequestReference(row.getString("request")), wanted(row),
				Stream.of(row.getString("numbers").split(" ")).map(Integer::valueOf).toList(), row.getInt("fitting"),
				state(row), sending(row));
	}

	private static WantedPicture wanted(ResultSet row) throws SQLException {
		var subject = new Subject(Side.valueOf(row.getString("side")),
				Optional.ofNullable(row.getString("document_kind")).map(DocumentKind::valueOf));
		return new WantedPicture(subject, Optional.ofNullable(row.getString("reason")).map(PictureReason::valueOf));
	}

	private static State state(ResultSet row) throws SQLException {
		Instant until = Objects.requireNonNull(at(row, "ends_at"));
		return switch (Stage.valueOf(row.getString("stage"))) {
			case WAITING -> new State.Waiting(until);
			case CONNECTED -> new State.Connected(row.getInt("fitting"), until);
			case CONFIRMED -> new State.Confirmed(until);
			case ARRIVED -> new State.Arrived(new DocumentId(uuid(row, "picture")));
			case OVER -> new State.Over(Why.valueOf(row.getString("why")));
		};
	}

	private static Optional<Sending> sending(ResultSet row) throws SQLException {
		Instant until = at(row, "sending_until");
		return (until != null) ? Optional.of(new Sending(uuid(row, "sending"), until)) : Optional.empty();
	}

	private static UUID uuid(ResultSet row, String column) throws SQLException {
		return row.getObject(column, UUID.class);
	}

	private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
		OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
		return (found != null) ? found.toInstant() : null;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private static Stage stage(State state) {
		return switch (state) {
			case State.Waiting waiting -> Stage.WAITING;
			case State.Connected connected -> Stage.CONNECTED;
			case State.Confirmed confirmed -> Stage.CONFIRMED;
			case State.Arrived arrived -> Stage.ARRIVED;
			case State.Over over -> Stage.OVER;
		};
	}

	/** The state's word in the table. */
	private enum Stage {

		WAITING, CONNECTED, CONFIRMED, ARRIVED, OVER

	}

}
