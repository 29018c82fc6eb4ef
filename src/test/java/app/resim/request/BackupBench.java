package app.resim.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import app.resim.RacingResim;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * Copies a database in which Resim works with PostgreSQL's own tools, brings it back on
 * another server and lets Resim go on there. Run by {@code script/bench backup}.
 */
public final class BackupBench {

	private static final int BEFORE = 12;

	/** So many changes later everybody is in the middle of something. */
	private static final int AT_WORK = 30;

	private final String tools;

	private final Path folder;

	private final List<String> faults = new ArrayList<>();

	private BackupBench(String tools, Path folder) {
		this.tools = tools;
		this.folder = folder;
	}

	/**
	 * Runs and ends with 1 if anything is missing afterwards.
	 * @param arguments the folder of PostgreSQL's tools, with a slash at its end, or
	 * nothing to find them on the path
	 * @throws Exception if it could not be run
	 */
	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("backup");
		var bench = new BackupBench((arguments.length > 0) ? arguments[0] : "", folder);
		bench.run();
		bench.faults.forEach(System.out::println);
		FileSystemUtils.deleteRecursively(folder);
		Runtime.getRuntime().exit(bench.faults.isEmpty() ? 0 : 1);
	}

	private void run() throws Exception {
		Path dump = this.folder.resolve("resim.dump");
		Path base = this.folder.resolve("base");
		String end;
		try (RacingResim resim = Restored.start(this.folder.resolve("first"))) {
			walk(resim, "before", BEFORE);
			end = link(resim, "SELECT MAX(place) FROM audit_link");
			whileItWorks(resim,
					() -> tool(resim.database(), "pg_dump", "--format=custom", "--file=" + dump, "postgres"));
			whileItWorks(resim, () -> tool(resim.database(), "pg_basebackup", "--pgdata=" + base, "--wal-method=stream",
					"--checkpoint=fast"));
		}
		say("size of the dump", Files.size(dump) / 1024 + " kB");
		try (EmbeddedPostgres empty = Restored.server(this.folder.resolve("second"))) {
			tool(empty, "pg_restore", "--exit-on-error", "--dbname=postgres", dump.toString());
		}
		goesOn("from the dump", this.folder.resolve("second"), end);
		// the log is read by the server that starts on it
		tool("pg_verifybackup", "--no-parse-wal", base.toString());
		goesOn("from the base backup", base, end);
	}

	private void goesOn(String what, Path data, String end) throws Exception {
		try (RacingResim restored = Restored.start(data)) {
			String place = end.substring(0, end.indexOf(' '));
			boolean there = end.equals(link(restored, place));
			boolean whole = Restored.isWhole(restored);
			say(what + ": trail", "%s, %s, %s requests".formatted(there ? "nothing missing" : "its end is missing",
					whole ? "whole" : "broken", Restored.requests(restored).size()));
			walk(restored, what, 3);
			check(what, there && whole && Restored.isWhole(restored));
		}
	}

	/** Each change leaves a row there, so its end stands for all that was there. */
	private static String link(RacingResim resim, String place) {
		return resim.context()
			.getBean(JdbcClient.class)
			.sql("SELECT place || ' ' || encode(link, 'hex') FROM audit_link WHERE place = (%s)".formatted(place))
			.query(String.class)
			.optional()
			.orElse("none");
	}

	private void walk(RacingResim resim, String when, int races) throws Exception {
		Races.Report report = new Races(resim.context()).run(races);
		say(when + ": goes on", report.races() + " races, " + report.faults().size() + " faults");
		check(when, report.faults().isEmpty());
	}

	private void whileItWorks(RacingResim resim, Deed deed) throws Exception {
		var over = new AtomicBoolean();
		var work = CompletableFuture.supplyAsync(() -> {
			int races = 0;
			while (!over.get()) {
				races += raced(resim);
			}
			return races;
		});
		int begin = changes(resim);
		while (changes(resim) < begin + AT_WORK && !work.isDone()) {
			Thread.sleep(20);
		}
		deed.run();
		over.set(true);
		say("meanwhile", work.join() + " races");
	}

	private static int changes(RacingResim resim) {
		return resim.context()
			.getBean(JdbcClient.class)
			.sql("SELECT COUNT(*) FROM audit_link")
			.query(Integer.class)
			.single();
	}

	private int raced(RacingResim resim) {
		try {
			Races.Report report = new Races(resim.context()).run(3);
			check("meanwhile", report.faults().isEmpty());
			return report.races();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void tool(EmbeddedPostgres server, String name, String... words) throws IOException, InterruptedException {
		tool(name,
				Stream
					.concat(Stream.of("--host=localhost", "--port=" + server.getPort(), "--username=postgres"),
							Stream.of(words))
					.toArray(String[]::new));
	}

	private void tool(String name, String... words) throws IOException, InterruptedException {
		long begin = System.nanoTime();
		int code = new ProcessBuilder(Stream.concat(Stream.of(this.tools + name), Stream.of(words)).toList())
			.inheritIO()
			.start()
			.waitFor();
		say(name, "%.1f s".formatted((System.nanoTime() - begin) / 1e9));
		check(name, code == 0);
	}

	private synchronized void check(String what, boolean well) {
		if (!well) {
			this.faults.add("not well: " + what);
		}
	}

	private static void say(String what, String figure) {
		System.out.printf("%-32s %s%n", what, figure);
	}

	/** What is done while Resim works. */
	private interface Deed {

		void run() throws Exception;

	}

}
