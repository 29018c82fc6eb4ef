package app.resim.ui.customer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import app.resim.request.RequestReference;
import app.resim.request.Stir;
import app.resim.request.Stirs;
import com.vaadin.flow.shared.Registration;

import org.springframework.stereotype.Component;

/**
 * Tells open pages that a request has moved, on whichever node, as soon as the move is
 * committed. Pages hold on only while they are open, and read the request anew when told.
 */
@Component
class LiveRequests {

	private final Map<RequestReference, Set<Runnable>> pages = new ConcurrentHashMap<>();

	LiveRequests(Stirs stirs) {
		stirs.listen(this::on);
	}

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

	private void on(Stir stir) {
		switch (stir) {
			case Stir.Moved(RequestReference which) -> this.pages.getOrDefault(which, Set.of()).forEach(Runnable::run);
			case Stir.ChangedHands() -> {
				// the customer does not learn who works on it
			}
			case Stir.Anything() -> this.pages.values().forEach(watching -> watching.forEach(Runnable::run));
		}
	}

	/** How many pages listen, for tests. */
	int watched() {
		return this.pages.values().stream().mapToInt(Set::size).sum();
	}

}
