package app.resim.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.SubscriberId;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures that were there before brands said how long they are kept.
 */
class FoldersFromBeforeTest {

	private static final Instant SAVED = Instant.parse("2026-08-01T10:00:00Z");

	private final DriverManagerDataSource source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
			+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");

	private final JdbcClient rows = JdbcClient.create(this.source);

	@Test
	void theyGetAnOwnerAndThoseOfDraftsADate() {
		flyway().target("93").load().migrate();
		String draft = folder("DRAFT");
		String sent = folder("IN_REVIEW");
		flyway().load().migrate();

		Shelf shelf = new Shelf(this.rows);
		assertThat(shelf.due(SAVED.plus(Duration.ofDays(7)).minusSeconds(1))).isEmpty();
		assertThat(shelf.due(SAVED.plus(Duration.ofDays(7))))
			.containsExactly(new Shelf.Due(draft, Optional.of(new SubscriberId("c-1"))));
		assertThat(this.rows.sql("SELECT subscriber FROM identity_folder WHERE folder = ? AND release_after IS NULL")
			.param(sent)
			.query(String.class)
			.single()).isEqualTo("c-1");
	}

	private FluentConfiguration flyway() {
		return Flyway.configure()
			.dataSource(this.source)
			.locations("classpath:db/migration")
			.placeholders(Map.of("bytes", "BINARY LARGE OBJECT"));
	}

	private String folder(String status) {
		UUID request = UUID.randomUUID();
		String folder = "request:" + request;
		this.rows.sql("""
				INSERT INTO replacement_request (id, reference, subscriber, brand, line, status, reuse_code, tries,
				  undone, created_at, saved_at, version)
				VALUES (?, ?, 'c-1', 'tidewire', '+85255500142', ?, FALSE, 0, FALSE, ?, ?, 0)""")
			.param(request)
			.param(status)
			.param(status)
			.param(SAVED.atOffset(ZoneOffset.UTC))
			.param(SAVED.atOffset(ZoneOffset.UTC))
			.update();
		this.rows.sql("INSERT INTO identity_folder (folder) VALUES (?)").param(folder).update();
		this.rows.sql("INSERT INTO identity_number (folder, kind, sealed) VALUES (?, 'HKID', ?)")
			.param(folder)
			.param(new byte[1])
			.update();
		return folder;
	}

}
