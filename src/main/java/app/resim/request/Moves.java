package app.resim.request;

import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what becomes of requests, once it is sure that it became so.
 */
@Component
class Moves {

	private final MeterRegistry meters;

	Moves(MeterRegistry meters) {
		this.meters = meters;
	}

	@EventListener
	void on(RequestEvent event) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				Moves.this.meters.counter("resim.request.moves", "deed", event.deed()).increment();
			}
		});
	}

}
