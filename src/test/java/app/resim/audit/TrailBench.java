package app.resim.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.slf4j.LoggerFactory;

/**
 * Measures how long a transaction that leaves two rows in the trail takes while many do
 * so at once: the chain lets one at a time through. Run by {@code script/bench trail}.
 */
public final class TrailBench {

	private static final int EACH = 100;

	private static final int WARM_UP = 20;

	/** At the 95th percentile with fifty writers, in milliseconds. */
	private static final double GOAL = 250;

	private TrailBench() {
	}

	public static void main(String[] arguments) throws InterruptedException {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
		List<String> on = (arguments.length == 0) ? List.of("h2", "postgres") : Arrays.asList(arguments);
		System.out.printf("%-12s %8s %14s %10s %10s %10s%n", "database", "writers", "changes/s", "p50 ms", "p95 ms",
				"worst ms");
		boolean slow = false;
		for (String database : on) {
			DataSource source = database.equals("h2") ? FreshDatabase.h2() : FreshDatabase.postgres();
			for (int writers : new int[] { 1, 10, 50 }) {
				slow |= measure(database, source, writers) > GOAL;
			}
		}
		System.out.printf("%nGoal: %.0f ms at p95. %s%n", GOAL, slow ? "MISSED" : "Reached");
		System.exit(slow ? 1 : 0);
	}

	private static double measure(String name, DataSource source, int writers) throws InterruptedException {
		var settings = new HikariConfig();
		settings.setDataSource(source);
		settings.setMaximumPoolSize(writers);
		try (var pool = new HikariDataSource(settings); var trail = new Trail(pool)) {
			List<double[]> times = new ArrayList<>();
			List<Thread> threads = IntStream.range(0, writers).mapToObj(writer -> {
				var took = new double[EACH];
				times.add(took);
				return Thread.ofPlatform().unstarted(() -> write(trail, took));
			}).toList();
			long start = System.nanoTime();
			threads.forEach(Thread::start);
			for (Thread thread : threads) {
				thread.join();
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			double[] all = times.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
			double p95 = all[(int) (all.length * 0.95)];
			System.out.printf("%-12s %8d %14.0f %10.1f %10.1f %10.1f%n", name, writers,
					writers * (EACH + WARM_UP) / seconds, all[all.length / 2], p95, all[all.length - 1]);
			return p95;
		}
	}

	private static void write(Trail trail, double[] took) {
		for (int i = -WARM_UP; i < EACH; i++) {
			long start = System.nanoTime();
			trail.write("subject", "another");
			if (i >= 0) {
				took[i] = (System.nanoTime() - start) / 1e6;
			}
		}
	}

}
