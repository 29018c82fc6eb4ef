package app.resim.limits;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

import javax.sql.DataSource;

import app.resim.keys.Seal;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Counts what is done, in the database, so that it holds on all nodes and across
 * restarts. If it cannot be counted it may not be done. Uses connections of its own: to
 * be called outside of transactions.
 */
@Service
public class Limits {

	/** How long to stay away while nobody can count. */
	static final Duration UNCOUNTED = Duration.ofSeconds(30);

	private static final Logger LOG = LoggerFactory.getLogger(Limits.class);

	private static final String CONTEXT = "limit";

	private final Buckets buckets;

	private final Seal seal;

	private final MeterRegistry meters;

	private final int times;

	Limits(DataSource database, Seal seal, Clock clock, MeterRegistry meters,
			@Value("${resim.limits.times:1}") int times) {
		if (times < 1) {
			throw new IllegalArgumentException("resim.limits.times must be at least 1");
		}
		this.buckets = new Buckets(database, clock);
		this.seal = seal;
		this.meters = meters;
		this.times = times;
	}

	/**
	 * Takes a turn, if there is one. Asking costs nothing where there is none.
	 * @param deed what is to be done
	 * @param asker who would do it
	 * @return whether it may be done; exactly once if granted
	 */
	public Turn take(Deed deed, Asker asker) {
		try {
			for (Allowance allowance : deed.allowances()) {
				Optional<Duration> wait = asker.name(allowance.scope()).flatMap(name -> take(deed, allowance, name));
				if (wait.isPresent()) {
					refused(deed, allowance.scope().name());
					return new Turn.TooOften(wait.get());
				}
			}
			return new Turn.Granted();
		}
		catch (RuntimeException ex) {
			LOG.warn("{} is refused, because nobody can count it: {}", deed, ex.getClass().getSimpleName());
			refused(deed, "UNCOUNTED");
			return new Turn.Uncounted(UNCOUNTED);
		}
	}

	/** Forgets what is full again. */
	void purge() {
		this.buckets.purge();
	}

	private Optional<Duration> take(Deed deed, Allowance allowance, String name) {
		int most = Math.multiplyExact(allowance.times(), this.times);
		ConsumptionProbe probe = this.buckets.builder()
			.build(id(deed, allowance, most, name), () -> configuration(most, allowance.span()))
			.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? Optional.empty()
				: Optional.of(Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill())));
	}

	/** A limit that is changed begins with a bucket of its own. */
	private String id(Deed deed, Allowance allowance, int most, String name) {
		String text = String.join("\n", deed.name(), allowance.scope().name(), most + "/" + allowance.span(), name);
		return HexFormat.of().formatHex(this.seal.fingerprint(text, CONTEXT));
	}

	private static BucketConfiguration configuration(int most, Duration span) {
		return BucketConfiguration.builder().addLimit(limit -> limit.capacity(most).refillGreedy(most, span)).build();
	}

	private void refused(Deed deed, String scope) {
		this.meters.counter("resim.limits.refused", "deed", deed.name(), "scope", scope).increment();
	}

}
