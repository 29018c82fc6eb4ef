package app.resim.limits;

import java.time.Clock;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.keys.FreshSeal;
import app.resim.keys.Seal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/**
 * Limits for tests that need no application context.
 */
public final class FreshLimits {

	private FreshLimits() {
	}

	/**
	 * Limits on an empty database of their own.
	 * @param clock the time
	 * @return as shipped
	 */
	public static Limits make(Clock clock) {
		return on(FreshDatabase.h2(), FreshSeal.make(), clock);
	}

	/**
	 * Limits on an empty database of their own, so wide that nobody meets them.
	 * @param clock the time
	 * @return a thousand times what is shipped
	 */
	public static Limits wide(Clock clock) {
		return new Limits(FreshDatabase.h2(), FreshSeal.make(), clock, new SimpleMeterRegistry(), 1000);
	}

	static Limits on(DataSource database, Seal seal, Clock clock) {
		return new Limits(database, seal, clock, new SimpleMeterRegistry(), 1);
	}

}
