package app.resim.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

import javax.sql.DataSource;

import app.resim.RacingResim;
import app.resim.protection.Protection;
import app.resim.provisioning.FreeProfiles;
import app.resim.request.Worklist.Part;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares what people and jobs wait for in an installation with ten thousand old
 * requests and in one with ten million. Both run on one server at the same time and are
 * asked in turns, so that whatever else the machine does slows both. Run by
 * {@code script/bench growth}.
 */
public final class GrowthBench {

	private static final long FEW = 10_000;

	private static final long MANY = 10_000_000;

	private static final int WARM_UP = 2_000;

	private static final int ROUNDS = 2_000;

	private static final int ROUNDS_OF_JOBS = 30;

	/** How many times as long the p95 may take with many. */
	private static final double GOAL = 1.2;

	/**
	 * Nobody waits for a job: it may take this long, in milliseconds, whatever it takes
	 * with few.
	 */
	private static final double GOAL_OF_JOBS = 100;

	/**
	 * Indexes of the measured questions, which a server in use has in memory. Ten million
	 * random rows are not: see {@link #fromTheDisk}.
	 */
	private static final List<String> IN_MEMORY = List.of("replacement_request_reference_key", "request_weighing_pkey",
			"identity_picture_by_folder", "sim_change_by_line", "sim_change", "iccid_stock_by_order");

	/** A server's counts are up to date after so long. */
	private static final Duration COUNTED = Duration.ofSeconds(12);

	private final Portal few;

	private final Portal many;

	private boolean missed;

	private GrowthBench(Portal few, Portal many) {
		this.few = few;
		this.many = many;
	}

	/**
	 * Runs and ends with 1 where the goal is missed.
	 * @param arguments how many old requests, if not ten million; a folder in which the
	 * databases are kept for another run
	 * @throws Exception if it could not be run
	 */
	public static void main(String[] arguments) throws Exception {
		// threads of a half-made application keep a process alive
		Thread.setDefaultUncaughtExceptionHandler((thread, ex) -> {
			ex.printStackTrace();
			Runtime.getRuntime().halt(2);
		});
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
		long old = (arguments.length > 0) ? Long.parseLong(arguments[0]) : MANY;
		boolean keep = arguments.length > 1;
		Path folder = keep ? Path.of(arguments[1]) : Files.createTempDirectory("resim-growth");
		boolean missed;
		try (var server = server(folder, keep);
				var few = Portal.open(server, "few", new Past(FEW));
				var many = Portal.open(server, "many", new Past(old))) {
			var bench = new GrowthBench(few, many);
			bench.run();
			missed = bench.missed;
		}
		System.out.printf(
				"%nGoal: %.1f times at p95 for people, %.0f ms for jobs, and no table read from end to end. %s%n", GOAL,
				GOAL_OF_JOBS, missed ? "MISSED" : "Reached");
		Runtime.getRuntime().exit(missed ? 1 : 0);
	}

