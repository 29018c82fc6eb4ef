package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.request.Worklist.Part;
import app.resim.request.Worklist.Place;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Measures the worklist with a hundred thousand open cases and as many decided ones: what
 * a reviewer waits for, without the browser. Run by {@code script/bench worklist}.
 */
public final class WorklistBench {

	private static final int CASES = 100_000;

	private static final int BATCH = 5_000;

	private static final int WARM_UP = 40;

	private static final int ROUNDS = 200;

	/** In milliseconds, at the 95th percentile. */
	private static final double GOAL = 100;

	/** A whole quarter is read; those who plan shifts look once a day. */
	private static final double GOAL_OF_TEAM = 2000;

	private static final Instant NOW = Instant.parse("2026-08-04T05:31:00Z");

	private static final List<String> REASONS = List.of("LOST", "STOLEN", "DAMAGED", "NEW_DEVICE", "DELETED",
			"NOT_WORKING");

	private final String name;

	private final JdbcClient database;

	private final JdbcTemplate batch;

	private final Worklist worklist;

	private final Team team;

	private boolean slow;

	private WorklistBench(String name, DataSource source) {
		this.name = name;
		this.database = JdbcClient.create(source);
		this.batch = new JdbcTemplate(source);
		Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
		this.worklist = new Worklist(this.database, clock);
		this.team = new Team(this.database, clock);
	}

	public static void main(String[] arguments) throws Exception {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		List<String> on = (arguments.length == 0) ? List.of("h2", "postgres") : Arrays.asList(arguments);
		System.out.printf("%-12s %-34s %10s %10s %10s%n", "database", "what", "p50 ms", "p95 ms", "worst ms");
		boolean slow = false;
		for (String database : on) {
			DataSource source = database.equals("h2") ? FreshDatabase.h2() : FreshDatabase.postgres();
			try (var connection = source.getConnection()) {
				var bench = new WorklistBench(database, new SingleConnectionDataSource(connection, true));
				bench.fill();
				bench.measure();
				slow |= bench.slow;
			}
		}
		System.out.printf("%nGoal: %.0f ms at p95, %.0f ms for the team view. %s%n", GOAL, GOAL_OF_TEAM,
				slow ? "MISSED" : "Reached");
		System.exit(slow ? 1 : 0);
	}

	private void fill() {
		RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
		for (int from = 0; from < 2 * CASES; from += BATCH) {
			List<Object[]> rows = new ArrayList<>();
			for (int i = from; i < from + BATCH; i++) {
				rows.add(row(i, i < CASES, chance));
			}
			this.batch.batchUpdate(
					"""
							INSERT INTO replacement_request (id, reference, subscriber, brand, line, live_line, status, reason,
							  reuse_code, tries, undone, created_at, saved_at, submitted_at, version, route, signals, answer_by,
							  reviewer, desk, due_at, first_approver, second_due_at, people, decided_at, decline_reason, promise_broken)
							VALUES (?, ?, ?, 'tidewire', ?, ?, ?, ?, FALSE, 0, FALSE, ?, ?, ?, 0, 'REVIEWED',
							  'REASON_NEEDS_PERSON', ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)""",
					rows);
		}
		this.batch.execute("ANALYZE");
	}

	private static Object[] row(int i, boolean open, RandomGenerator chance) {
		Instant sent = open ? NOW.minusSeconds(chance.nextInt(6 * 3600))
				: NOW.minus(Duration.ofDays(1)).minusSeconds(chance.nextInt(89 * 86_400));
		Instant due = sent.plus(Duration.ofHours(2));
		boolean stalled = open && i % 100 == 0;
		String line = "+8526" + (1_000_000 + i);
		Instant decided = sent.plusSeconds(600 + chance.nextInt(7200));
		return new Object[] { new UUID(chance.nextLong(), chance.nextLong()),
				"RS-%04X-%04X".formatted(i / 65536, i % 65536), "c-" + i, line, open ? line : null,
				open ? (stalled ? "STALLED" : "IN_REVIEW") : "DONE", REASONS.get(chance.nextInt(REASONS.size())),
				utc(sent), utc(sent), utc(sent), utc(due),
				(open && i % 50 == 1) ? "reviewer-" + chance.nextInt(40) : null, open ? "OPEN" : null,
				open ? utc(due) : null, (open && i % 40 == 2) ? "reviewer-1" : null,
				(open && i % 40 == 2) ? utc(due) : null, open ? null : utc(decided),
				(!open && i % 5 == 0) ? "DOCUMENT_EXPIRED" : null, !open && decided.isAfter(due) };
	}

	private static Object utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private void measure() {
		Optional<Place> fiftieth = Optional.empty();
		for (int page = 1; page < 50; page++) {
			fiftieth = this.worklist.page(Part.ALL, Optional.empty(), "reviewer-1", fiftieth).next();
		}
		Optional<Place> before = fiftieth;
		time("first page", ROUNDS, () -> page(Part.ALL, Optional.empty()));
		time("50th page", ROUNDS, () -> page(Part.ALL, before));
		time("mine", ROUNDS, () -> page(Part.MINE, Optional.empty()));
		time("nobody's", ROUNDS, () -> page(Part.NOBODYS, Optional.empty()));
		time("needs a second reviewer", ROUNDS, () -> page(Part.SECOND, Optional.empty()));
		time("late", ROUNDS, () -> page(Part.LATE, Optional.empty()));
		time("lost only", ROUNDS, () -> this.worklist.page(Part.ALL, Optional.of(app.resim.catalogue.Reason.LOST),
				"reviewer-1", Optional.empty()));
		if (System.getProperty("parts") != null) {
			for (Part part : Part.values()) {
				time("count " + part, ROUNDS, () -> this.worklist.count(part));
			}
			time("count soon", ROUNDS, () -> this.worklist.dueWithin(Duration.ofMinutes(30)));
		}
		time("live refresh (page and counts)", ROUNDS, this::refresh);
		time("claim next (look up, take)", ROUNDS, this::claim);
		time("team view, 90 days", 40, () -> this.team.figures(90, ZoneId.of("Asia/Hong_Kong")));
	}

	private void page(Part part, Optional<Place> after) {
		this.worklist.page(part, Optional.empty(), "reviewer-1", after);
	}

	private void refresh() {
		this.worklist.counts(Optional.empty(), "reviewer-1");
		this.worklist.dueWithin(Duration.ofMinutes(30));
		page(Part.ALL, Optional.empty());
	}

	private void claim() {
		RequestReference next = this.worklist.candidates("reviewer-1", Set.of(), 10).getFirst();
		this.database.sql("""
				UPDATE replacement_request SET reviewer = 'reviewer-1', claimed_at = ?, version = version + 1
				WHERE reference = ? AND reviewer IS NULL""").param(utc(NOW)).param(next.reference()).update();
	}

	private void time(String what, int rounds, Runnable deed) {
		for (int i = 0; i < Math.min(WARM_UP, rounds); i++) {
			deed.run();
		}
		double[] took = new double[rounds];
		for (int i = 0; i < rounds; i++) {
			// H2 answers a repeated question from memory as long as nothing has changed
			this.database.sql("UPDATE replacement_request SET tries = tries + 1 WHERE reference = 'RS-0000-0005'")
				.update();
			long start = System.nanoTime();
			deed.run();
			took[i] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(took);
		double p95 = took[(int) (rounds * 0.95)];
		this.slow |= p95 > (what.startsWith("team") ? GOAL_OF_TEAM : GOAL);
		System.out.printf("%-12s %-34s %10.1f %10.1f %10.1f%n", this.name, what, took[rounds / 2], p95,
				took[rounds - 1]);
	}

}
