package app.resim.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import app.resim.identity.likeness.Likeness;
import app.resim.kernel.SubscriberId;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that say which pictures there are. Every call that changes one is made inside
 * a transaction that has {@linkplain #lock locked} the folder.
 */
@Repository
class Shelf {

	private static final String PICTURE = "SELECT id, side, width, height, accepted_at, verdict, reasons FROM identity_picture ";

	private static final String ACCEPTED = "ACCEPTED";

	private static final String NEEDS_PERSON = "NEEDS_PERSON";

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

	List<Documents.Trace> traces(String folder) {
		return this.database.sql(
				"SELECT id, side, accepted_at, removed_at FROM identity_picture WHERE folder = ? ORDER BY accepted_at, id")
			.param(folder)
			.query((row, index) -> new Documents.Trace(new DocumentId(row.getObject("id", UUID.class)),
					Side.valueOf(row.getString("side")), row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
					Optional.ofNullable(row.getObject("removed_at", OffsetDateTime.class))
						.map(OffsetDateTime::toInstant)))
			.list();
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

	void add(String folder, Picture picture, byte[] sealedKey, Marks marks) {
		this.database.sql("""
				INSERT INTO identity_picture
				  (id, folder, side, place, width, height, sealed_key, fingerprint, accepted_at,
				   owner, likeness, verdict, reasons)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
			.param(picture.id().document())
			.param(folder)
			.param(picture.side().name())
			.param(place(folder, picture.side()))
			.param(picture.width())
			.param(picture.height())
			.param(sealedKey)
			.param(marks.fingerprint())
			.param(time(picture.at()))
			.param(marks.owner())
			.param(marks.likeness().map(Likeness::text).orElse(null))
			.param(verdict(picture.findings()))
			.param(picture.findings().reasons().stream().map(Enum::name).collect(Collectors.joining(",")))
			.update();
		marks.likeness().ifPresent(likeness -> likeness.bands().forEach(band -> add(picture.id(), band)));
		forgetRetake(folder, picture.side());
	}

	private void add(DocumentId id, int band) {
		this.database.sql("INSERT INTO identity_likeness (band, picture) VALUES (?, ?)")
			.param(band)
			.param(id.document())
			.update();
	}

	void addReading(DocumentId id, byte[] sealed) {
		this.database.sql("UPDATE identity_picture SET sealed_reading = ? WHERE id = ?")
			.param(sealed)
			.param(id.document())
			.update();
	}

	Optional<byte[]> sealedReading(DocumentId id) {
		return this.database
			.sql("SELECT sealed_reading FROM identity_picture WHERE id = ? AND sealed_reading IS NOT NULL")
			.param(id.document())
			.query((row, index) -> row.getBytes(1))
			.optional();
	}

	/** Whether the same or nearly the same picture was used by another owner. */
	boolean isUsedElsewhere(Marks marks) {
		return isSameFileElsewhere(marks) || marks.likeness().stream().anyMatch(own -> isNearElsewhere(own, marks));
	}

	private boolean isSameFileElsewhere(Marks marks) {
		return this.database.sql("SELECT COUNT(*) FROM identity_picture WHERE fingerprint = ? AND owner <> ?")
			.param(marks.fingerprint())
			.param(marks.owner())
			.query(Integer.class)
			.single() > 0;
	}

	private boolean isNearElsewhere(Likeness own, Marks marks) {
		return this.database.sql("""
				SELECT DISTINCT p.likeness FROM identity_likeness l
				JOIN identity_picture p ON p.id = l.picture
				WHERE l.band IN (:bands) AND p.owner <> :owner AND p.likeness IS NOT NULL""")
			.param("bands", own.bands())
			.param("owner", marks.owner())
			.query((row, index) -> row.getString(1))
			.list()
			.stream()
			.anyMatch(other -> own.isNear(Likeness.parse(other)));
	}

	/** Whether a better picture of this side was already asked for. */
	boolean isRetakeAsked(String folder, Side side) {
		return this.database.sql("SELECT COUNT(*) FROM identity_retake WHERE place = ?")
			.param(place(folder, side))
			.query(Integer.class)
			.single() > 0;
	}

	void askRetake(String folder, Side side) {
		this.database.sql("INSERT INTO identity_retake (place, folder) VALUES (?, ?)")
			.param(place(folder, side))
			.param(folder)
			.update();
	}

	private void forgetRetake(String folder, Side side) {
		this.database.sql("DELETE FROM identity_retake WHERE place = ?").param(place(folder, side)).update();
	}

	/** From here on nobody can open the picture, whatever becomes of its bytes. */
	void forgetKey(DocumentId id, Instant at) {
		this.database.sql(
				"UPDATE identity_picture SET removed_at = ?, place = NULL, sealed_key = NULL, likeness = NULL, sealed_reading = NULL WHERE id = ?")
			.param(time(at))
			.param(id.document())
			.update();
		this.database.sql("DELETE FROM identity_likeness WHERE picture = ?").param(id.document()).update();
	}

	void keepUntil(String folder, SubscriberId owner, Instant until) {
		this.database.sql("UPDATE identity_folder SET subscriber = ?, release_after = ? WHERE folder = ?")
			.param(owner.subscriber())
			.param(time(until))
			.param(folder)
			.update();
	}

	void releaseAfter(String folder, @Nullable Instant at) {
		this.database.sql("UPDATE identity_folder SET release_after = ? WHERE folder = ?")
			.param((at != null) ? time(at) : null)
			.param(folder)
			.update();
	}

	/**
	 * Folders whose time is over and that still hold a picture or a number. It starts
	 * from what is held: of most folders the time was over long ago.
	 */
	List<Due> due(Instant now) {
		return this.database.sql("""
				SELECT f.folder, f.subscriber FROM identity_folder f
				WHERE f.release_after <= ? AND f.folder IN (
				  SELECT p.folder FROM identity_picture p WHERE p.place IS NOT NULL
				  UNION SELECT n.folder FROM identity_number n)
				ORDER BY f.release_after, f.folder""")
			.param(time(now))
			.query((row, index) -> new Due(row.getString("folder"),
					Optional.ofNullable(row.getString("subscriber")).map(SubscriberId::new)))
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
				row.getObject("accepted_at", OffsetDateTime.class).toInstant(),
				findings(row.getString("verdict"), row.getString("reasons")));
	}

	private static String verdict(Findings findings) {
		return switch (findings) {
			case Findings.Accepted accepted -> ACCEPTED;
			case Findings.NeedsPerson person -> NEEDS_PERSON;
			case Findings.Retake retake -> throw new IllegalArgumentException("Not to be stored");
		};
	}

	private static Findings findings(String verdict, String reasons) {
		Set<Findings.Reason> all = EnumSet.noneOf(Findings.Reason.class);
		Arrays.stream(reasons.split(","))
			.filter(name -> !name.isEmpty())
			.map(Findings.Reason::valueOf)
			.forEach(all::add);
		Set<Findings.Reason> fixed = Collections.unmodifiableSet(all);
		return verdict.equals(NEEDS_PERSON) ? new Findings.NeedsPerson(fixed) : new Findings.Accepted(fixed);
	}

	private static OffsetDateTime time(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A folder whose time is over.
	 *
	 * @param folder which
	 * @param owner whose; empty where nobody has said
	 */
	record Due(String folder, Optional<SubscriberId> owner) {
	}

	/**
	 * By what a picture is recognised.
	 *
	 * @param owner keyed fingerprint of whose it is
	 * @param fingerprint keyed fingerprint of the file as received
	 * @param likeness what it looks like from afar
	 */
	record Marks(byte[] owner, byte[] fingerprint, Optional<Likeness> likeness) {
	}

}
