package app.resim.help;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import app.resim.help.CallBack.Claim;
import app.resim.help.CallBack.End;
import app.resim.help.CallBack.Outcome;
import app.resim.keys.Seal;
import app.resim.kernel.BrandId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Call-backs as the database keeps them. Where somebody is reached is sealed, and is
 * overwritten when the call-back has ended. Of two colleagues at once one finds it taken.
 */
@Component
class CallBackTable {

	/** Somebody who took it on and went home keeps nobody waiting. */
	static final Duration CLAIM = Duration.ofHours(2);

	private static final byte[] NOTHING = {};

	private static final String CONTEXT = "call-back";

	private static final String MINE = "WHERE id = ? AND claimed_by = ? AND ended_at IS NULL";

	private static final String END = "UPDATE call_back SET contact = ?, contact_print = ?, ended_at = ?, outcome = ? ";

	private final JdbcClient database;

	private final Seal seal;

	CallBackTable(JdbcClient database, Seal seal) {
		this.database = database;
		this.seal = seal;
	}

	void add(CallBack wish, CallContact contact) {
		this.database.sql("""
				INSERT INTO call_back (id, brand, contact, contact_print, by_phone, topic, language, asked_at, from_at,
				until_at, tries) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
			.params(wish.id(), wish.brand().brand(),
					this.seal.close(contact.text().getBytes(StandardCharsets.UTF_8), context(wish.id())),
					print(contact), wish.phone(), wish.topic().name(), wish.language().toLanguageTag(),
					utc(wish.askedAt()), utc(wish.window().from()), utc(wish.window().until()))
			.update();
	}

	/** Those that wait for the same person and that nobody works on. */
	List<UUID> waitingFor(CallContact contact) {
		return this.database
			.sql("SELECT id FROM call_back WHERE contact_print = ? AND ended_at IS NULL AND claimed_by IS NULL")
			.param(print(contact))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	boolean claim(UUID id, String staff, Instant now) {
		return this.database.sql("""
				UPDATE call_back SET claimed_by = ?, claimed_at = ?
				WHERE id = ? AND ended_at IS NULL AND (claimed_by IS NULL OR claimed_at < ?)""")
			.params(staff, utc(now), id, utc(now.minus(CLAIM)))
			.update() == 1;
	}

	boolean giveBack(UUID id, String staff) {
		return this.database.sql("UPDATE call_back SET claimed_by = NULL, claimed_at = NULL " + MINE)
			.params(id, staff)
			.update() == 1;
	}

	/** One try more, and free for everybody again. */
	boolean tried(UUID id, String staff) {
		return this.database.sql("UPDATE call_back SET tries = tries + 1, claimed_by = NULL, claimed_at = NULL " + MINE)
			.params(id, staff)
			.update() == 1;
	}

	boolean finish(UUID id, String staff, Instant now) {
		return this.database.sql(END + MINE)
			.params(NOTHING, NOTHING, utc(now), Outcome.DONE.name(), id, staff)
			.update() == 1;
	}

	boolean end(UUID id, Outcome outcome, Instant now) {
		return this.database.sql(END + "WHERE id = ? AND ended_at IS NULL")
			.params(NOTHING, NOTHING, utc(now), outcome.name(), id)
			.update() == 1;
	}

	/** Where somebody is reached, for the one who has taken it on. */
	Optional<String> contact(UUID id, String staff) {
		return this.database.sql("SELECT contact FROM call_back " + MINE)
			.params(id, staff)
			.query((row, index) -> row.getBytes("contact"))
			.optional()
			.map(sealed -> new String(this.seal.open(sealed, context(id)), StandardCharsets.UTF_8));
	}

	Optional<CallBack> find(UUID id) {
		return this.database.sql("SELECT * FROM call_back WHERE id = ?")
			.param(id)
			.query(CallBackTable::read)
			.optional();
	}

	/** Whose window ends first comes first; those that have ended come last. */
	List<CallBack> all() {
		return this.database.sql("SELECT * FROM call_back ORDER BY ended_at DESC, until_at, asked_at")
			.query(CallBackTable::read)
			.list();
	}

	List<UUID> lapsed(Instant before) {
		return this.database.sql("SELECT id FROM call_back WHERE ended_at IS NULL AND until_at < ?")
			.param(utc(before))
			.query((row, index) -> row.getObject("id", UUID.class))
			.list();
	}

	void purge(Instant endedBefore) {
		this.database.sql("DELETE FROM call_back WHERE ended_at < ?").param(utc(endedBefore)).update();
	}

	private static CallBack read(ResultSet row, int index) throws SQLException {
		return new CallBack(row.getObject("id", UUID.class), new BrandId(row.getString("brand")),
				row.getBoolean("by_phone"), CallTopic.valueOf(row.getString("topic")),
				Locale.forLanguageTag(row.getString("language")),
				new CallWindow(at(row, "from_at").orElseThrow(), at(row, "until_at").orElseThrow()),
				at(row, "asked_at").orElseThrow(), row.getInt("tries"),
				claim(row.getString("claimed_by"), at(row, "claimed_at")),
				end(at(row, "ended_at"), row.getString("outcome")));
	}

	private static Optional<Claim> claim(@Nullable String staff, Optional<Instant> since) {
		return Optional.ofNullable(staff).flatMap(name -> since.map(at -> new Claim(name, at)));
	}

	private static Optional<End> end(Optional<Instant> at, @Nullable String outcome) {
		return Optional.ofNullable(outcome).flatMap(what -> at.map(when -> new End(when, Outcome.valueOf(what))));
	}

	private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private byte[] print(CallContact contact) {
		return this.seal.fingerprint(contact.text(), CONTEXT);
	}

	private static String context(UUID id) {
		return CONTEXT + ":" + id;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
