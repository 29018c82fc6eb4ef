package app.resim;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What a node that falls silent in the middle of a transaction does to the others.
 */
@Tag("postgres")
class SilentNodeOnPostgresTest {

	@Test
	void itsRowsAreFreeAfterTenSecondsAndNobodyWaitsLonger() throws IOException, SQLException {
		try (var postgres = EmbeddedPostgres.start();
				var pool = new HikariDataSource();
				Connection other = postgres.getPostgresDatabase().getConnection()) {
			pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
			new ImpatientDatabase().postProcessBeforeInitialization(pool, "pool");
			JdbcClient others = JdbcClient.create(new SingleConnectionDataSource(other, true));
			others.sql("CREATE TABLE row_of_all (id INT)").update();
			others.sql("INSERT INTO row_of_all VALUES (1)").update();
			Connection silent = pool.getConnection();
			assertThat(silent.getNetworkTimeout()).as("in milliseconds").isEqualTo(60_000);
			silent.setAutoCommit(false);
			JdbcClient node = JdbcClient.create(new SingleConnectionDataSource(silent, true));
			assertThat(node.sql("SHOW lock_timeout").query(String.class).single()).isEqualTo("10s");
			node.sql("UPDATE row_of_all SET id = 2").update();

			long begin = System.nanoTime();
			others.sql("SET statement_timeout = '30s'").update();
			others.sql("UPDATE row_of_all SET id = 3").update();

			assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin)).isBetween(5L, 20L);
			assertThatThrownBy(silent::commit).as("it wakes again").isInstanceOf(SQLException.class);
		}
	}

}
