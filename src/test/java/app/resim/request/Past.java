package app.resim.request;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database with many requests that ended long ago and always the same present: what is
 * open, drafted, held and waited for does not grow with the past. The server makes the
 * rows itself. Every key follows from a number, so that one can be drawn without asking.
 *
 * @param old how many requests have ended; they are numbered from 1
 */
record Past(long old) {

	/** How many are running; they are numbered on from the old ones. */
	static final int RUNNING = 3_000;

	private static final int DRAFTS = 4_000;

	/** Free profiles of the operator's, bought last. */
	private static final int FREE = 1_000;

	private static final int EVENTS = 100_000;

	/** Odd, so that no two numbers get the same reference. */
	private static final long STRIDE = 100_000_000_003L;

	private static final long REFERENCES = 1L << 40;

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	/** What is known of a request from its number alone. */
	private static final String NUMBERED = """
			SELECT n, CAST(md5('r' || n) AS UUID) AS id, 'request:' || CAST(md5('r' || n) AS UUID) AS folder,
			  %s AS reference, 'c-' || n %% %d AS subscriber,
			  CASE WHEN n <= %d THEN '+8525' || lpad(CAST(n %% %d AS VARCHAR), 8, '0')
			    ELSE '+8526' || lpad(CAST(n AS VARCHAR), 8, '0') END AS line,
			  TIMESTAMPTZ '%s' - (INTERVAL '32' DAY + (n * 48271 %% 92000000) * INTERVAL '1' SECOND) AS began,
			  TIMESTAMPTZ '%s' - (n %% 3000) * INTERVAL '1' SECOND AS sent, n %% 100 AS share
			FROM generate_series(CAST(%d AS BIGINT), %d) AS n""";

	private static final List<String> TABLES = List.of("replacement_request", "request_weighing", "sim_change",
			"identity_folder", "identity_picture", "iccid_stock", "event_publication");

	/** Three quarters end with a new eSIM, a twelfth was never sent. */
	private static final String OLD_REQUESTS = """
			INSERT INTO replacement_request (id, reference, subscriber, brand, line, status, device_id, device_label,
			  device_verdict, device_list, device_source, document_kind, reason, reuse_code, fee_minor, fee_currency, route,
			  signals, answer_by, reviewer, claimed_at, decline_reason, order_id, code_until, tries, undone, created_at,
			  saved_at, submitted_at, decided_at, ready_at, installed_at, ended_at, version, remind_at, told_at)
			SELECT id, reference, subscriber, 'tidewire', line,
			  CASE WHEN share < 75 THEN 'DONE' WHEN share < 83 THEN 'DECLINED' WHEN share < 89 THEN 'WITHDRAWN'
			    ELSE 'EXPIRED' END,
			  'phone-' || n %% 400, 'A phone ' || n %% 400, 'COMPATIBLE', '2026-07', 'LIST', 'PASSPORT',
			  CASE WHEN share < 92 THEN (ARRAY['LOST', 'STOLEN', 'DAMAGED', 'NEW_DEVICE'])[n %% 4 + 1] END, FALSE,
			  CASE WHEN share < 92 THEN 0 END, CASE WHEN share < 92 THEN 'HKD' END,
			  CASE WHEN share < 92 THEN CASE WHEN n %% 5 < 2 THEN 'REVIEWED' ELSE 'AUTOMATIC' END END,
			  CASE WHEN n %% 5 < 2 THEN 'REASON_NEEDS_PERSON' END,
			  CASE WHEN share < 83 AND n %% 5 < 2 THEN began + INTERVAL '2' HOUR END,
			  CASE WHEN share < 83 AND n %% 5 < 2 THEN 'reviewer-' || n %% 40 END,
			  CASE WHEN share < 83 AND n %% 5 < 2 THEN began + INTERVAL '30' MINUTE END,
			  CASE WHEN share BETWEEN 75 AND 82 THEN 'DOCUMENT_EXPIRED' END,
			  CASE WHEN share < 75 OR share BETWEEN 86 AND 91 THEN CAST(md5('o' || n) AS UUID) END,
			  CASE WHEN share < 75 THEN began + INTERVAL '3' DAY END, 0, share BETWEEN 86 AND 91, began,
			  began + INTERVAL '3' HOUR, CASE WHEN share < 92 THEN began + INTERVAL '5' MINUTE END,
			  CASE WHEN share < 83 THEN began + INTERVAL '1' HOUR END, CASE WHEN share < 75 THEN began + INTERVAL '1' HOUR END,
			  CASE WHEN share < 75 THEN began + INTERVAL '2' HOUR END, began + INTERVAL '3' HOUR, 5,
			  CASE WHEN share IN (83, 84) THEN began + INTERVAL '5' HOUR END,
			  CASE WHEN share < 92 THEN began + INTERVAL '6' MINUTE END
			FROM (%s) numbered""";

