package app.resim.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import app.resim.kernel.Actor;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where customers and staff are signed in, kept in the database: what is ended there is
 * over on every node with the next request. A session ends after some minutes without a
 * deed, and after an hour whatever is done.
 *
 * @see "decision 0019"
 */
@Service
public class Sessions {

	/** A deed so soon after the one before is not written down: nobody could tell. */
	private static final Duration FINENESS = Duration.ofSeconds(5);

	private final JdbcClient database;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	private final Duration idle;

	private final Duration longest;

	Sessions(JdbcClient database, ApplicationEventPublisher events, Clock clock, RandomGenerator chance,
			@Value("${resim.session.idle:15m}") Duration idle,
			@Value("${resim.session.longest:60m}") Duration longest) {
		this.database = database;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
		this.idle = idle;
		this.longest = longest;
	}

	/**
	 * How long any session lasts at most.
	 * @return for example an hour
	 */
	public Duration longest() {
		return this.longest;
	}

	/**
	 * Somebody has signed in.
	 * @param who a customer or one of the staff
	 * @param browser what they sit at
	 * @return to be kept in the browser's session on the server
	 */
	@Transactional
	public SessionId begin(Actor who, Browser browser) {
		var id = new UUID(this.chance.nextLong(), this.chance.nextLong());
		this.database.sql("""
				INSERT INTO sign_in_session (id, kind, holder, browser, device, begun_at, seen_at)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
			.params(List.of(id, who.kind().name(), who.id(), browser.family().name(), browser.device().name(),
					utc(now()), utc(now())))
			.update();
		return new SessionId(id);
	}

	/**
	 * Looks without touching.
	 * @param session which
	 * @return whether it is still open
	 */
	@Transactional(readOnly = true)
	public SessionState look(SessionId session) {
		return find(session).map(this::state).orElseGet(() -> new SessionState.Over(SessionState.Why.ENDED));
	}

	/**
	 * Notes that a person has done something.
	 * @param session whose session
	 * @return whether it is still open; what is over stays so
	 */
	@Transactional
	public SessionState deed(SessionId session) {
		SessionState before = look(session);
		if (before instanceof SessionState.Over) {
			return before;
		}
		Instant now = now();
		this.database.sql("UPDATE sign_in_session SET seen_at = ? WHERE id = ? AND ended_at IS NULL AND seen_at < ?")
			.param(utc(now))
			.param(session.id())
			.param(utc(now.minus(FINENESS)))
			.update();
		return look(session);
	}

	/**
	 * Where somebody is signed in.
	 * @param who whose
	 * @return the newest first
	 */
	@Transactional(readOnly = true)
	public List<OpenSession> of(Actor who) {
		return this.database
			.sql("SELECT * FROM sign_in_session WHERE kind = ? AND holder = ? ORDER BY begun_at DESC, id")
			.param(who.kind().name())
			.param(who.id())
			.query(Sessions::row)
			.list()
			.stream()
			.filter(row -> state(row) instanceof SessionState.Open)
			.map(Row::session)
			.toList();
	}

	/**
	 * Ends one session.
	 * @param who whose it must be
	 * @param session which; somebody else's is not touched
	 */
	@Transactional
	public void end(Actor who, SessionId session) {
		of(who).stream().map(OpenSession::id).filter(session::equals).forEach(found -> {
			this.database.sql("UPDATE sign_in_session SET ended_at = ? WHERE id = ?")
				.param(utc(now()))
				.param(found.id())
				.update();
			this.events.publishEvent(new SessionEvent(now(), who, 1));
		});
	}

	/**
	 * Ends all sessions of somebody but one.
	 * @param who whose
	 * @param but the one that stays; empty to end all
	 */
	@Transactional
	public void endOthers(Actor who, Optional<SessionId> but) {
		List<OpenSession> others = of(who).stream().filter(open -> !Optional.of(open.id()).equals(but)).toList();
		others.forEach(open -> this.database.sql("UPDATE sign_in_session SET ended_at = ? WHERE id = ?")
			.param(utc(now()))
			.param(open.id().id())
			.update());
		if (!others.isEmpty()) {
			this.events.publishEvent(new SessionEvent(now(), who, others.size()));
		}
	}

	/**
	 * Which of some sessions are over.
	 * @param sessions any
	 * @param grace how long those that ended by the clock are spared
	 * @return those that are over or unknown
	 */
	@Transactional(readOnly = true)
	public Set<SessionId> over(Set<SessionId> sessions, Duration grace) {
		if (sessions.isEmpty()) {
			return Set.of();
		}
		Map<SessionId, Row> known = this.database.sql("SELECT * FROM sign_in_session WHERE id IN (:ids)")
			.param("ids", sessions.stream().map(SessionId::id).toList())
			.query(Sessions::row)
			.list()
			.stream()
			.collect(Collectors.toMap(row -> row.session().id(), Function.identity()));
		return sessions.stream()
			.filter(id -> !known.containsKey(id) || isOver(known.get(id), grace))
			.collect(Collectors.toUnmodifiableSet());
	}

	private boolean isOver(Row row, Duration grace) {
		return row.ended() || !now().isBefore(until(row).plus(grace));
	}

	/** Forgets sessions that are over for long. */
	@Transactional
	void purge() {
		this.database.sql("DELETE FROM sign_in_session WHERE begun_at < ?")
			.param(utc(now().minus(this.longest).minus(Duration.ofDays(1))))
			.update();
	}

	private SessionState state(Row row) {
		Instant end = row.session().begunAt().plus(this.longest);
		if (row.ended()) {
			return new SessionState.Over(SessionState.Why.ENDED);
		}
		if (!now().isBefore(end)) {
			return new SessionState.Over(SessionState.Why.LONG);
		}
		if (!now().isBefore(until(row))) {
			return new SessionState.Over(SessionState.Why.IDLE);
		}
		return new SessionState.Open(until(row), until(row).isBefore(end));
	}

	private Instant until(Row row) {
		Instant end = row.session().begunAt().plus(this.longest);
		Instant quiet = row.session().seenAt().plus(this.idle);
		return quiet.isBefore(end) ? quiet : end;
	}

	private Optional<Row> find(SessionId session) {
		return this.database.sql("SELECT * FROM sign_in_session WHERE id = ?")
			.param(session.id())
			.query(Sessions::row)
			.optional();
	}

	private static Row row(ResultSet row, int index) throws SQLException {
		var browser = new Browser(Browser.Family.valueOf(row.getString("browser")),
				Browser.Device.valueOf(row.getString("device")));
		return new Row(new OpenSession(new SessionId(row.getObject("id", UUID.class)), browser, at(row, "begun_at"),
				at(row, "seen_at")), row.getObject("ended_at") != null);
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private Instant now() {
		return this.clock.instant();
	}

	private record Row(OpenSession session, boolean ended) {
	}

}
