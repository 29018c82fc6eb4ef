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
		return new RacingResim(database, on(database, "postgres", 40));
	}

	/**
	 * Starts the application on one of a server's databases.
	 * @param server the server
	 * @param database which of its databases
	 * @param connections how many connections it may use
	 * @return the running application
	 */
	public static ConfigurableApplicationContext on(EmbeddedPostgres server, String database, int connections) {
		return on(server.getJdbcUrl("postgres", database), "postgres", connections);
	}

	/**
	 * Starts the application on any database.
	 * @param url where the database is
	 * @param user its user, who needs no password
	 * @param connections how many connections it may use
	 * @return the running application
	 */
	public static ConfigurableApplicationContext on(String url, String user, int connections) {
		return new SpringApplicationBuilder(Application.class, TestTime.class, RememberedExaminations.class).run(
				"--server.port=0", "--db-scheduler.enabled=false", "--resim.data=target/races",
				// or the day's ceiling of messages ends a long run: nothing is issued
				// untold
				"--resim.limits.times=50", "--spring.datasource.url=" + url, "--spring.datasource.username=" + user,
				"--spring.datasource.hikari.maximum-pool-size=" + connections, "--spring.main.banner-mode=off");
	}

	@Override
	public void close() throws IOException {
		this.context.close();
		this.database.close();
	}

}
