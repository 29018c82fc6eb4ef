package app.resim.request;

import java.util.Set;
import java.util.function.Consumer;

import app.resim.nodes.News;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Tells open pages, on whichever node they are shown, what has changed, as soon as it is
 * committed.
 */
@Service
public class Stirs {

	private static final String MOVED = "moved";

	private static final String HANDS = "hands";

	private static final Set<String> CHANGES_HANDS = Set.of("case.claimed", "case.given-back");

	private final News news;

	Stirs(News news) {
		this.news = news;
	}

	/**
	 * Listens from now on.
	 * @param listener called on the thread that has committed, or on one that listens to
	 * other nodes: hand over to the page at once
	 */
	public void listen(Consumer<Stir> listener) {
		this.news.hear(MOVED, about -> listener.accept(new Stir.Moved(new RequestReference(about))),
				() -> listener.accept(new Stir.Anything()));
		this.news.hear(HANDS, about -> listener.accept(new Stir.ChangedHands()), () -> {
		});
	}

	@EventListener
	void on(RequestEvent event) {
		this.news.tell(MOVED, event.reference().reference());
	}

	@EventListener
	void on(CaseEvent event) {
		if (CHANGES_HANDS.contains(event.deed())) {
			this.news.tell(HANDS, event.subject());
		}
	}

}
