package app.resim.ui.customer;

import java.util.List;
import java.util.Locale;

import app.resim.catalogue.CountryRule;
import app.resim.request.Phase;
import app.resim.request.Question;
import app.resim.request.RequestReference;
import app.resim.request.RequestView;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PlainList;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Why somebody has to come in person, what to bring and where to go. Nothing was uploaded
 * for it.
 */
@Route(value = "requests/:reference/in-person", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class InPersonView extends Page implements BeforeEnterObserver {

	private static final String SHOPS = "/shops?for=visit&about=";

	private final Requests requests;

	private final CurrentCustomer customer;

	InPersonView(Visits visits, CurrentCustomer customer, Requests requests) {
		super(visits.current());
		this.requests = requests;
		this.customer = customer;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		RequestView found = event.getRouteParameters()
			.get("reference")
			.flatMap(RequestReference::read)
			.flatMap(reference -> this.requests.find(reference, this.customer.id()))
			.orElseThrow(UnknownRequest::new);
		if (found.phase() != Phase.DRAFT || found.person().stopped().isEmpty()) {
			Way.forward(event, Way.to(found));
			return;
		}
		show(found, found.person().stopped().get());
	}

	private void show(RequestView found, CountryRule rule) {
		clear();
		back(Way.LINES);
		title(text("person.stopped.title"));
		Locale reader = words().language().locale();
		add(new PageHead(text("person.stopped.title")).lead(rule.reason().in(reader)), Prose
			.paragraph(text("person.stopped.source", rule.source(), times().day(rule.since())), "soft", "small"));
		List<String> bring = rule.bring().stream().map(said -> said.in(reader)).toList();
		if (!bring.isEmpty()) {
			add(new Stack(text("person.stopped.bring"), new PlainList(bring)));
		}
		add(new Acts(Act.go(text("person.stopped.shops"), SHOPS + found.reference()).named("shops")),
				Prose.paragraph(text("person.stopped.nothing"), "soft"));
		if (found.questions().contains(Question.PERSON)) {
			add(Link.alone(Way.to(found.reference(), Question.PERSON), text("person.stopped.change")));
		}
	}

}
