package app.resim.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Random;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions for tests that need no application context.
 */
public final class FreshSessions {

	/** What somebody sits at. */
	public static final Browser FIREFOX = new Browser(Browser.Family.FIREFOX, Browser.Device.LINUX);

	private FreshSessions() {
	}

	/**
	 * Sessions that last as long as shipped.
	 * @param database migrated
	 * @param clock the time
	 * @return of which nobody keeps a trail
	 */
	public static Sessions on(DataSource database, Clock clock) {
		return new Sessions(JdbcClient.create(database), event -> {
		}, clock, new Random(), Duration.ofMinutes(15), Duration.ofMinutes(60));
	}

}