	/** None of them is due: what is measured is that nothing has to be done. */
	private static final String RUNNING_REQUESTS = """
			INSERT INTO replacement_request (id, reference, subscriber, brand, line, live_line, status, device_id, device_label,
			  device_verdict, device_list, device_source, document_kind, reason, reuse_code, fee_minor, fee_currency, route,
			  signals, answer_by, reviewer, desk, due_at, order_id, code_until, next_try_at, tries, undone, created_at,
			  saved_at, submitted_at, version, waits_until, asked_at, cooling_until, told_at)
			SELECT id, reference, subscriber, 'tidewire', line, line, status, 'phone-1', 'A phone', 'COMPATIBLE', '2026-07',
			  'LIST', 'PASSPORT', 'LOST', FALSE, 0, 'HKD', 'REVIEWED', 'REASON_NEEDS_PERSON',
			  CASE WHEN status = 'IN_REVIEW' THEN sent + INTERVAL '1' HOUR END,
			  CASE WHEN status = 'IN_REVIEW' AND n %% 20 = 0 THEN 'reviewer-' || n %% 40 END,
			  CASE status WHEN 'IN_REVIEW' THEN 'OPEN' WHEN 'STALLED' THEN 'OPEN' WHEN 'WAITING_FOR_PICTURE' THEN 'CUSTOMER' END,
			  CASE WHEN status IN ('IN_REVIEW', 'STALLED', 'WAITING_FOR_PICTURE') THEN sent + INTERVAL '1' HOUR END,
			  CASE WHEN status IN ('APPROVED', 'READY', 'STALLED') THEN CAST(md5('o' || n) AS UUID) END,
			  CASE WHEN status = 'READY' THEN sent + INTERVAL '3' DAY END,
			  CASE WHEN status = 'APPROVED' THEN sent + INTERVAL '2' HOUR END, 0, FALSE, sent - INTERVAL '5' MINUTE, sent,
			  CASE WHEN status <> 'DRAFT' THEN sent END, 3,
			  CASE WHEN status = 'WAITING_FOR_PICTURE' THEN sent + INTERVAL '3' DAY END,
			  CASE WHEN status = 'WAITING_FOR_PICTURE' THEN sent END,
			  CASE WHEN status = 'HELD' THEN sent + INTERVAL '1' DAY END, sent
			FROM (SELECT numbered.*, CASE WHEN n <= %1$d + 2000 THEN 'IN_REVIEW' WHEN n <= %1$d + 2040 THEN 'STALLED'
			  WHEN n <= %1$d + 2400 THEN 'WAITING_FOR_PICTURE' WHEN n <= %1$d + 2850 THEN 'READY'
			  WHEN n <= %1$d + 2980 THEN 'HELD' WHEN n <= %1$d + 3000 THEN 'APPROVED' ELSE 'DRAFT' END AS status
			  FROM (%2$s) numbered) present""";

	/** The marks of documents and networks are kept for a day. */
	private static final String WEIGHINGS = """
			INSERT INTO request_weighing (request, turn, weighed_at, proven, strength, people, points, signals, unknown_facts,
			  policy, document, network)
			SELECT id, 1, CASE WHEN n <= %1$d THEN began ELSE sent END,
			  'MAIL_CODE 2026-01-02T03:04:05Z 2026-01-02T03:04:05Z', 'MAIL', 1, 10, 'REASON_NEEDS_PERSON',
			  'AGE_OF_ACCOUNT,AGE_OF_CONTACT', md5('policy'), CASE WHEN n > %1$d THEN sha256(CAST(reference AS BYTEA)) END,
			  CASE WHEN n > %1$d THEN md5(line) END
			FROM (%2$s) numbered WHERE n > %1$d OR share < 92""";

	private static final String CHANGES = """
			INSERT INTO sim_change (source, line, changed_at)
			SELECT reference, line, began + INTERVAL '2' HOUR FROM (%s) numbered WHERE share < 75""";

	private static final String FOLDERS = """
			INSERT INTO identity_folder (folder, release_after, subscriber)
			SELECT folder, CASE WHEN n <= %d THEN began + INTERVAL '31' DAY END, subscriber FROM (%s) numbered""";

	/** Two of each: a passport and a face. Of old ones only the row is left. */
	private static final String PICTURES = """
			INSERT INTO identity_picture (id, folder, side, place, width, height, sealed_key, fingerprint, accepted_at,
			  removed_at, verdict, reasons, owner)
			SELECT CAST(md5(side || n) AS UUID), folder, side, CASE WHEN n > %1$d THEN side || ':' || folder END, 1600, 1200,
			  CASE WHEN n > %1$d THEN CAST(repeat(md5(folder), 3) AS BYTEA) END, sha256(CAST(side || n AS BYTEA)), began,
			  CASE WHEN n <= %1$d THEN began + INTERVAL '31' DAY END, 'ACCEPTED', '', sha256(CAST(subscriber AS BYTEA))
			FROM (%2$s) numbered CROSS JOIN (VALUES ('FRONT'), ('PORTRAIT')) AS sides (side)""";

	private static final String STOCK = """
			INSERT INTO iccid_stock (iccid, order_id, added_at)
			SELECT '89852' || lpad(CAST(n AS VARCHAR), 14, '0'), CASE WHEN n <= %d THEN CAST(md5('o' || n) AS UUID) END, began
			FROM (%s) numbered""";

