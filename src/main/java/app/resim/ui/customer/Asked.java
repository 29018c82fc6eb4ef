package app.resim.ui.customer;

import java.util.Locale;
import java.util.Optional;

import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import com.vaadin.flow.router.BeforeEnterEvent;

/**
 * Which request an address asks for. A reference that is none, that does not exist or
 * that is somebody else's gets the same answer.
 */
final class Asked {

	private Asked() {
	}

	static Optional<RequestReference> reference(BeforeEnterEvent event) {
		return event.getRouteParameters().get("reference").flatMap(RequestReference::read);
	}

	static void unknown() {
		throw new UnknownRequest();
	}

	/** The page of the question that is open next. */
	static String question(RequestView draft) {
		return "requests/" + draft.reference() + "/" + draft.next().name().toLowerCase(Locale.ROOT);
	}

}
