package app.resim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Empty databases with all migrations, for tests that need no application context.
 */
public final class FreshDatabase {

	private static final String LARGE_BYTES_OF_H2 = "BINARY LARGE OBJECT";

	private FreshDatabase() {
	}

	/**
	 * An empty H2 database that lives as long as the JVM.
	 * @return the migrated database
	 */
	public static DataSource h2() {
		return migrated(new DriverManagerDataSource(
				"jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
					.formatted(UUID.randomUUID())),
				LARGE_BYTES_OF_H2);
	}

	/**
	 * The PostgreSQL database that all tests of a run share one after the other, emptied.
	 * @return the migrated database
	 */
	public static DataSource postgres() {
		return Postgres.emptied();
	}

	/**
	 * Migrates a database as a node of a later release would.
	 * @param database an empty database, or one with all migrations
	 */
	public static void migrateAhead(DataSource database) {
		var jdbc = new JdbcTemplate(database);
		boolean h2 = jdbc.execute((Connection connection) -> connection.getMetaData().getURL().startsWith("jdbc:h2:"));
		migrate(database, h2 ? LARGE_BYTES_OF_H2 : "BYTEA", "classpath:db/migration", "classpath:db/ahead");
	}

	private static DataSource migrated(DataSource database, String bytes) {
		migrate(database, bytes, "classpath:db/migration");
		return database;
	}

	private static void migrate(DataSource database, String bytes, String... locations) {
		Flyway.configure()
			.dataSource(database)
			.locations(locations)
			.placeholders(Map.of("bytes", bytes))
			.load()
			.migrate();
	}

	/** Started by the first test that needs it, stopped with the JVM. */
	private static final class Postgres {

		private static final DataSource DATABASE = migrated(pool(start().getPostgresDatabase()), "BYTEA");

		static DataSource emptied() {
			var database = new JdbcTemplate(DATABASE);
			List<@Nullable String> tables = database.queryForList(
					"SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'",
					String.class);
			database.execute("TRUNCATE %s RESTART IDENTITY CASCADE".formatted(String.join(", ", tables)));
			database.execute("INSERT INTO audit_lock (id) VALUES (1)");
			return DATABASE;
		}

		/**
		 * A connection of its own for every statement would take longer than the tests.
		 */
		private static DataSource pool(DataSource database) {
			var pool = new HikariDataSource();
			pool.setDataSource(database);
			pool.setMaximumPoolSize(64);
			pool.setMinimumIdle(0);
			return pool;
		}

		private static EmbeddedPostgres start() {
			try {
				return EmbeddedPostgres.builder().setServerConfig("log_error_verbosity", "terse").start();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
