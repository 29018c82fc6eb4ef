package app.resim.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import app.resim.request.Worklist;
import app.resim.request.Worklist.Part;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How much waits, for people, for listeners and for jobs. Everything is counted at once
 * and kept for some seconds; while the database is away there are no figures.
 */
@Component
class Queues implements MeterBinder {

	private static final Duration KEPT = Duration.ofSeconds(5);

	private final Worklist worklist;

	private final JdbcClient database;

	private final Clock clock;

	private Instant counted = Instant.MIN;

	private Map<String, Integer> counts = Map.of();

	Queues(Worklist worklist, JdbcClient database, Clock clock) {
		this.worklist = worklist;
		this.database = database;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Part part : Part.values()) {
			if (part != Part.MINE) {
				Gauge.builder("resim.worklist.cases", this, queues -> queues.count(word(part)))
					.description("Cases that wait for people, at most " + Worklist.COUNTED)
					.tag("part", word(part))
					.register(registry);
			}
		}
		Gauge.builder("resim.queue.events", this, queues -> queues.count("events"))
			.description("Listeners that have still to finish with an event")
			.register(registry);
		Gauge.builder("resim.queue.jobs", this, queues -> queues.count("jobs"))
			.description("Jobs whose time has come and that nobody has begun")
			.register(registry);
	}

	private static String word(Part part) {
		return part.name().toLowerCase(Locale.ROOT);
	}

	private synchronized double count(String what) {
		Instant now = this.clock.instant();
		if (this.counted.plus(KEPT).isBefore(now)) {
			this.counts = counted(now);
			this.counted = now;
		}
		Integer count = this.counts.get(what);
		return (count != null) ? count : Double.NaN;
	}

	private Map<String, Integer> counted(Instant now) {
		try {
			var found = new HashMap<String, Integer>();
			this.worklist.counts(Optional.empty(), "").forEach((part, cases) -> found.put(word(part), cases));
			found.put("events",
					this.database.sql("SELECT COUNT(*) FROM event_publication WHERE completion_date IS NULL")
						.query(Integer.class)
						.single());
			found.put("jobs",
					this.database.sql("SELECT COUNT(*) FROM scheduled_tasks WHERE execution_time <= ? AND NOT picked")
						.param(now.atOffset(ZoneOffset.UTC))
						.query(Integer.class)
						.single());
			return found;
		}
		catch (DataAccessException ex) {
			return Map.of();
		}
	}

}
