package app.resim.counterpart;

import java.util.function.Predicate;
import java.util.function.Supplier;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

/**
 * One outer system, as this node sees it.
 */
public final class Counterpart {

	private final CircuitBreaker breaker;

	private final Bulkhead places;

	private final ObservationRegistry traces;

	Counterpart(CircuitBreaker breaker, Bulkhead places, ObservationRegistry traces) {
		this.breaker = breaker;
		this.places = places;
		this.traces = traces;
	}

	/**
	 * Calls it, unless it has failed too often lately or too many wait for it already.
	 * Each exception counts as a failure and goes on to the caller.
	 * @param <T> what it answers
	 * @param call makes the call, at most once
	 * @param sick which answers count as failures; a refusal with reasons is none
	 * @param spared what to answer if the call is not made
	 * @return either answer
	 */
	public <T> T ask(Supplier<T> call, Predicate<? super T> sick, Supplier<T> spared) {
		if (!this.places.tryAcquirePermission()) {
			return spared.get();
		}
		try {
			return this.breaker.tryAcquirePermission() ? traced(() -> watched(call, sick)) : spared.get();
		}
		finally {
			this.places.onComplete();
		}
	}

	/**
	 * Calls it in any case, and only takes note of what comes: for a system without which
	 * nothing could go on anyway, and whose callers wait in turns of their own.
	 * @param <T> what it answers
	 * @param call makes the call, once
	 * @param sick which answers count as failures, beside every exception
	 * @return its answer
	 */
	public <T> T heed(Supplier<T> call, Predicate<? super T> sick) {
		// whatever it says: it counts the calls after a pause
		this.breaker.tryAcquirePermission();
		return traced(() -> watched(call, sick));
	}

	@SuppressWarnings("NullAway") // the call answers, and so does what observes it
	private <T> T traced(Supplier<T> call) {
		return Observation.createNotStarted("resim.counterpart.calls", this.traces)
			.lowCardinalityKeyValue("counterpart", name())
			.observe(call);
	}

	private <T> T watched(Supplier<T> call, Predicate<? super T> sick) {
		long begin = this.breaker.getCurrentTimestamp();
		T answer;
		try {
			answer = call.get();
		}
		catch (RuntimeException | Error ex) {
			this.breaker.onError(since(begin), this.breaker.getTimestampUnit(), ex);
			throw ex;
		}
		if (sick.test(answer)) {
			this.breaker.onError(since(begin), this.breaker.getTimestampUnit(), new SickAnswer());
		}
		else {
			this.breaker.onSuccess(since(begin), this.breaker.getTimestampUnit());
		}
		return answer;
	}

	private long since(long begin) {
		return this.breaker.getCurrentTimestamp() - begin;
	}

	/**
	 * What it is called in settings, logs and figures.
	 * @return a word such as {@code sm-dp+}
	 */
	public String name() {
		return this.breaker.getName();
	}

	/**
	 * Whether it answers, as far as the last calls tell.
	 * @return false from the moment when too many calls failed until it has answered
	 * again
	 */
	public boolean answers() {
		return this.breaker.getState() == CircuitBreaker.State.CLOSED;
	}

	/** Says nothing but that an answer was none: it may hold numbers. */
	private static final class SickAnswer extends RuntimeException {

		SickAnswer() {
			super("No useful answer", null, false, false);
		}

	}

}
