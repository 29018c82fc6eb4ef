package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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
		List<Decided> decided = decided(since);
		return new Figures(perDay(first, today, decided, zone), waiting(since), declined(decided),
				decided.stream().mapToInt(part -> part.count() - part.broken()).sum(),
				decided.stream().mapToInt(Decided::broken).sum(), open());
	}

	/** One walk over what was decided, in parts that any zone's days are made of. */
	private List<Decided> decided(OffsetDateTime since) {
		return this.database.sql("""
				SELECT CAST(FLOOR(EXTRACT(EPOCH FROM decided_at) / 900) AS BIGINT) AS slot, decline_reason,
				  COUNT(*) AS times, SUM(CASE WHEN promise_broken THEN 1 ELSE 0 END) AS broken
				""" + DECIDED + "GROUP BY 1, 2")
			.param(since)
			.query((row, index) -> new Decided(Instant.ofEpochSecond(row.getLong("slot") * SLOT_SECONDS),
					Optional.ofNullable(row.getString("decline_reason")).map(DeclineReason::valueOf),
					row.getInt("times"), row.getInt("broken")))
			.list();
	}

	private static List<Day> perDay(LocalDate first, LocalDate last, List<Decided> decided, ZoneId zone) {
		Map<LocalDate, Day> found = new TreeMap<>();
		first.datesUntil(last.plusDays(1)).forEach(day -> found.put(day, new Day(day, 0, 0)));
		decided.forEach(part -> found.merge(part.slot().atZone(zone).toLocalDate(), part.on(zone), (one,
				other) -> new Day(one.day(), one.approved() + other.approved(), one.declined() + other.declined())));
		return List.copyOf(found.values());
	}

	private static Map<DeclineReason, Integer> declined(List<Decided> decided) {
		Map<DeclineReason, Integer> declined = new EnumMap<>(DeclineReason.class);
		decided.forEach(part -> part.reason().ifPresent(reason -> declined.merge(reason, part.count(), Integer::sum)));
		return declined;
	}

	/** Decisions of a quarter of an hour. */
	private record Decided(Instant slot, Optional<DeclineReason> reason, int count, int broken) {

		Day on(ZoneId zone) {
			LocalDate day = this.slot.atZone(zone).toLocalDate();
			return this.reason.isPresent() ? new Day(day, 0, this.count) : new Day(day, this.count, 0);
		}

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

	private List<Age> open() {
		Instant now = this.clock.instant();
		List<OffsetDateTime> ends = AGES.stream().map(age -> utc(now.minus(age))).toList();
		List<Integer> younger = this.database.sql("""
				SELECT COUNT(*), SUM(CASE WHEN submitted_at > ? THEN 1 ELSE 0 END),
				  SUM(CASE WHEN submitted_at > ? THEN 1 ELSE 0 END), SUM(CASE WHEN submitted_at > ? THEN 1 ELSE 0 END),
				  SUM(CASE WHEN submitted_at > ? THEN 1 ELSE 0 END)
				FROM replacement_request WHERE desk = 'OPEN'""")
			.params(ends)
			.query((row, index) -> List.of(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5), row.getInt(1)))
			.single();
		List<Age> open = new ArrayList<>();
		for (int i = 0; i <= AGES.size(); i++) {
			open.add(new Age((i == 0) ? Duration.ZERO : AGES.get(i - 1),
					(i == AGES.size()) ? Optional.empty() : Optional.of(AGES.get(i)),
					younger.get(i) - ((i == 0) ? 0 : younger.get(i - 1))));
		}
		return open;
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

}
