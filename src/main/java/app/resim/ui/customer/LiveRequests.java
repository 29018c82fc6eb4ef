package app.resim.ui.customer;

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

	private final Watchers<RequestReference> pages = new Watchers<>();

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
		return this.pages.watch(reference, told);
	}

	private void on(Stir stir) {
		switch (stir) {
			case Stir.Moved(RequestReference which) -> this.pages.tell(which);
			case Stir.ChangedHands() -> {
				// the customer does not learn who works on it
			}
			case Stir.Anything() -> this.pages.tellAll();
		}
	}

	/** How many pages listen, for tests. */
	int watched() {
		return this.pages.count();
	}

}
