package app.resim.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import app.resim.keys.Seal;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rounds of sign-in and their codes, as the database keeps them. Every method wants a
 * transaction. What is decided here is decided by the database, so that two requests at
 * the same moment cannot share a try, a code or an allowance.
 */
@Component
class Challenges {

	/** How long a code may be used. */
	static final Duration CODE_LIFE = Duration.ofMinutes(10);

	/** How long further codes of a round may be asked for. */
	static final Duration ROUND_LIFE = Duration.ofMinutes(30);

	/** How many tries a round has, over all its codes. */
	static final int TRIES = 5;

	/** How many codes a round has. */
	static final int CODES = 3;

	/** How many codes go to one mailbox in {@link #ALLOWANCE_SPAN}. */
	static final int ALLOWANCE = 5;

	static final Duration ALLOWANCE_SPAN = Duration.ofMinutes(15);

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int LONGEST_LANGUAGE = 35;

	private final JdbcClient database;

	private final Seal seal;

	private final Clock clock;

	private final RandomGenerator chance;

	Challenges(JdbcClient database, Seal seal, Clock clock, RandomGenerator chance) {
		this.database = database;
		this.seal = seal;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Opens a round with its first code.
	 * @param who whose round; empty does the same work for nobody
	 * @param mailbox where the code would go, in a stable spelling
	 * @param language the language of the message
	 * @return the code
	 */
	Drawn open(Optional<SubscriberId> who, String mailbox, Locale language) {
		var round = new Round(drawId(), who, this.seal.fingerprint(mailbox, "mailbox"), language, 0);
		this.database.sql("""
				INSERT INTO sign_in_challenge (challenge, subscriber, mailbox, language, made_at, codes, tries)
				VALUES (?, ?, ?, ?, ?, 1, 0)""")
			.param(round.id().challenge())
			.param(who.map(SubscriberId::subscriber).orElse(null))
			.param(round.mailbox())
			.param(tag(language))
			.param(utc(this.clock.instant()))
			.update();
		return draw(round);
	}

	/**
	 * Draws a further code of a round.
	 * @param id the round
	 * @return the code, or empty if the round is over, unknown or has had all its codes
	 */
	Optional<Drawn> another(ChallengeId id) {
		int counted = this.database.sql("""
				UPDATE sign_in_challenge SET codes = codes + 1
				WHERE challenge = ? AND codes < ? AND tries < ? AND used_at IS NULL AND made_at > ?""")
			.param(id.challenge())
			.param(CODES)
			.param(TRIES)
			.param(utc(this.clock.instant().minus(ROUND_LIFE)))
			.update();
		return (counted == 0) ? Optional.empty() : find(id).map(this::draw);
	}

	Optional<Round> find(ChallengeId id) {
		return this.database.sql("SELECT * FROM sign_in_challenge WHERE challenge = ?")
			.param(id.challenge())
			.query(Challenges::round)
			.optional();
	}

	/**
	 * Takes one try of a round. Later tries of the same round wait until this transaction
	 * ends.
	 * @param id the round
	 * @return false if none is left or the round is used or unknown
	 */
	boolean takeTry(ChallengeId id) {
		return this.database.sql("""
				UPDATE sign_in_challenge SET tries = tries + 1
				WHERE challenge = ? AND tries < ? AND used_at IS NULL""")
			.param(id.challenge())
			.param(TRIES)
			.update() == 1;
	}

	/**
	 * Compares a code with all codes of a round, each of them completely.
	 * @param id the round
	 * @param code as typed
	 * @return what was found
	 */
	Match compare(ChallengeId id, OneTimeCode code) {
		Instant now = this.clock.instant();
		boolean right = false;
		boolean alive = false;
		for (Kept kept : codes(id)) {
			boolean usable = now.isBefore(kept.usableUntil());
			right |= this.seal.matches(kept.fingerprint(), code.digits(), context(id)) & kept.sent() & usable;
			alive |= usable;
		}
		return right ? Match.RIGHT : (alive ? Match.WRONG : Match.TOO_LATE);
	}

	/**
	 * Uses a round up.
	 * @param id the round
	 */
	void use(ChallengeId id) {
		this.database.sql("UPDATE sign_in_challenge SET used_at = ? WHERE challenge = ?")
			.param(utc(this.clock.instant()))
			.param(id.challenge())
			.update();
	}

	/** Forgets rounds that ended long ago. */
	void purge() {
		OffsetDateTime old = utc(this.clock.instant().minus(KEPT));
		this.database.sql("DELETE FROM sign_in_challenge WHERE made_at < ?").param(old).update();
		this.database.sql("DELETE FROM sign_in_mailbox WHERE last_at < ?").param(old).update();
	}

	private Drawn draw(Round round) {
		Instant now = this.clock.instant();
		boolean send = allowed(round.mailbox(), now) & round.who().isPresent();
		OneTimeCode code = OneTimeCode.draw(this.chance);
		this.database.sql("""
				INSERT INTO sign_in_code (id, challenge, mailbox, fingerprint, sent, made_at, usable_until)
				VALUES (?, ?, ?, ?, ?, ?, ?)""")
			.param(new UUID(this.chance.nextLong(), this.chance.nextLong()))
			.param(round.id().challenge())
			.param(round.mailbox())
			.param(this.seal.fingerprint(code.digits(), context(round.id())))
			.param(send)
			.param(utc(now))
			.param(utc(now.plus(CODE_LIFE)))
			.update();
		return new Drawn(new CodeSent(round.id(), now, now.plus(CODE_LIFE)), code, send, round);
	}

	private boolean allowed(byte[] mailbox, Instant now) {
		lock(mailbox, now);
		int sent = this.database
			.sql("SELECT COUNT(*) FROM sign_in_code WHERE mailbox = ? AND sent = TRUE AND made_at > ?")
			.param(mailbox)
			.param(utc(now.minus(ALLOWANCE_SPAN)))
			.query(Integer.class)
			.single();
		return sent < ALLOWANCE;
	}

	/** Without the lock two requests at the same moment would count the same codes. */
	private void lock(byte[] mailbox, Instant now) {
		this.database.sql("INSERT INTO sign_in_mailbox (mailbox, last_at) VALUES (?, ?) ON CONFLICT DO NOTHING")
			.param(mailbox)
			.param(utc(now))
			.update();
		this.database.sql("UPDATE sign_in_mailbox SET last_at = ? WHERE mailbox = ?")
			.param(utc(now))
			.param(mailbox)
			.update();
	}

	private List<Kept> codes(ChallengeId id) {
		return this.database.sql("SELECT fingerprint, sent, usable_until FROM sign_in_code WHERE challenge = ?")
			.param(id.challenge())
			.query((row, index) -> new Kept(row.getBytes("fingerprint"), row.getBoolean("sent"),
					row.getObject("usable_until", OffsetDateTime.class).toInstant()))
			.list();
	}

	private ChallengeId drawId() {
		byte[] bits = new byte[16];
		this.chance.nextBytes(bits);
		return new ChallengeId(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	private static Round round(ResultSet row, int index) throws SQLException {
		return new Round(new ChallengeId(row.getString("challenge")),
				Optional.ofNullable(row.getString("subscriber")).map(SubscriberId::new), row.getBytes("mailbox"),
				Locale.forLanguageTag(row.getString("language")), row.getInt("tries"));
	}

	private static String context(ChallengeId id) {
		return "sign-in:" + id.challenge();
	}

	private static String tag(Locale language) {
		String tag = language.stripExtensions().toLanguageTag();
		return (tag.length() <= LONGEST_LANGUAGE) ? tag : "und";
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/** What comparing a code found. */
	enum Match {

		RIGHT, WRONG, TOO_LATE

	}

	/**
	 * A round as it is kept.
	 *
	 * @param id its name
	 * @param who whose, empty for nobody's
	 * @param mailbox keyed fingerprint of the mailbox
	 * @param language the language of its messages
	 * @param tries how many were taken
	 */
	record Round(ChallengeId id, Optional<SubscriberId> who, byte[] mailbox, Locale language, int tries) {
	}

	/**
	 * A fresh code. The digits are known here and to the message only.
	 *
	 * @param told what everybody is told
	 * @param code the code
	 * @param send whether it may be sent
	 * @param round its round
	 */
	record Drawn(CodeSent told, OneTimeCode code, boolean send, Round round) {
	}

	private record Kept(byte[] fingerprint, boolean sent, Instant usableUntil) {
	}

}
