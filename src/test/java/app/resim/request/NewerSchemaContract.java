package app.resim.request;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.RacingResim;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A node of the release before that is started (again) while newer nodes are there, which
 * have migrated the database already.
 */
abstract class NewerSchemaContract {

	/** An empty database of its own, whose user needs no password. */
	abstract DriverManagerDataSource database() throws Exception;

	@Test
	void anOldNodeStartsOnItAndRequestsGoTheirWay() throws Exception {
		DriverManagerDataSource database = database();
		FreshDatabase.migrateAhead(database);

		try (ConfigurableApplicationContext old = RacingResim.on(database.getUrl(), database.getUsername(), 20)) {
			SomeRequests.walk(old);
		}

		assertThat(count(database, "ahead_word IS NULL AND ahead_count = 7")).as("what an old node wrote")
			.isEqualTo(count(database, "TRUE"))
			.isPositive();
		// nothing was undone, and nothing is left to do
		FreshDatabase.migrateAhead(database);
	}

	private static int count(DataSource database, String condition) {
		return JdbcClient.create(database)
			.sql("SELECT COUNT(*) FROM replacement_request WHERE " + condition)
			.query(Integer.class)
			.single();
	}

}
