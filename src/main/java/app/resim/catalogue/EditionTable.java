package app.resim.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.BrandId;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The editions of all brands.
 */
@Component
class EditionTable {

	private final JdbcClient database;

	EditionTable(JdbcClient database) {
		this.database = database;
	}

	/** Of several nodes that start together, one is first. */
	void addFirst(BrandId brand, int place, BrandText text, Instant now) {
		this.database
			.sql("""
					INSERT INTO brand_edition (id, brand, place, brand_text, why, first_of, file_print, proposed_at, wanted_from,
						agreed_at, holds_from)
					VALUES (?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.param(UUID.randomUUID())
			.param(brand.brand())
			.param(place)
			.param(text.text())
			.param(brand.brand())
			.param(text.fingerprint())
			.param(at(now))
			// whatever the clock says, a brand is always there
			.param(at(Instant.EPOCH))
			.param(at(now))
			.param(at(Instant.EPOCH))
			.update();
	}

	/**
	 * @return false if the same file has offered it before
	 */
	boolean offer(Edition base, BrandText text, Instant now) {
		return this.database
			.sql("""
					INSERT INTO brand_edition (id, brand, place, brand_text, why, based_on, file_print, proposed_at, wanted_from)
					VALUES (?, ?, ?, ?, '', ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
			.param(UUID.randomUUID())
			.param(base.brand().brand())
			.param(base.place())
			.param(text.text())
			.param(base.id())
			.param(text.fingerprint())
			.param(at(now))
			.param(at(now))
			.update() > 0;
	}

	void propose(UUID id, Edition base, BrandText text, String why, String staff, Instant now, Instant wantedFrom) {
		this.database
			.sql("""
					INSERT INTO brand_edition (id, brand, place, brand_text, why, based_on, proposed_by, proposed_at, wanted_from)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(id)
			.param(base.brand().brand())
			.param(base.place())
			.param(text.text())
			.param(why)
			.param(base.id())
			.param(staff)
			.param(at(now))
			.param(at(wantedFrom))
			.update();
	}

	/**
	 * Agrees to a proposal that follows what holds last.
	 * @return false if it is open no more, or something else follows already
	 */
	boolean agree(UUID id, UUID follows, String staff, Instant now, Instant holdsFrom) {
		try {
			return this.database.sql("""
					UPDATE brand_edition SET follows = ?, agreed_by = ?, agreed_at = ?, holds_from = ?
					WHERE id = ? AND agreed_at IS NULL AND dropped_at IS NULL
						AND (proposed_by IS NULL OR proposed_by <> ?)""")
				.param(follows)
				.param(staff)
				.param(at(now))
				.param(at(holdsFrom))
				.param(id)
				.param(staff)
				.update() > 0;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * @return false if it holds already or was dropped before
	 */
	boolean drop(UUID id, String staff, Instant now) {
		return this.database.sql("""
				UPDATE brand_edition SET follows = NULL, dropped_by = ?, dropped_at = ?
				WHERE id = ? AND dropped_at IS NULL AND (holds_from IS NULL OR holds_from > ?)""")
			.param(staff)
			.param(at(now))
			.param(id)
			.param(at(now))
			.update() > 0;
	}

	List<Edition> of(BrandId brand) {
		return this.database
			.sql("SELECT * FROM brand_edition WHERE brand = ? ORDER BY proposed_at, first_of NULLS LAST, id")
			.param(brand.brand())
			.query(EditionTable::read)
			.list();
	}

	Optional<Edition> find(UUID id) {
		return this.database.sql("SELECT * FROM brand_edition WHERE id = ?")
			.param(id)
			.query(EditionTable::read)
			.optional();
	}

	/**
	 * What holds or will: of each brand the first one, in the order of brands and time.
	 */
	List<Edition> agreed() {
		return this.database.sql("""
				SELECT * FROM brand_edition WHERE agreed_at IS NOT NULL AND dropped_at IS NULL
				ORDER BY place, brand, holds_from, agreed_at""").query(EditionTable::read).list();
	}

	/** Changes whenever {@link #agreed} does. */
	Mark mark() {
		return this.database.sql("SELECT COUNT(agreed_at) AS agreed, COUNT(dropped_at) AS dropped FROM brand_edition")
			.query((row, number) -> new Mark(row.getLong("agreed"), row.getLong("dropped")))
			.single();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static Edition read(ResultSet row, int number) throws SQLException {
		return new Edition(row.getObject("id", UUID.class), new BrandId(row.getString("brand")), row.getInt("place"),
				row.getString("brand_text"), row.getString("why"),
				Optional.ofNullable(row.getObject("based_on", UUID.class)),
				Optional.ofNullable(row.getString("proposed_by")), when(row, "proposed_at").orElseThrow(),
				when(row, "wanted_from").orElseThrow(), Optional.ofNullable(row.getString("agreed_by")),
				when(row, "agreed_at"), when(row, "holds_from"), Optional.ofNullable(row.getString("dropped_by")),
				when(row, "dropped_at"));
	}

	private static Optional<Instant> when(ResultSet row, String column) throws SQLException {
		@Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
		return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
	}

	/**
	 * How much has happened.
	 *
	 * @param agreed editions that were ever agreed to
	 * @param dropped editions that were ever dropped
	 */
	record Mark(long agreed, long dropped) {
	}

}
