package app.resim.ui.customer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import app.resim.request.RequestEvent;
import app.resim.request.RequestReference;
import com.vaadin.flow.shared.Registration;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells open pages that a request has moved, as soon as the move is committed. Pages hold
 * on only while they are open, and read the request anew when told.
 */
@Component
class LiveRequests {

	private final Map<RequestReference, Set<Runnable>> pages = new ConcurrentHashMap<>();

	/**
	 * Listens for moves of a request.
	 * @param reference which
	 * @param told called on the thread of the move: hand over to the page at once
	 * @return ends the listening
	 */
	Registration watch(RequestReference reference, Runnable told) {
		this.pages.computeIfAbsent(reference, key -> ConcurrentHashMap.newKeySet()).add(told);
		return () -> this.pages.computeIfPresent(reference, (key, watching) -> {
			watching.remove(told);
			return watching.isEmpty() ? null : watching;
		});
	}

	// not a transactional listener: the registry of events would keep a row for each
	// move,
	// and a page that is gone has nothing to catch up with
	@EventListener
	void on(RequestEvent event) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				LiveRequests.this.pages.getOrDefault(event.reference(), Set.of()).forEach(Runnable::run);
			}
		});
	}

	/** How many pages listen, for tests. */
	int watched() {
		return this.pages.values().stream().mapToInt(Set::size).sum();
	}

}
