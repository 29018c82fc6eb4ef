package app.resim;

import java.io.IOException;

import app.resim.identity.RememberedExaminations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * All of Resim on a PostgreSQL of its own, with a pool of connections as it is used, and
 * no jobs in the background but those that somebody runs.
 *
 * @param database the server
 * @param context the application
 */
public record RacingResim(EmbeddedPostgres database, ConfigurableApplicationContext context) implements AutoCloseable {

	/**
	 * Starts both.
	 * @return the running application
	 * @throws IOException if the database does not start
	 */
	public static RacingResim start() throws IOException {
		// as docs/postgresql-roles.sql has it: otherwise the log tells whose line was
		// wanted twice
		var database = EmbeddedPostgres.builder().setServerConfig("log_error_verbosity", "terse").start();
		var context = new SpringApplicationBuilder(Application.class, TestTime.class, RememberedExaminations.class).run(
				"--server.port=0", "--db-scheduler.enabled=false", "--resim.data=target/races",
				// or the day's ceiling of messages ends a long run: nothing is issued
				// untold
				"--resim.limits.times=50", "--spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
				"--spring.datasource.username=postgres", "--spring.datasource.hikari.maximum-pool-size=40",
				"--spring.main.banner-mode=off");
		return new RacingResim(database, context);
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		this.database.close();
	}

}
