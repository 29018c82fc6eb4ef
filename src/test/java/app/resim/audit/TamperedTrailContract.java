package app.resim.audit;

import java.util.Optional;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import app.resim.audit.Finding.CutOff;
import app.resim.audit.Finding.Deleted;
import app.resim.audit.Finding.Edited;
import app.resim.audit.Finding.Inserted;
import app.resim.audit.Finding.Missing;
import app.resim.audit.Finding.Rewritten;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What is found when somebody with full rights over the database changes the trail
 * (threat 19).
 */
abstract class TamperedTrailContract {

	private static final int WRITERS = 50;

	private DataSource source;

	private JdbcClient database;

	private Trail trail;

	abstract DataSource database();

	@BeforeEach
	void aTrailOfFive() {
		this.source = database();
		this.database = JdbcClient.create(this.source);
		this.trail = new Trail(this.source);
		this.trail.write("a");
		this.trail.write("b", "c");
		this.trail.write("d");
		this.trail.write("e");
	}

	@AfterEach
	void close() {
		this.trail.close();
	}

	@Test
	void anUntouchedTrailIsWhole() {
		assertThat(this.trail.findings()).isEmpty();
		assertThat(this.trail.check(Optional.empty()).end().place()).isEqualTo(5);
	}

	@ParameterizedTest
	@ValueSource(strings = { "at = at + INTERVAL '1' SECOND", "actor_kind = 'STAFF'", "actor = 'kay'",
			"deed = 'line.stopped'", "details = ''", "subject = 'x'" })
	void anEditedRowIsNamed(String change) {
		long row = this.trail.idOf("c");

		run("UPDATE audit_entry SET " + change + " WHERE id = " + row);

		assertThat(this.trail.findings()).containsExactly(new Edited(row));
	}

	@Test
	void aDeletedRowIsNamed() {
		long row = this.trail.idOf("c");

		run("DELETE FROM audit_entry WHERE id = " + row);

		assertThat(this.trail.findings()).containsExactly(new Deleted(row));
	}

	@Test
	void aRowDeletedTogetherWithItsLinkLeavesAGap() {
		long row = this.trail.idOf("c");
		long before = this.trail.idOf("b");

		run("DELETE FROM audit_entry WHERE id = " + row);
		run("DELETE FROM audit_link WHERE entry = " + row);

		assertThat(this.trail.findings()).containsExactly(new Missing(3, 3, before));
	}

	@Test
	void closingTheGapBetraysAllThatMovedUp() {
		long row = this.trail.idOf("c");

		run("DELETE FROM audit_entry WHERE id = " + row);
		run("DELETE FROM audit_link WHERE entry = " + row);
		run("UPDATE audit_link SET place = 3 WHERE place = 4");
		run("UPDATE audit_link SET place = 4 WHERE place = 5");

		assertThat(this.trail.findings()).containsExactly(new Edited(this.trail.idOf("d")),
				new Edited(this.trail.idOf("e")));
	}

	@Test
	void anInsertedRowIsNamed() {
		insert("f");

		assertThat(this.trail.findings()).containsExactly(new Inserted(this.trail.idOf("f")));
	}

	@Test
	void anInsertedRowWithACopiedLinkIsNamed() {
		insert("f");
		long row = this.trail.idOf("f");

		run("INSERT INTO audit_link (place, entry, link) SELECT 6, %d, link FROM audit_link WHERE place = 5"
			.formatted(row));

		assertThat(this.trail.findings()).containsExactly(new Edited(row));
	}

	@Test
	void rowsThatChangedPlacesAreNamed() {
		long b = this.trail.idOf("b");
		long c = this.trail.idOf("c");

		run("UPDATE audit_link SET entry = -1 WHERE place = 2");
		run("UPDATE audit_link SET entry = %d WHERE place = 3".formatted(b));
		run("UPDATE audit_link SET entry = %d WHERE place = 2".formatted(c));

		assertThat(this.trail.findings()).containsExactly(new Edited(c), new Edited(b));
	}

