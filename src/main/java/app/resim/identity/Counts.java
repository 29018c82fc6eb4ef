package app.resim.identity;

import java.util.Locale;
import java.util.function.Supplier;

import app.resim.identity.Acceptance.Refusal;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Figures for whoever operates Resim.
 */
final class Counts {

	private final MeterRegistry meters;

	Counts(MeterRegistry meters) {
		this.meters = meters;
	}

	/** A worker was replaced. */
	void restarted(String cause) {
		this.meters.counter("resim.identity.worker.restarts", "cause", cause).increment();
	}

	/** An upload was refused. */
	void refused(Refusal refusal) {
		this.meters.counter("resim.identity.refusals", "reason", refusal.name().toLowerCase(Locale.ROOT)).increment();
	}

	/** Takes the time that an examination needs. */
	<T> T examined(Supplier<T> examination) {
		return this.meters.timer("resim.identity.examine").record(examination);
	}

}