	private static EmbeddedPostgres server(Path folder, boolean keep) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(folder.resolve("postgres"))
			.setCleanDataDirectory(!keep)
			.setPGStartupWait(Duration.ofMinutes(5))
			.setServerConfig("shared_buffers", "1536MB")
			.setServerConfig("maintenance_work_mem", "256MB")
			.setServerConfig("max_wal_size", "4GB")
			.setServerConfig("checkpoint_timeout", "30min")
			.setServerConfig("autovacuum", "off")
			.start();
	}

	private void run() throws InterruptedException {
		System.out.printf("%-38s %19s %21s%n", "", this.few.past.old() + " old", this.many.past.old() + " old");
		System.out.printf("%-38s %9s %9s %11s %9s %7s%n", "what", "p50 ms", "p95 ms", "p50 ms", "p95 ms", "times");
		people();
		System.out.println();
		jobs();
		System.out.println();
		fromTheDisk();
		scans();
	}

	private void people() {
		time("status page of a running request", true, Portal::statusOfRunning);
		time("worklist, first page", true, portal -> portal::firstPage);
		time("worklist, page and all counts", true, portal -> portal::refresh);
		time("requests that stand still", true, Portal::standingStill);
		time("last change of a line's SIM", true, Portal::lastChange);
		time("a line's changes for its assessment", true, Portal::changes);
		time("free profile in the operator's pool", true, portal -> FreeProfiles.of(portal.context));
	}

	/**
	 * What is drawn from all that ever was is in nobody's memory: no goal is set for it.
	 */
	private void fromTheDisk() {
		boolean before = this.missed;
		time("status page of any request ever", true, Portal::statusOfAny);
		time("all requests of any customer", true, Portal::listOfCustomer);
		this.missed = before;
	}

	private void jobs() {
		Map<String, RecurringTask<?>> here = this.few.jobs();
		this.many.jobs().forEach((name, job) -> {
			RecurringTask<?> same = here.get(name);
			time(name, false, portal -> () -> ((portal == this.few) ? same : job).executeRecurringly(null, null));
		});
	}

	private void time(String what, boolean people, Function<Portal, Runnable> deed) {
		int rounds = people ? ROUNDS : ROUNDS_OF_JOBS;
		Runnable one = deed.apply(this.few);
		Runnable other = deed.apply(this.many);
		for (int i = 0; i < (people ? WARM_UP : 3); i++) {
			one.run();
			other.run();
		}
		double[] took = new double[rounds];
		double[] tookMany = new double[rounds];
		for (int i = 0; i < rounds; i++) {
			took[i] = timed(one);
			tookMany[i] = timed(other);
		}
		Arrays.sort(took);
		Arrays.sort(tookMany);
		double times = p95(tookMany) / p95(took);
		this.missed |= people ? times > GOAL : p95(tookMany) > GOAL_OF_JOBS;
		System.out.printf("%-38s %9.2f %9.2f %11.2f %9.2f %7.2f%n", what, took[rounds / 2], p95(took),
				tookMany[rounds / 2], p95(tookMany), times);
	}

	private static double timed(Runnable deed) {
		long start = System.nanoTime();
		deed.run();
		return (System.nanoTime() - start) / 1e6;
	}

	private static double p95(double[] sorted) {
		return sorted[(int) (sorted.length * 0.95)];
	}

	/** Whatever is read from end to end grows, however fast it was today. */
	private void scans() throws InterruptedException {
		Thread.sleep(COUNTED);
		System.out.println();
		this.many.readFromEndToEnd().forEach((table, rows) -> {
			this.missed = true;
			System.out.printf("%s was read from end to end: %d rows%n", table, rows);
		});
	}

	/** An installation of Resim with its past. */
	private static final class Portal implements AutoCloseable {

		private final ConfigurableApplicationContext context;

		private final Past past;

		private final JdbcClient database;

		private final Map<String, Long> readBefore;

		private final RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);

		private Portal(ConfigurableApplicationContext context, Past past) throws InterruptedException {
			this.context = context;
			this.past = past;
			this.database = JdbcClient.create(context.getBean(DataSource.class));
			this.database.sql("CREATE EXTENSION IF NOT EXISTS pg_prewarm").update();
			IN_MEMORY.forEach(relation -> this.database.sql("SELECT pg_prewarm('" + relation + "', 'read')")
				.query(Long.class)
				.single());
			Thread.sleep(COUNTED);
			this.readBefore = read();
		}

		static Portal open(EmbeddedPostgres server, String name, Past past)
				throws InterruptedException, ExecutionException {
			var admin = JdbcClient.create(server.getPostgresDatabase());
			if (admin.sql("SELECT COUNT(*) FROM pg_database WHERE datname = ?")
				.param(name)
				.query(Integer.class)
				.single() == 0) {
				admin.sql("CREATE DATABASE " + name).update();
			}
			ConfigurableApplicationContext context = RacingResim.on(server, name, 6);
			// Spring Boot has set what it is told in the settings
			((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
			DataSource database = context.getBean(DataSource.class);
			if (!past.isThere(database)) {
				long begin = System.nanoTime();
				// on connections that wait longer than the portal's for an answer
				past.fill(server.getDatabase("postgres", name), context.getBean(Clock.class).instant());
				System.out.printf("%d old requests made in %d s, %s%n", past.old(),
						(System.nanoTime() - begin) / 1_000_000_000,
						JdbcClient.create(database)
							.sql("SELECT pg_size_pretty(pg_database_size(current_database()))")
							.query(String.class)
							.single());
				// whatever the connections remember of an empty database
				context.getBean(HikariDataSource.class).getHikariPoolMXBean().softEvictConnections();
			}
			return new Portal(context, past);
		}

		private long old() {
			return 1 + this.chance.nextLong(this.past.old());
		}

		Runnable statusOfRunning() {
			return status(() -> this.past.old() + 1 + this.chance.nextInt(Past.RUNNING));
		}

		Runnable statusOfAny() {
			return status(this::old);
		}

		private Runnable status(java.util.function.LongSupplier drawn) {
			Requests requests = this.context.getBean(Requests.class);
			Prospects prospects = this.context.getBean(Prospects.class);
			return () -> {
				long number = drawn.getAsLong();
				requests.find(this.past.reference(number), this.past.owner(number)).orElseThrow();
				prospects.sent(this.past.reference(number), this.past.owner(number));
			};
		}

		Runnable listOfCustomer() {
			Requests requests = this.context.getBean(Requests.class);
			return () -> requests.of(this.past.owner(old())).getFirst();
		}

		void firstPage() {
			Worklist worklist = this.context.getBean(Worklist.class);
			if (worklist.page(Part.ALL, Optional.empty(), "reviewer-1", Optional.empty())
				.rows()
				.size() != Worklist.PAGE) {
				throw new IllegalStateException("The worklist is not as full as it should be");
			}
		}

		void refresh() {
			Worklist worklist = this.context.getBean(Worklist.class);
			worklist.counts(Optional.empty(), "reviewer-1");
			worklist.dueWithin(Duration.ofMinutes(30));
			firstPage();
		}

		Runnable standingStill() {
			RequestRows rows = this.context.getBean(RequestRows.class);
			return () -> rows.standingStill(3, Limit.of(Halts.MOST));
		}

		Runnable lastChange() {
			Protection protection = this.context.getBean(Protection.class);
			return () -> protection.lastChange(this.past.line(old()));
		}

		Runnable changes() {
			Protection protection = this.context.getBean(Protection.class);
			return () -> protection.changes(this.past.line(old()));
		}

		Map<String, RecurringTask<?>> jobs() {
			Map<String, RecurringTask<?>> jobs = new LinkedHashMap<>();
			this.context.getBeanProvider(RecurringTask.class).forEach(job -> jobs.put(job.getName(), job));
			return jobs;
		}

		/** How many rows of which tables were read without an index, if many were. */
		Map<String, Long> readFromEndToEnd() {
			Map<String, Long> grown = read();
			grown.replaceAll((table, rows) -> rows - this.readBefore.getOrDefault(table, 0L));
			grown.values().removeIf(rows -> rows < this.past.old());
			return grown;
		}

		private Map<String, Long> read() {
			Map<String, Long> rows = new LinkedHashMap<>();
			this.database.sql("SELECT relname, seq_tup_read FROM pg_stat_user_tables ORDER BY relname")
				.query((row, index) -> rows.put(row.getString(1), row.getLong(2)))
				.list();
			return rows;
		}

		@Override
		public void close() {
			this.context.close();
		}

	}

}
