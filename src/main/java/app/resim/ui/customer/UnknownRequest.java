package app.resim.ui.customer;

import com.vaadin.flow.router.NotFoundException;

/**
 * Thrown when an address asks for a request that does not exist or is somebody else's:
 * the two are told apart by nothing.
 */
class UnknownRequest extends NotFoundException {

	UnknownRequest() {
		super("No such request of this customer");
	}

}
