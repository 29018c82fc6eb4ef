package app.resim.audit;

import java.nio.file.Files;
import java.nio.file.Path;

import java.util.function.Consumer;
import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("postgres")
class TamperedTrailOnPostgresTest extends TamperedTrailContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

	@ParameterizedTest
	@ValueSource(strings = { "UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry",
			"UPDATE audit_link SET place = 9", "DELETE FROM audit_link", "TRUNCATE audit_link",
			"DELETE FROM audit_lock", "DROP TABLE audit_entry", "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
			"DELETE FROM flyway_schema_history" })
	void thePortalsOwnRoleCannotChangeTheTrail(String sql) throws Exception {
		asThePortal(
				database -> assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> database.execute(sql))
					.havingRootCause()
					.withMessageMatching("(?s)ERROR: (permission denied|must be owner).*"));
	}

	@Test
	void thePortalsOwnRoleAddsToTheTrail() throws Exception {
		asThePortal(database -> {
			try (var trail = new Trail(database.getDataSource())) {
				database.execute("SET ROLE NONE");
				database.execute("DELETE FROM audit_link");
				database.execute("SET ROLE resim_portal");
				trail.write("f", "g");
				trail.write("h");

				assertThat(trail.findings()).isEmpty();
			}
		});
	}

	@Test
	void whatALaterReleaseAddsIsThePortalsAtOnce() throws Exception {
		asThePortal(database -> {
			database.execute("SET ROLE NONE");
			database.execute("CREATE TABLE added_later (id INT)");
			try {
				database.execute("SET ROLE resim_portal");
				database.execute("INSERT INTO added_later VALUES (1)");
				assertThat(database.update("UPDATE added_later SET id = 2")).isOne();
			}
			finally {
				database.execute("SET ROLE NONE");
				database.execute("DROP TABLE added_later");
			}
		});
	}

	private static void asThePortal(Consumer<JdbcTemplate> deed) throws Exception {
		try (var connection = FreshDatabase.postgres().getConnection()) {
			var database = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
			database.execute("DO $$ BEGIN CREATE ROLE resim_portal; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
			database.execute(Files.readString(Path.of("docs/postgresql-roles.sql")));
			database.execute("SET ROLE resim_portal");
			try {
				deed.accept(database);
			}
			finally {
				// the connection serves others afterwards
				database.execute("RESET ROLE");
			}
		}
	}

}
