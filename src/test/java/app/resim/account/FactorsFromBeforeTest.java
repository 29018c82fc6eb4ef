package app.resim.account;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Customers who had factors before staff had any.
 */
class FactorsFromBeforeTest {

	private final DataSource source = new DriverManagerDataSource(
			"jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1"
				.formatted(UUID.randomUUID()));

	private final JdbcClient database = JdbcClient.create(this.source);

	@Test
	void keepThem() {
		migrateTo("101");
		this.database.sql("INSERT INTO passkey_owner (handle, subscriber) VALUES (X'01', 'c-1')").update();
		this.database.sql("""
				INSERT INTO passkey (credential, id, handle, public_key, signatures, verified, backup_eligible,
				  backed_up, transports, label, made_at, last_used_at)
				VALUES (X'02', RANDOM_UUID(), X'01', X'03', 0, TRUE, TRUE, TRUE, '', 'Laptop', NOW(), NOW())""")
			.update();
		this.database.sql(
				"INSERT INTO authenticator_app (subscriber, secret, last_step, made_at) VALUES ('c-1', X'04', 7, NOW())")
			.update();

		migrateTo("latest");

		assertThat(this.database.sql("SELECT kind || holder FROM passkey_owner").query(String.class).list())
			.containsExactly("CUSTOMERc-1");
		assertThat(this.database.sql("SELECT label FROM passkey").query(String.class).list()).containsExactly("Laptop");
		assertThat(this.database.sql("SELECT kind || holder || last_step FROM authenticator_app")
			.query(String.class)
			.list()).containsExactly("CUSTOMERc-17");
		this.database.sql("DELETE FROM passkey_owner").update();
		assertThat(this.database.sql("SELECT COUNT(*) FROM passkey").query(Integer.class).single())
			.as("passkeys without an owner")
			.isZero();
	}

	private void migrateTo(String version) {
		Flyway.configure()
			.dataSource(this.source)
			.locations("classpath:db/migration")
			.placeholders(Map.of("bytes", "BINARY LARGE OBJECT"))
			.target(version)
			.load()
			.migrate();
	}

}
