package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How the team of reviewers is doing, in numbers that the database adds up. Nothing in
 * them is about a customer or about one of the staff.
 */
@Service
public class Team {

	/** Every zone's midnight is the start of one. */
	private static final long SLOT_SECONDS = 900;

	private static final String DECIDED = " FROM replacement_request WHERE route = 'REVIEWED' AND decided_at >= ? ";

	/** Where the bars of the open ones end. */
	private static final List<Duration> AGES = List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(4),
			Duration.ofHours(24));

	private final JdbcClient database;

	private final Clock clock;

	Team(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * The figures of some days.
	 *
	 * @param days one after the other, today last
	 * @param waiting from sending to the decision; empty without a decision
	 * @param declined how often for which reason, without those never given
	 * @param kept how many were answered by the time promised
	 * @param broken how many were answered later
	 * @param open how many wait now, by age
	 */
	public record Figures(List<Day> days, Optional<Waiting> waiting, Map<DeclineReason, Integer> declined, int kept,
			int broken, List<Age> open) {

		public int decided() {
			return this.kept + this.broken;
		}

	}

	/** What was decided on a day. */
	public record Day(LocalDate day, int approved, int declined) {
	}

	/** How long people waited for a decision. */
	public record Waiting(Duration median, Duration ninetieth) {
	}

	/**
	 * Requests that wait now.
	 *
	 * @param from waiting at least so long
	 * @param to and not as long as this; empty for no end
	 * @param count how many
	 */
	public record Age(Duration from, Optional<Duration> to, int count) {
	}

	/**
	 * Adds up.
	 * @param days how many, today included
	 * @param zone whose days
	 * @return the figures
	 */
	public Figures figures(int days, ZoneId zone) {
		LocalDate today = this.clock.instant().atZone(zone).toLocalDate();
		LocalDate first = today.minusDays(days - 1L);
		OffsetDateTime since = utc(first.atStartOfDay(zone).toInstant());
		int broken = count("SELECT COUNT(*)" + DECIDED + "AND promise_broken = TRUE", since);
		int all = count("SELECT COUNT(*)" + DECIDED, since);
		return new Figures(perDay(first, today, since, zone), waiting(since), declined(since), all - broken, broken,
				open());
	}

	private List<Day> perDay(LocalDate first, LocalDate last, OffsetDateTime since, ZoneId zone) {
		Map<LocalDate, Day> found = new TreeMap<>();
		first.datesUntil(last.plusDays(1)).forEach(day -> found.put(day, new Day(day, 0, 0)));
		this.database.sql("""
				SELECT CAST(FLOOR(EXTRACT(EPOCH FROM decided_at) / 900) AS BIGINT) AS slot,
				  SUM(CASE WHEN decline_reason IS NULL THEN 1 ELSE 0 END) AS approved,
				  SUM(CASE WHEN decline_reason IS NULL THEN 0 ELSE 1 END) AS declined
				""" + DECIDED + "GROUP BY 1").param(since).query((row, index) -> {
			Instant slot = Instant.ofEpochSecond(row.getLong("slot") * SLOT_SECONDS);
			return new Day(slot.atZone(zone).toLocalDate(), row.getInt("approved"), row.getInt("declined"));
		})
			.list()
			.forEach(part -> found.merge(part.day(), part, (one, other) -> new Day(one.day(),
					one.approved() + other.approved(), one.declined() + other.declined())));
		return List.copyOf(found.values());
	}

	private Optional<Waiting> waiting(OffsetDateTime since) {
		return this.database.sql("""
				SELECT COUNT(*) AS decided, PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY waited) AS median,
				  PERCENTILE_CONT(0.9) WITHIN GROUP (ORDER BY waited) AS ninetieth
				FROM (SELECT EXTRACT(EPOCH FROM decided_at) - EXTRACT(EPOCH FROM submitted_at) AS waited
				""" + DECIDED + ") waits")
			.param(since)
			.query((row, index) -> (row.getInt("decided") == 0) ? Optional.<Waiting>empty()
					: Optional.of(new Waiting(Duration.ofSeconds(row.getLong("median")),
							Duration.ofSeconds(row.getLong("ninetieth")))))
			.single();
	}

	private Map<DeclineReason, Integer> declined(OffsetDateTime since) {
		Map<DeclineReason, Integer> declined = new EnumMap<>(DeclineReason.class);
		this.database
			.sql("SELECT decline_reason, COUNT(*) AS times" + DECIDED
					+ "AND decline_reason IS NOT NULL GROUP BY decline_reason")
			.param(since)
			.query(row -> {
				declined.put(DeclineReason.valueOf(row.getString("decline_reason")), row.getInt("times"));
			});
		return declined;
	}

	private List<Age> open() {
		Instant now = this.clock.instant();
		List<Duration> starts = Stream.concat(Stream.of(Duration.ZERO), AGES.stream()).toList();
		return Stream.iterate(0, i -> i < starts.size(), i -> i + 1).map(i -> {
			Optional<Duration> end = (i + 1 < starts.size()) ? Optional.of(starts.get(i + 1)) : Optional.empty();
			String before = "SELECT COUNT(*) FROM replacement_request WHERE desk = 'OPEN' AND submitted_at <= ?";
			OffsetDateTime latest = utc(now.minus(starts.get(i)));
			int count = end.map(to -> count(before + " AND submitted_at > ?", latest, utc(now.minus(to))))
				.orElseGet(() -> count(before, latest));
			return new Age(starts.get(i), end, count);
		}).toList();
	}

	private int count(String sql, Object... filled) {
		return this.database.sql(sql).params(filled).query(Integer.class).single();
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
