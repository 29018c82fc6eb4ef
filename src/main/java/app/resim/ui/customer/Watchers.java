package app.resim.ui.customer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.vaadin.flow.shared.Registration;

/**
 * Open pages of this node, each by what it shows. Pages hold on only while they are open.
 *
 * @param <K> what is shown
 */
final class Watchers<K> {

	private final Map<K, Set<Runnable>> pages = new ConcurrentHashMap<>();

	/**
	 * Listens.
	 * @param shown what the page shows
	 * @param told called on the thread of the change: hand over to the page at once
	 * @return ends the listening
	 */
	Registration watch(K shown, Runnable told) {
		this.pages.computeIfAbsent(shown, key -> ConcurrentHashMap.newKeySet()).add(told);
		return () -> this.pages.computeIfPresent(shown, (key, watching) -> {
			watching.remove(told);
			return watching.isEmpty() ? null : watching;
		});
	}

	void tell(K changed) {
		this.pages.getOrDefault(changed, Set.of()).forEach(Runnable::run);
	}

	void tellAll() {
		this.pages.values().forEach(watching -> watching.forEach(Runnable::run));
	}

	/** How many pages listen, for tests. */
	int count() {
		return this.pages.values().stream().mapToInt(Set::size).sum();
	}

}
