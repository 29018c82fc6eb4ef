package app.resim.counterpart;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * All outer systems that are called. Half of the last {@value #WINDOW} calls failed: then
 * it is left in peace, and after the pause a few calls try it.
 */
@Component
public class Counterparts {

	private static final int WINDOW = 10;

	private static final int HALF = 50;

	private static final int TRIALS = 2;

	private static final Logger LOG = LoggerFactory.getLogger(Counterparts.class);

	private final Map<String, Counterpart> known = new ConcurrentHashMap<>();

	private final CircuitBreakerConfig patience;

	private final BulkheadConfig room;

	private final MeterRegistry meters;

	private final ObservationRegistry traces;

	/**
	 * Knows nobody yet.
	 * @param clock measures the pause
	 * @param meters shows who answers
	 * @param traces gets each call
	 * @param failures after how many calls, half of them failed, a pause begins
	 * @param pause how long
	 * @param atOnce how many calls may wait for one of them at once
	 */
	public Counterparts(Clock clock, MeterRegistry meters, ObservationRegistry traces,
			@Value("${resim.counterparts.failures:5}") int failures,
			@Value("${resim.counterparts.pause:5s}") Duration pause,
			@Value("${resim.counterparts.calls-at-once:8}") int atOnce) {
		this.meters = meters;
		this.traces = traces;
		this.patience = CircuitBreakerConfig.custom()
			.clock(clock)
			.currentTimestampFunction(now -> now.millis(), TimeUnit.MILLISECONDS)
			.slidingWindow(Math.max(WINDOW, failures), failures, SlidingWindowType.COUNT_BASED)
			.failureRateThreshold(HALF)
			.slowCallRateThreshold(100)
			.slowCallDurationThreshold(Duration.ofHours(1))
			.waitIntervalFunctionInOpenState(IntervalFunction.of(pause))
			.permittedNumberOfCallsInHalfOpenState(TRIALS)
			.build();
		this.room = BulkheadConfig.custom().maxConcurrentCalls(atOnce).maxWaitDuration(Duration.ZERO).build();
	}

	/**
	 * An outer system by its name.
	 * @param name a word such as {@code sm-dp+}
	 * @return the same for the same name
	 */
	public Counterpart of(String name) {
		return this.known.computeIfAbsent(name, this::meet);
	}

	/**
	 * All that were asked for so far.
	 * @return in no order
	 */
	public Collection<Counterpart> all() {
		return List.copyOf(this.known.values());
	}

	private Counterpart meet(String name) {
		var breaker = CircuitBreaker.of(name, this.patience);
		breaker.getEventPublisher().onStateTransition(change -> {
			switch (change.getStateTransition().getToState()) {
				case OPEN -> LOG.warn("{} fails", name);
				case CLOSED -> LOG.info("{} answers again", name);
				default -> LOG.debug("{} is tried", name);
			}
		});
		var counterpart = new Counterpart(breaker, Bulkhead.of(name, this.room), this.traces);
		Gauge.builder("resim.counterpart.answers", counterpart, one -> one.answers() ? 1 : 0)
			.description("1 while an outer system answers, 0 from when it failed too often until it answers again")
			.tag("counterpart", name)
			.register(this.meters);
		return counterpart;
	}

}
