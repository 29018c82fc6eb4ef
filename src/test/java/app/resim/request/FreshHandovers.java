package app.resim.request;

import java.time.Clock;
import java.util.Random;

import javax.sql.DataSource;

import app.resim.account.FreshSessions;
import app.resim.nodes.FreshNews;
import app.resim.nodes.News;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Handovers for tests that need no application context.
 */
public final class FreshHandovers {

	private FreshHandovers() {
	}

	/**
	 * Handovers for which no picture comes.
	 * @param database migrated
	 * @param clock the time
	 * @return on one node
	 */
	public static Handovers on(DataSource database, Clock clock) {
		return node(database, FreshNews.alone(), new Album(), clock);
	}

	static Handovers node(DataSource database, News news, Album pictures, Clock clock) {
		return new Handovers(new HandoverTable(JdbcClient.create(database)), FreshSessions.on(database, clock),
				pictures, news, clock, new Random(), new DataSourceTransactionManager(database));
	}

}