	@Test
	void aCutOffEndIsFoundByTheAnchorOnly() {
		Optional<Link> anchor = Optional.of(this.trail.check(Optional.empty()).end());
		long row = this.trail.idOf("e");

		run("DELETE FROM audit_entry WHERE id = " + row);
		run("DELETE FROM audit_link WHERE entry = " + row);

		assertThat(this.trail.findings()).isEmpty();
		assertThat(this.trail.check(anchor).findings()).containsExactly(new CutOff(4, 5));
		this.trail.write("another");
		assertThat(this.trail.check(anchor).findings()).containsExactly(new Rewritten(5));
	}

	@Test
	void anAnchorIsStillRightWhenTheTrailHasGrown() {
		Optional<Link> anchor = Optional.of(this.trail.check(Optional.empty()).end());

		this.trail.write("f", "g");

		assertThat(this.trail.check(anchor).findings()).isEmpty();
	}

	@Test
	void rowsFromBeforeTheChainGetTheirLinksOnce() {
		run("DELETE FROM audit_link");

		this.trail.begin();
		insert("f");
		this.trail.begin();

		assertThat(this.trail.findings()).containsExactly(new Inserted(this.trail.idOf("f")));
	}

	@Test
	void theFirstEventAfterAnUpdateLinksWhatWasThereToo() {
		run("DELETE FROM audit_link");

		this.trail.write("f");

		assertThat(this.trail.findings()).isEmpty();
		assertThat(this.trail.check(Optional.empty()).end().place()).isEqualTo(6);
	}

	@Test
	void fiftyWritersAtOnceMakeOneChain() {
		try (var pool = pool(); var crowded = new Trail(pool)) {
			run("DELETE FROM audit_link");
			run("DELETE FROM audit_entry");
			var threads = IntStream.range(0, WRITERS).mapToObj(writer -> Thread.ofVirtual().start(() -> {
				for (int i = 0; i < 20; i++) {
					crowded.write("w" + writer, "again");
				}
			})).toList();
			threads.forEach(TamperedTrailContract::join);

			assertThat(crowded.findings()).isEmpty();
			assertThat(crowded.check(Optional.empty()).end().place()).isEqualTo(WRITERS * 40);
		}
	}

	@Test
	@Timeout(30)
	void whatASessionHoldsBackIsWrittenBeforeTheLockIsTakenSoThatNobodyWaitsInACircle() {
		this.trail.writeWith(() -> join(Thread.ofPlatform().start(() -> this.trail.write("another"))), "f");

		assertThat(this.trail.findings()).isEmpty();
		assertThat(this.database
			.sql("SELECT subject FROM audit_entry e JOIN audit_link l ON l.entry = e.id ORDER BY place")
			.query(String.class)
			.list()).endsWith("e", "another", "f");
	}

	@Test
	void withoutTheLockNothingIsDoneAtAll() {
		run("DELETE FROM audit_lock");
		try {
			assertThatIllegalStateException().isThrownBy(() -> this.trail.write("f"));
			assertThat(this.database.sql("SELECT COUNT(*) FROM audit_entry").query(Integer.class).single())
				.isEqualTo(5);
		}
		finally {
			run("INSERT INTO audit_lock (id) VALUES (1)");
		}
	}

	private HikariDataSource pool() {
		var settings = new HikariConfig();
		settings.setDataSource(this.source);
		settings.setMaximumPoolSize(WRITERS);
		settings.setMinimumIdle(0);
		return new HikariDataSource(settings);
	}

	private void insert(String subject) {
		this.database.sql("""
				INSERT INTO audit_entry (at, actor_kind, actor, deed, subject, details)
				VALUES (TIMESTAMP WITH TIME ZONE '2026-08-04 04:00:00+00', 'SYSTEM', 'resim', 'line.noted', ?, '')""")
			.param(subject)
			.update();
	}

	private void run(String sql) {
		this.database.sql(sql).update();
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
