package app.resim.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import app.resim.audit.WholeTrail;
import app.resim.chaos.Customer;
import app.resim.keys.Seals;
import com.microsoft.playwright.Page;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.awaitility.Awaitility.await;

/**
 * A node of an older build and one of a newer one, their database and all who play a part
 * beside customers: reviewers and phones.
 */
final class Upgrade implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	/** Whoever takes a job writes its name there; so it shows who worked. */
	private static final List<String> WHO_WORKS = List
		.of("CREATE TABLE run_of_job (task VARCHAR(100), node VARCHAR(50))", """
				CREATE FUNCTION note_run() RETURNS trigger LANGUAGE plpgsql AS
				$$ BEGIN INSERT INTO run_of_job VALUES (NEW.task_name, NEW.picked_by); RETURN NEW; END $$""", """
				CREATE TRIGGER note_run AFTER UPDATE ON scheduled_tasks FOR EACH ROW
				WHEN (NEW.picked AND NOT OLD.picked) EXECUTE FUNCTION note_run()""");

	private final Path folder;

	private final KilledPostgres postgres;

	private final KilledServer old;

	private final KilledServer later;

	private final JdbcClient database;

	/** Of both nodes, for each thread: a browser belongs to one. */
	private final ThreadLocal<Staff> staff = new ThreadLocal<>();

	Upgrade(Path folder, Path oldJar, Path newJar, List<Customer> customers) throws IOException {
		this.folder = folder;
		Files.writeString(folder.resolve("people.yaml"), Customer.file(customers));
		this.postgres = KilledPostgres.on(folder.resolve("postgres"));
		this.old = node("old", oldJar);
		this.later = node("new", newJar);
		this.database = JdbcClient.create(new DriverManagerDataSource(this.postgres.address(), "postgres", "postgres"));
	}

	private KilledServer node(String name, Path jar) {
		return KilledServer.on(this.folder.resolve(name))
			.running(jar)
			.set("resim.keys.folder=" + this.folder.resolve("keys"))
			.set("resim.account.directory.people=" + this.folder.resolve("people.yaml").toUri())
			.set("resim.identity.workers=1")
			.set("resim.limits.times=1000")
			.set("resim.demo.unused-code=false")
			.set("db-scheduler.scheduler-name=" + name)
			.set("spring.datasource.url=" + this.postgres.address() + "?ApplicationName=" + name)
			.set("spring.datasource.username=postgres")
			.set("spring.datasource.password=postgres");
	}

	Upgrade startOld() {
		this.old.start();
		WHO_WORKS.forEach(statement -> this.database.sql(statement).update());
		return this;
	}

	KilledServer old() {
		return this.old;
	}

	KilledServer later() {
		return this.later;
	}

	/** The newest migration that was run. */
	String schema() {
		return this.database.sql("SELECT MAX(CAST(version AS INT)) FROM flyway_schema_history WHERE success")
			.query(Integer.class)
			.single()
			.toString();
	}

	/** Brings the reviewers of a thread, one on each node. */
	void staffed(Visitors visitors, String reviewer, String home, String phonesAt) {
		this.staff.set(new Staff(visitors.at(home).visitor(), reviewer, home, visitors.visitor().page(), phonesAt));
	}

	void approveWherePeopleHaveTo(String reference) {
		await().atMost(PATIENCE).pollInSameThread().until(() -> {
			if ("IN_REVIEW".equals(status(reference))) {
				this.staff.get().approve(reference);
			}
			return List.of("APPROVED", "READY").contains(status(reference));
		});
	}

	void install(String reference) {
		String iccid = this.database.sql("""
				SELECT o.iccid FROM profile_order o JOIN replacement_request r ON r.order_id = o.id
				WHERE r.reference = :reference""").param("reference", reference).query(String.class).single();
		this.staff.get().install(iccid);
	}

	void awaitEnd(String reference) {
		await().atMost(PATIENCE).until(() -> "DONE".equals(status(reference)));
	}

	private String status(String reference) {
		return this.database.sql("SELECT status FROM replacement_request WHERE reference = :reference")
			.param("reference", reference)
			.query(String.class)
			.optional()
			.orElse("LOST");
	}

	/** Those that came to their end, for which exactly one profile was installed. */
	int done() {
		return this.database.sql("""
				SELECT COUNT(*) FROM replacement_request r WHERE status = 'DONE' AND 1 = (
				  SELECT COUNT(*) FROM profile_order o WHERE o.line = r.line AND o.state = 'INSTALLED')""")
			.query(Integer.class)
			.single();
	}

	/** How often each node ran each job. */
	Map<String, Map<String, Integer>> runs() {
		var runs = new TreeMap<String, Map<String, Integer>>();
		this.database.sql("SELECT node, task, COUNT(*) FROM run_of_job GROUP BY node, task")
			.query((row, number) -> runs.computeIfAbsent(row.getString(1), node -> new TreeMap<>())
				.put(row.getString(2), row.getInt(3)))
			.list();
		return runs;
	}

	/**
	 * What the nodes wrote as errors, beside those of push to a browser that has left.
	 */
	List<String> errors() {
		try (Stream<Path> logs = Files.find(this.folder, 2, (file, about) -> file.toString().endsWith(".log"))) {
			return logs.flatMap(Upgrade::lines)
				.filter(line -> line.contains(" ERROR ") && !line.contains("atmosphere"))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<String> lines(Path log) {
		try {
			return Files.readAllLines(log).stream().map(line -> log.getParent().getFileName() + ": " + line);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether the audit trail, to which both wrote, has no gap. */
	boolean isTrailWhole() throws Exception {
		return WholeTrail.is(this.postgres.address(), "postgres", Seals.of(this.folder.resolve("keys"), Map.of()));
	}

	@Override
	public void close() {
		this.old.close();
		this.later.close();
		this.postgres.close();
	}

	/**
	 * Who works beside the customers of one thread.
	 *
	 * @param visitor a reviewer's browser
	 * @param reviewer their name
	 * @param home the node on which they review
	 * @param phones a page without an account
	 * @param phonesAt the node at which phones are pretended
	 */
	private record Staff(Visitor visitor, String reviewer, String home, Page phones, String phonesAt) {

		void approve(String reference) {
			Page page = this.visitor.page();
			String address = this.home + "/staff/cases/" + reference;
			page.navigate(address);
			if (page.url().contains("/sign-in")) {
				this.visitor.signInAsStaff(this.reviewer, "demo-" + this.reviewer);
				page.navigate(address);
			}
			this.visitor.settle();
			this.visitor.press("review");
			page.waitForSelector("#deed");
			page.check("#deed", new Page.CheckOptions().setForce(true));
			this.visitor.settle().press("approve");
		}

		void install(String iccid) {
			this.phones.navigate(this.phonesAt + "/demo/phone");
			this.phones
				.locator("form:has(input[name=iccid][value='%s']):has(input[name=deed][value=install]) button"
					.formatted(iccid))
				.click();
			this.phones.waitForLoadState();
		}

	}

}
