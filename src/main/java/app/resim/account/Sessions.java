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
import java.util.function.Predicate;
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
		return find(session).map(this::state).orElseGet(Sessions::ended);
	}

	/**
	 * Who is signed in there. Looks without touching.
	 * @param session which
	 * @return empty if it is over
	 */
	@Transactional(readOnly = true)
	public Optional<Actor> holder(SessionId session) {
		return find(session).filter(row -> state(row) instanceof SessionState.Open).map(Row::who);
	}

	/**
	 * Notes that a person has done something.
	 * @param session whose session
	 * @return whether it is still open; what is over stays so
	 */
	@Transactional
	public SessionState deed(SessionId session) {
		Instant now = now();
		return find(session).map(row -> row.before(now.minus(FINENESS)) ? touched(row, now) : state(row))
			.orElseGet(Sessions::ended);
	}

	/** Whoever ended it meanwhile, on any node, was first. */
	private SessionState touched(Row row, Instant now) {
		if (state(row) instanceof SessionState.Over over) {
			return over;
		}
		int touched = this.database
			.sql("UPDATE sign_in_session SET seen_at = ? WHERE id = ? AND ended_at IS NULL AND seen_at < ?")
			.param(utc(now))
			.param(row.session().id().id())
			.param(utc(now))
			.update();
		return (touched == 1) ? state(row.seen(now)) : look(row.session().id());
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
		end(who, session::equals);
	}

	/**
	 * Ends all sessions of somebody but one.
	 * @param who whose
	 * @param but the one that stays; empty to end all
	 */
	@Transactional
	public void endOthers(Actor who, Optional<SessionId> but) {
		end(who, id -> !Optional.of(id).equals(but));
	}

	private void end(Actor who, Predicate<SessionId> which) {
		List<UUID> ended = of(who).stream().map(OpenSession::id).filter(which).map(SessionId::id).toList();
		if (!ended.isEmpty()) {
			this.database.sql("UPDATE sign_in_session SET ended_at = :now WHERE id IN (:ids)")
				.param("now", utc(now()))
				.param("ids", ended)
				.update();
			this.events.publishEvent(new SessionEvent(now(), who, ended.size()));
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
			return ended();
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
		return new Row(new Actor(Actor.Kind.valueOf(row.getString("kind")), row.getString("holder")),
				new OpenSession(new SessionId(row.getObject("id", UUID.class)), browser, at(row, "begun_at"),
						at(row, "seen_at")),
				row.getObject("ended_at") != null);
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

	private static SessionState ended() {
		return new SessionState.Over(SessionState.Why.ENDED);
	}

	private record Row(Actor who, OpenSession session, boolean ended) {

		boolean before(Instant at) {
			return this.session.seenAt().isBefore(at);
		}

		Row seen(Instant at) {
			return new Row(this.who,
					new OpenSession(this.session.id(), this.session.browser(), this.session.begunAt(), at), this.ended);
		}

	}

}
