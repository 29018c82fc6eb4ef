package app.resim.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.protection.Signal;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What waits for people, page by page, the most urgent first. Reads by keys, never by
 * counting rows, so that the hundredth page costs as much as the first.
 */
@Service
public class Worklist {

	/** How many cases a page holds. */
	public static final int PAGE = 50;

	/** Nobody counts further than this. */
	public static final int COUNTED = 1000;

	private static final String COLUMNS = """
			SELECT id, reference, line, reason, status, submitted_at, answer_by, signals, reviewer, people,
			  first_approver, reserved_for, reserved_until, waits_until, due_at
			FROM replacement_request WHERE\s""";

	private final JdbcClient database;

	private final Clock clock;

	Worklist(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Which cases are looked at. */
	public enum Part {

		/** All on the reviewers' desk. */
		ALL,
		/** Those that the reader has. */
		MINE,
		/** Those that nobody has. */
		NOBODYS,
		/** Those that one person has approved and another has to. */
		SECOND,
		/** Those whose promise is broken. */
		LATE,
		/** Those whose fulfilment needs somebody. */
		STALLED,
		/** Those in which the customer has to do something. */
		CUSTOMER

	}

	/**
	 * Where a page ends.
	 *
	 * @param dueAt of the last case
	 * @param id of the last case
	 */
	public record Place(Instant dueAt, UUID id) {

		/**
		 * Reads a place.
		 * @param text as {@link #toString} writes it
		 * @return the place, or empty for anything else
		 */
		public static Optional<Place> read(String text) {
			if (!text.matches("[0-9]{1,18}\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
				return Optional.empty();
			}
			int dot = text.indexOf('.');
			long micros = Long.parseLong(text.substring(0, dot));
			return Optional.of(new Place(Instant.EPOCH.plus(micros(micros)), UUID.fromString(text.substring(dot + 1))));
		}

		private static Duration micros(long micros) {
			return Duration.ofSeconds(micros / 1_000_000, micros % 1_000_000 * 1000);
		}

		@Override
		public String toString() {
			long micros = this.dueAt.getEpochSecond() * 1_000_000 + this.dueAt.getNano() / 1000;
			return micros + "." + this.id;
		}

	}

	/**
	 * A page.
	 *
	 * @param rows at most {@link #PAGE}
	 * @param next where the next page begins, if there is one
	 */
	public record Page(List<WorklistRow> rows, Optional<Place> next) {
	}

	/**
	 * A page of cases.
	 * @param part which
	 * @param reason only for this reason
	 * @param me who looks
	 * @param after the place where the page before ended
	 * @return the page
	 */
	public Page page(Part part, Optional<Reason> reason, String me, Optional<Place> after) {
		Query query = query(part, reason, me);
		after.ifPresent(query::after);
		List<Found> found = this.database
			.sql(COLUMNS + query.where() + " ORDER BY " + order(part, reason) + " LIMIT " + (PAGE + 1))
			.params(query.values)
			.query(this::found)
			.list();
		boolean more = found.size() > PAGE;
		List<Found> shown = more ? found.subList(0, PAGE) : found;
		return new Page(shown.stream().map(Found::row).toList(),
				more ? Optional.of(shown.getLast().place()) : Optional.empty());
	}

	/**
	 * How many cases each part holds.
	 * @param reason only for this reason
	 * @param me who looks
	 * @return at most {@link #COUNTED} each
	 */
	public Map<Part, Integer> counts(Optional<Reason> reason, String me) {
		Map<Part, Integer> counts = new EnumMap<>(Part.class);
		for (Part part : Part.values()) {
			counts.put(part, count(query(part, reason, me), order(part, reason)));
		}
		return counts;
	}

	/**
	 * How many promises end soon.
	 * @param soon within this time from now
	 * @return at most {@link #COUNTED}
	 */
	public int dueWithin(Duration soon) {
		Instant now = this.clock.instant();
		return count(new Query().and("status = 'IN_REVIEW'")
			.and("due_at >= ?", utc(now))
			.and("due_at <= ?", utc(now.plus(soon))), "status, due_at, id");
	}

	int count(Part part) {
		return count(query(part, Optional.empty(), "reviewer-1"), order(part, Optional.empty()));
	}

	/** In the order of an index, so that the count ends there. */
	private int count(Query query, String order) {
		return this.database
			.sql("SELECT COUNT(*) FROM (SELECT 1 FROM replacement_request WHERE " + query.where() + " ORDER BY " + order
					+ " LIMIT " + COUNTED + ") counted")
			.params(query.values)
			.query(Integer.class)
			.single();
	}

	/**
	 * Cases that somebody may take next: first those kept for them, then the most urgent
	 * that nobody has and that they have not approved before.
	 */
	List<RequestReference> candidates(String me, Set<SubscriberId> tooClose, int most) {
		// claiming looks at the rest; alone, the name leads straight to its index
		Query kept = new Query().and("reserved_for = ?", me).and("reserved_until > ?", utc(this.clock.instant()));
		Query free = new Query().and("reviewer IS NULL")
			.and("desk = 'OPEN'")
			.and("(reserved_for IS NULL OR reserved_until <= ?)", utc(this.clock.instant()))
			.and("(first_approver IS NULL OR first_approver <> ?)", me);
		return Stream
			.concat(candidates(kept, "due_at, id", tooClose, most),
					candidates(free, "reviewer, desk, due_at, id", tooClose, most))
			.toList();
	}

	private Stream<RequestReference> candidates(Query query, String order, Set<SubscriberId> tooClose, int most) {
		tooClose.forEach(account -> query.and("subscriber <> ?", account.subscriber()));
		return this.database
			.sql("SELECT reference FROM replacement_request WHERE " + query.where() + " ORDER BY " + order + " LIMIT "
					+ most)
			.params(query.values)
			.query((row, index) -> new RequestReference(row.getString(1)))
			.list()
			.stream();
	}

	/** Fixed words stand in the text, so that a planner knows how rare they are. */
	private Query query(Part part, Optional<Reason> reason, String me) {
		Query query = switch (part) {
			case ALL -> new Query().and("desk = 'OPEN'");
			case MINE -> new Query().and("reviewer = ?", me).and("desk IN ('OPEN', 'CUSTOMER')");
			case NOBODYS -> new Query().and("reviewer IS NULL").and("desk = 'OPEN'");
			case SECOND -> new Query().and("second_due_at >= ?", utc(Instant.EPOCH));
			case LATE -> new Query().and("status = 'IN_REVIEW'").and("due_at < ?", utc(this.clock.instant()));
			case STALLED -> new Query().and("status = 'STALLED'");
			case CUSTOMER -> new Query().and("desk = 'CUSTOMER'");
		};
		reason.ifPresent(only -> query.and("reason = ?", only.name()));
		return query;
	}

	/** The columns that are fixed stand first: so an index gives the order. */
	private static String order(Part part, Optional<Reason> reason) {
		return switch (part) {
			case ALL, CUSTOMER -> reason.isPresent() ? "desk, reason, due_at, id" : "desk, due_at, id";
			case NOBODYS -> "reviewer, desk, due_at, id";
			case LATE, STALLED -> "status, due_at, id";
			case SECOND -> "second_due_at, id";
			case MINE -> "due_at, id";
		};
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private Found found(ResultSet row, int index) throws SQLException {
		RequestStatus status = RequestStatus.valueOf(row.getString("status"));
		boolean stalled = status == RequestStatus.STALLED;
		Optional<Instant> kept = instant(row, "reserved_until").filter(until -> until.isAfter(this.clock.instant()));
		var shown = new WorklistRow(new RequestReference(row.getString("reference")),
				new Msisdn(row.getString("line")).masked(), Reason.valueOf(row.getString("reason")), status.phase(),
				instant(row, "submitted_at").orElseThrow(), stalled ? Optional.empty() : instant(row, "answer_by"),
				stalled, signals(row.getString("signals")), Optional.ofNullable(row.getString("reviewer")),
				row.getInt("people"), Optional.ofNullable(row.getString("first_approver")),
				kept.flatMap(until -> reservedFor(row)), instant(row, "waits_until"));
		return new Found(shown, new Place(instant(row, "due_at").orElseThrow(), row.getObject("id", UUID.class)));
	}

	private static Optional<String> reservedFor(ResultSet row) {
		try {
			return Optional.ofNullable(row.getString("reserved_for"));
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private static List<Signal> signals(@Nullable String joined) {
		return (joined == null || joined.isEmpty()) ? List.of()
				: Stream.of(joined.split(",")).map(Signal::valueOf).toList();
	}

	/** A case and its place in the order. */
	private record Found(WorklistRow row, Place place) {
	}

	/** Conditions and what fills them. */
	private static final class Query {

		private final List<String> conditions = new ArrayList<>();

		private final List<Object> values = new ArrayList<>();

		Query and(String condition, Object... filled) {
			this.conditions.add(condition);
			this.values.addAll(List.of(filled));
			return this;
		}

		void after(Place place) {
			and("due_at >= ?", utc(place.dueAt()));
			and("(due_at > ? OR id > ?)", utc(place.dueAt()), place.id());
		}

		String where() {
			return String.join(" AND ", this.conditions);
		}

	}

}
