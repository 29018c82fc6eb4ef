package app.resim.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that say which pictures there are. Every call that changes one is made inside
 * a transaction that has {@linkplain #lock locked} the folder.
 */
@Repository
class Shelf {

	private static final String PICTURE = "SELECT id, side, width, height, accepted_at FROM identity_picture ";

	private final JdbcClient database;

	Shelf(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Makes changes of a folder wait for one another, and makes the folder if need be.
	 */
	void lock(String folder) {
		this.database.sql("INSERT INTO identity_folder (folder) VALUES (?) ON CONFLICT DO NOTHING")
			.param(folder)
			.update();
		this.database.sql("SELECT folder FROM identity_folder WHERE folder = ? FOR UPDATE")
			.param(folder)
			.query(String.class)
			.single();
	}

	List<Picture> in(String folder) {
		return this.database.sql(PICTURE + "WHERE folder = ? AND removed_at IS NULL")
			.param(folder)
			.query(Shelf::picture)
			.list()
			.stream()
			.sorted(Comparator.comparing(Picture::side))
			.toList();
	}

	Optional<Picture> find(String folder, DocumentId id) {
		return this.database.sql(PICTURE + "WHERE id = ? AND folder = ? AND removed_at IS NULL")
			.param(id.document())
			.param(folder)
			.query(Shelf::picture)
			.optional();
	}

	Optional<Picture> find(String folder, Side side) {
		return this.database.sql(PICTURE + "WHERE place = ?")
			.param(place(folder, side))
			.query(Shelf::picture)
			.optional();
	}

	Optional<byte[]> sealedKey(DocumentId id) {
		return this.database.sql("SELECT sealed_key FROM identity_picture WHERE id = ? AND removed_at IS NULL")
			.param(id.document())
			.query((row, index) -> row.getBytes(1))
			.optional();
	}

	void add(String folder, Picture picture, byte[] sealedKey, byte[] fingerprint) {
		this.database.sql("""
				INSERT INTO identity_picture
				  (id, folder, side, place, width, height, sealed_key, fingerprint, accepted_at)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(picture.id().document())
			.param(folder)
			.param(picture.side().name())
			.param(place(folder, picture.side()))
			.param(picture.width())
			.param(picture.height())
			.param(sealedKey)
			.param(fingerprint)
			.param(time(picture.at()))
			.update();
	}

	/** From here on nobody can open the picture, whatever becomes of its bytes. */
	void forgetKey(DocumentId id, Instant at) {
		this.database.sql("UPDATE identity_picture SET removed_at = ?, place = NULL, sealed_key = NULL WHERE id = ?")
			.param(time(at))
			.param(id.document())
			.update();
	}

	void releaseAfter(String folder, Instant at) {
		this.database.sql("UPDATE identity_folder SET release_after = ? WHERE folder = ?")
			.param(time(at))
			.param(folder)
			.update();
	}

	/** Folders whose time is over and that still hold a picture. */
	List<String> due(Instant now) {
		return this.database.sql("""
				SELECT DISTINCT f.folder FROM identity_folder f
				JOIN identity_picture p ON p.folder = f.folder
				WHERE f.release_after <= ? AND p.removed_at IS NULL""")
			.param(time(now))
			.query((row, index) -> row.getString(1))
			.list();
	}

	boolean isDue(String folder, Instant now) {
		return this.database.sql("SELECT COUNT(*) FROM identity_folder WHERE folder = ? AND release_after <= ?")
			.param(folder)
			.param(time(now))
			.query(Integer.class)
			.single() > 0;
	}

	private static String place(String folder, Side side) {
		return side + ":" + folder;
	}

	private static Picture picture(ResultSet row, int index) throws SQLException {
		return new Picture(new DocumentId(row.getObject("id", UUID.class)), Side.valueOf(row.getString("side")),
				row.getInt("width"), row.getInt("height"),
				row.getObject("accepted_at", OffsetDateTime.class).toInstant());
	}

	private static OffsetDateTime time(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
