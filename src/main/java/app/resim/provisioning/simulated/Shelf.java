package app.resim.provisioning.simulated;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Eid;
import app.resim.kernel.Iccid;
import app.resim.provisioning.simulated.SimulatedProfile.State;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The simulated server's profiles. Every change names the states it may start from, so
 * that of two callers one comes too late.
 */
@Component
@WhileNoServerIsConfigured
class Shelf {

	private final JdbcClient database;

	private final Clock clock;

	Shelf(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * A profile with its secrets.
	 *
	 * @param profile what everybody may see
	 * @param matchingId bound MatchingID, empty if none
	 */
	record Kept(SimulatedProfile profile, String matchingId) {

		State state() {
			return this.profile.state();
		}

		@Override
		public String toString() {
			return "Kept[" + this.profile.state() + "]";
		}

	}

	Optional<Kept> find(Iccid iccid) {
		return this.database.sql("SELECT * FROM simulated_profile WHERE iccid = :iccid")
			.param("iccid", iccid.iccid())
			.query((row, number) -> kept(row))
			.optional();
	}

	/** The profile that a phone means, by what stands in its code. */
	Optional<Iccid> byMatchingId(String matchingId) {
		return this.database.sql("SELECT iccid FROM simulated_profile WHERE matching_id = :id")
			.param("id", matchingId)
			.query((row, number) -> new Iccid(row.getString("iccid")))
			.optional();
	}

	/** What the phone's owner has to type, if anything. */
	Optional<String> confirmationCode(Iccid iccid) {
		return this.database.sql(
				"SELECT confirmation_code FROM simulated_profile WHERE iccid = :iccid AND confirmation_code IS NOT NULL")
			.param("iccid", iccid.iccid())
			.query((row, number) -> row.getString("confirmation_code"))
			.optional();
	}

	List<SimulatedProfile> all() {
		return this.database.sql("SELECT * FROM simulated_profile ORDER BY changed_at DESC FETCH FIRST 200 ROWS ONLY")
			.query((row, number) -> kept(row).profile())
			.list();
	}

	boolean knowsMatchingId(String matchingId) {
		return this.database.sql("SELECT COUNT(*) FROM simulated_profile WHERE matching_id = :id")
			.param("id", matchingId)
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Reserves an available profile.
	 * @return false if it is not available
	 */
	boolean reserve(Iccid iccid, String profileType, Optional<Eid> eid) {
		State next = eid.isPresent() ? State.LINKED : State.ALLOCATED;
		int made = this.database.sql("""
				INSERT INTO simulated_profile (iccid, profile_type, state, eid, changed_at)
				VALUES (:iccid, :type, :state, :eid, :now) ON CONFLICT DO NOTHING""")
			.param("iccid", iccid.iccid())
			.param("type", profileType)
			.param("state", next.name())
			.param("eid", text(eid))
			.param("now", now())
			.update();
		return made == 1 || move(iccid, List.of(State.AVAILABLE), next, eid);
	}

	boolean confirm(Iccid iccid, Optional<Eid> eid, String matchingId, @Nullable String confirmationCode, State next) {
		return this.database.sql("""
				UPDATE simulated_profile SET state = :next, eid = :eid, matching_id = :matchingId,
				confirmation_code = :code, changed_at = :now
				WHERE iccid = :iccid AND state IN ('ALLOCATED', 'LINKED')""")
			.param("next", next.name())
			.param("eid", text(eid))
			.param("matchingId", matchingId)
			.param("code", confirmationCode)
			.param("now", now())
			.param("iccid", iccid.iccid())
			.update() == 1;
	}

	boolean move(Iccid iccid, Collection<State> from, State next) {
		return this.database.sql(
				"UPDATE simulated_profile SET state = :next, changed_at = :now WHERE iccid = :iccid AND state IN (:from)")
			.param("next", next.name())
			.param("now", now())
			.param("iccid", iccid.iccid())
			.param("from", from.stream().map(Enum::name).toList())
			.update() == 1;
	}

	/** Also forgets the MatchingID and binds to another phone or none. */
	boolean move(Iccid iccid, Collection<State> from, State next, Optional<Eid> eid) {
		return this.database.sql("""
				UPDATE simulated_profile SET state = :next, eid = :eid, matching_id = NULL, confirmation_code = NULL,
				changed_at = :now
				WHERE iccid = :iccid AND state IN (:from)""")
			.param("next", next.name())
			.param("eid", text(eid))
			.param("now", now())
			.param("iccid", iccid.iccid())
			.param("from", from.stream().map(Enum::name).toList())
			.update() == 1;
	}

	private static @Nullable String text(Optional<Eid> eid) {
		return eid.map(Eid::eid).orElse(null);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Kept kept(ResultSet row) throws SQLException {
		var profile = new SimulatedProfile(new Iccid(row.getString("iccid")), row.getString("profile_type"),
				State.valueOf(row.getString("state")), Optional.ofNullable(row.getString("eid")).map(Eid::new),
				row.getObject("changed_at", OffsetDateTime.class).toInstant());
		return new Kept(profile, Optional.ofNullable(row.getString("matching_id")).orElse(""));
	}

}
