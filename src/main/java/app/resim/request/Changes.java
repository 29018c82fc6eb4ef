package app.resim.request;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import app.resim.kernel.AuditedEvent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes one request in one short transaction and publishes what it became. Of two
 * changes at the same time one waits for the other, and works on what that left.
 */
@Component
class Changes {

	private static final int TRIES = 5;

	private final RequestRows rows;

	private final EntityManager entities;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	Changes(RequestRows rows, EntityManager entities, ApplicationEventPublisher events,
			PlatformTransactionManager transactions) {
		this.rows = rows;
		this.entities = entities;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		// its own, so that a change that lost a race can be done over even inside a
		// listener's
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Changes a request.
	 * @param find finds it, with its owner where a customer asks
	 * @param deed changes it and answers
	 * @param <T> the answer
	 * @return the answer, or empty if there is no such request
	 */
	<T> Optional<T> to(Function<RequestRows, Optional<Request>> find, Function<Request, Done<T>> deed) {
		return retried(() -> this.transaction.execute(status -> find.apply(this.rows).map(request -> {
			this.entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
			Done<T> done = deed.apply(request);
			this.rows.saveAndFlush(request);
			done.events().forEach(this.events::publishEvent);
			return done.answer();
		})));
	}

	/**
	 * Changes a request by its key.
	 * @param id which
	 * @param deed changes it and names the events
	 */
	void to(RequestId id, Function<Request, List<?>> deed) {
		to(rows -> rows.findById(id), request -> new Done<>(true, deed.apply(request)));
	}

	/**
	 * Changes something beside requests, and publishes what it became in the same
	 * transaction.
	 * @param deed changes it and names the events
	 */
	void together(Supplier<? extends List<?>> deed) {
		this.transaction.executeWithoutResult(status -> deed.get().forEach(this.events::publishEvent));
	}

	void publish(AuditedEvent event) {
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(event));
	}

	private static <T> Optional<T> retried(Supplier<Optional<T>> deed) {
		for (int left = TRIES - 1;; left--) {
			try {
				return deed.get();
			}
			catch (ConcurrencyFailureException ex) {
				if (left == 0) {
					throw ex;
				}
			}
		}
	}

	/**
	 * What a change became.
	 *
	 * @param answer for the caller
	 * @param events to publish in the same transaction
	 * @param <T> the answer's type
	 */
	record Done<T>(T answer, List<?> events) {

		static <T> Done<T> quietly(T answer) {
			return new Done<>(answer, List.of());
		}

	}

}
