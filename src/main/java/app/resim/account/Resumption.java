package app.resim.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a session go on in the same browser when the node that held it is gone. The
 * browser has a random token, the database its hash and what the session rests on. Each
 * token serves once: using it draws the next. An old one that comes back was copied, and
 * ends the session for whoever has it. A token never outlives its session.
 *
 * @see "decision 0029"
 */
@Service
public class Resumption {

	/**
	 * How long a token that was replaced still serves: pages load in parallel, and an
	 * answer that carries the next token may be lost together with its node.
	 */
	static final Duration GRACE = Duration.ofMinutes(1);

	private final JdbcClient database;

	private final Sessions sessions;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	Resumption(JdbcClient database, Sessions sessions, ApplicationEventPublisher events, Clock clock,
			RandomGenerator chance) {
		this.database = database;
		this.sessions = sessions;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Notes what a session rests on from now on.
	 * @param session which
	 * @param grounds who has proven what
	 * @return the token for its browser; earlier ones are replaced
	 */
	@Transactional
	public ResumeToken note(SessionId session, Grounds grounds) {
		lock(session);
		replaceAll(session);
		switch (grounds) {
			case Grounds.OfCustomer(Proof proof) -> keep(session, null, proof.from(), proof.factors());
			case Grounds.OfStaff staff -> keep(session, staff.by(), Origin.UNKNOWN, List.of(staff.factor()));
		}
		return issue(session);
	}

	private void keep(SessionId session, @Nullable Entrance by, Origin from, List<Proven> factors) {
		this.database.sql("UPDATE sign_in_session SET entrance = ?, browser_since = ?, network = ? WHERE id = ?")
			.param((by != null) ? by.name() : null)
			.param((from.browserSince() != null) ? utc(from.browserSince()) : null)
			.param(from.network())
			.param(session.id())
			.update();
		this.database.sql("DELETE FROM sign_in_proven WHERE session = ?").param(session.id()).update();
		for (int place = 0; place < factors.size(); place++) {
			Proven proven = factors.get(place);
			this.database.sql(
					"INSERT INTO sign_in_proven (session, factor, place, proven_at, held_since) VALUES (?, ?, ?, ?, ?)")
				.params(session.id(), proven.factor().name(), place, utc(proven.at()), utc(proven.since()))
				.update();
		}
	}

	/**
	 * Takes a token from a browser that has no session here.
	 * @param shown what came in the cookie
	 * @return whether the session goes on; this is no deed and moves none of its limits
	 */
	@Transactional
	public Resumed take(ResumeToken shown) {
		return this.database.sql("SELECT session FROM resume_token WHERE mark = ?")
			.param(shown.mark())
			.query(UUID.class)
			.optional()
			.map(SessionId::new)
			.flatMap(session -> lock(session).map(who -> take(shown, session, who)))
			.orElseGet(Resumed.Unknown::new);
	}

	private Resumed take(ResumeToken shown, SessionId session, Actor who) {
		if (this.sessions.look(session) instanceof SessionState.Over(SessionState.Why why)) {
			return new Resumed.IsOver(why);
		}
		Optional<Instant> replaced = replacedAt(shown);
		if (replaced.filter(at -> !this.clock.instant().isBefore(at.plus(GRACE))).isPresent()) {
			return replayed(session, who);
		}
		if (replaced.isEmpty()) {
			replaceAll(session);
		}
		return grounds(session).<Resumed>map(grounds -> new Resumed.GoesOn(session, grounds, issue(session)))
			.orElseGet(Resumed.Unknown::new);
	}

	/** Two browsers have had it, and nobody can tell which is the owner's. */
	private Resumed replayed(SessionId session, Actor who) {
		this.sessions.end(who, session);
		this.events.publishEvent(new TokenReplayed(this.clock.instant(), who));
		return new Resumed.IsOver(SessionState.Why.ENDED);
	}

	/** One at a time for each session: whoever comes second sees what the first did. */
	private Optional<Actor> lock(SessionId session) {
		return this.database.sql("SELECT kind, holder FROM sign_in_session WHERE id = ? FOR UPDATE")
			.param(session.id())
			.query((row, index) -> new Actor(Actor.Kind.valueOf(row.getString("kind")), row.getString("holder")))
			.optional();
	}

	/** Also those that were drawn in parallel and reached nobody. */
	private void replaceAll(SessionId session) {
		this.database.sql("UPDATE resume_token SET replaced_at = ? WHERE session = ? AND replaced_at IS NULL")
			.params(utc(this.clock.instant()), session.id())
			.update();
	}

	private Optional<Instant> replacedAt(ResumeToken shown) {
		return this.database.sql("SELECT * FROM resume_token WHERE mark = ?")
			.param(shown.mark())
			.query((row, index) -> Optional.ofNullable(row.getObject("replaced_at", OffsetDateTime.class)))
			.single()
			.map(OffsetDateTime::toInstant);
	}

	private ResumeToken issue(SessionId session) {
		ResumeToken token = ResumeToken.draw(this.chance);
		this.database.sql("INSERT INTO resume_token (mark, session) VALUES (?, ?)")
			.params(token.mark(), session.id())
			.update();
		return token;
	}

	private Optional<Grounds> grounds(SessionId session) {
		List<Proven> factors = this.database.sql("SELECT * FROM sign_in_proven WHERE session = ? ORDER BY place")
			.param(session.id())
			.query((row, index) -> new Proven(Factor.valueOf(row.getString("factor")), at(row, "proven_at"),
					at(row, "held_since")))
			.list();
		return factors.isEmpty() ? Optional.empty()
				: this.database.sql("SELECT * FROM sign_in_session WHERE id = ?")
					.param(session.id())
					.query((row, index) -> grounds(row, factors))
					.optional();
	}

	private static Grounds grounds(ResultSet row, List<Proven> factors) throws SQLException {
		String holder = row.getString("holder");
		String entrance = row.getString("entrance");
		if (entrance != null) {
			return new Grounds.OfStaff(holder, Entrance.valueOf(entrance), factors.getLast());
		}
		OffsetDateTime since = row.getObject("browser_since", OffsetDateTime.class);
		var from = new Origin((since != null) ? since.toInstant() : null, row.getString("network"));
		return new Grounds.OfCustomer(new Proof(new SubscriberId(holder), factors, from));
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
