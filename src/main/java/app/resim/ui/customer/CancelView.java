package app.resim.ui.customer;

import java.util.Optional;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.kernel.SubscriberId;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Asks once before a request is taken back.
 */
@Route(value = "requests/:reference/cancel", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class CancelView extends Page implements BeforeEnterObserver {

	private final Requests requests;

	private final CurrentCustomer customer;

	CancelView(Requests requests, CurrentCustomer customer, Visits visits) {
		super(visits.current());
		this.requests = requests;
		this.customer = customer;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		SubscriberId owner = this.customer.id();
		Optional<RequestView> found = Asked.reference(event).flatMap(asked -> this.requests.find(asked, owner));
		if (found.isEmpty()) {
			Asked.unknown();
			return;
		}
		RequestView request = found.get();
		if (!request.canWithdraw()) {
			event.forwardTo("requests/" + request.reference());
			return;
		}
		ask(request, owner);
	}

	private void ask(RequestView request, SubscriberId owner) {
		String status = "/requests/" + request.reference();
		title(text("status.cancel.title"));
		back(status);
		add(new PageHead(text("status.cancel.title")).over(text("status.over", request.line().spaced())),
				Prose.paragraph(text("status.cancel.text", days(request))));
		if (request.reason().filter(Reason::stopsTheLine).isPresent()) {
			add(Prose.paragraph(text("status.cancel.stopped")));
		}
		add(new Acts(Act.press(text("status.cancel.yes"), () -> cancel(request, owner)).stop().named("cancel-yes"),
				Act.go(text("status.cancel.no"), status).quiet().named("cancel-no")));
	}

	private int days(RequestView request) {
		Brand.Keeping keeping = visit().brand().keeping();
		return request.times().submitted().isPresent() ? keeping.requestDays() : keeping.draftDays();
	}

	private void cancel(RequestView request, SubscriberId owner) {
		if (this.requests.withdraw(request.reference(), owner)) {
			getUI().ifPresent(ui -> ui.navigate("requests/" + request.reference()));
			return;
		}
		clear();
		add(new PageHead(text("status.cancel.title")), Notice.warn(text("status.cancel.late"), "").announced(),
				new Acts(Act.go(text("esim.not-now.go"), "/requests/" + request.reference())));
	}

}
