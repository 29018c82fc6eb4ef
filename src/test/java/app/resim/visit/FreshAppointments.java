package app.resim.visit;

import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;

import javax.sql.DataSource;

import app.resim.catalogue.Catalogue;
import app.resim.kernel.LegalHolds;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * Appointments for tests that need no application context.
 */
public final class FreshAppointments {

	private FreshAppointments() {
	}

	/**
	 * Appointments on a database.
	 * @param database with all migrations
	 * @param catalogue whose shops
	 * @param clock tells what is past
	 * @param events takes what is published
	 * @param holds whose rows must stay
	 * @return a node's own
	 */
	public static Appointments on(DataSource database, Catalogue catalogue, Clock clock, List<Object> events,
			LegalHolds holds) {
		return new Appointments(new VisitTable(JdbcClient.create(database)), catalogue, staff -> {
		}, holds, events::add, new JdbcTransactionManager(database), clock, new SplittableRandom());
	}

}