	private static final String PUBLISHED = """
			INSERT INTO event_publication (id, listener_id, event_type, serialized_event, publication_date, completion_date,
			  status, completion_attempts)
			SELECT CAST(md5('e' || n) AS UUID), 'app.resim.listener.' || n %% 12, 'app.resim.request.RequestEvent$Ready',
			  '{"reference":"' || reference || '","subscriber":"' || subscriber || '"}', sent, sent, 'COMPLETED', 1
			FROM (%s) numbered""";

	RequestReference reference(long number) {
		long mixed = (number * STRIDE) & (REFERENCES - 1);
		var text = new StringBuilder();
		for (int bits = 35; bits >= 0; bits -= 5) {
			text.append(ALPHABET.charAt((int) ((mixed >> bits) & 31)));
		}
		return new RequestReference("RS-" + text.substring(0, 4) + "-" + text.substring(4));
	}

	SubscriberId owner(long number) {
		return new SubscriberId("c-" + number % customers());
	}

	/** A line that had requests, most often with a new SIM at their end. */
	Msisdn line(long number) {
		return new Msisdn("+8525%08d".formatted(number % customers()));
	}

	/** Each comes again once or twice. */
	private long customers() {
		return this.old * 2 / 3;
	}

	boolean isThere(DataSource database) {
		return JdbcClient.create(database)
			.sql("SELECT COUNT(*) FROM replacement_request WHERE reference IN (?, ?)")
			.params(reference(this.old).reference(), reference(this.old + RUNNING).reference())
			.query(Integer.class)
			.single() == 2;
	}

	/**
	 * Makes the rows, several tables at a time.
	 * @param database with all migrations and no request
	 * @param now the present
	 */
	void fill(DataSource database, Instant now) throws InterruptedException, ExecutionException {
		var sql = JdbcClient.create(database);
		List<String> indexes = withoutIndexes(sql);
		String past = numbered(1, this.old, now);
		String present = numbered(this.old + 1, this.old + RUNNING + DRAFTS, now);
		String all = numbered(1, this.old + RUNNING, now);
		together(database, List.of(List.of(OLD_REQUESTS.formatted(past), RUNNING_REQUESTS.formatted(this.old, present)),
				List.of(PICTURES.formatted(this.old, all)),
				List.of(WEIGHINGS.formatted(this.old, all), CHANGES.formatted(past), FOLDERS.formatted(this.old, all),
						STOCK.formatted(this.old, numbered(1, this.old + FREE, now)),
						PUBLISHED.formatted(numbered(1, EVENTS, now)))));
		together(database, indexes.stream().map(List::of).toList());
		sql.sql("VACUUM (ANALYZE)").update();
		sql.sql("CHECKPOINT").update();
	}

	private String numbered(long from, long to, Instant now) {
		return NUMBERED.formatted(referenceOf(), customers(), this.old, customers(), now.atOffset(ZoneOffset.UTC),
				now.atOffset(ZoneOffset.UTC), from, to);
	}

	private static String referenceOf() {
		var text = new StringBuilder("'RS-'");
		for (int bits = 35; bits >= 0; bits -= 5) {
			text.append((bits == 15) ? " || '-'" : "")
				.append(" || substr('%s', CAST((((n * %d) & %d) >> %d) & 31 AS INT) + 1, 1)".formatted(ALPHABET, STRIDE,
						REFERENCES - 1, bits));
		}
		return text.toString();
	}

	/** They are made faster at the end than row by row. */
	private static List<String> withoutIndexes(JdbcClient sql) {
		List<String> names = sql.sql("""
				SELECT indexrelid::regclass::text FROM pg_index
				WHERE indrelid::regclass::text IN (:tables) AND NOT indisprimary AND NOT indisunique""")
			.param("tables", TABLES)
			.query(String.class)
			.list();
		List<String> made = sql.sql("SELECT indexdef FROM pg_indexes WHERE indexname IN (:names)")
			.param("names", names)
			.query(String.class)
			.list();
		names.forEach(name -> sql.sql("DROP INDEX " + name).update());
		return made;
	}

	private static void together(DataSource database, List<List<String>> statements)
			throws InterruptedException, ExecutionException {
		try (ExecutorService hands = Executors.newFixedThreadPool(3)) {
			List<Future<?>> tasks = statements.stream()
				.<Future<?>>map(part -> hands.submit(() -> run(database, part)))
				.toList();
			for (Future<?> task : tasks) {
				task.get();
			}
		}
	}

	private static void run(DataSource database, List<String> statements) {
		for (String statement : statements) {
			// no foreign keys are looked up: the rows belong together by their numbers
			new org.springframework.jdbc.core.JdbcTemplate(database).execute((java.sql.Connection connection) -> {
				try (var step = connection.createStatement()) {
					step.execute("SET session_replication_role = replica");
					step.execute("SET max_parallel_maintenance_workers = 0");
					step.execute(statement);
					return null;
				}
			});
		}
	}

}
