package app.resim.ui.customer;

import java.time.Clock;
import java.util.Optional;

import app.resim.catalogue.Store;
import app.resim.request.RequestReference;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Form;
import app.resim.ui.Gate;
import app.resim.ui.Icons;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import app.resim.visit.Appointment;
import app.resim.visit.Appointments;
import app.resim.visit.VisitAnswer;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Books an appointment in a store: about a request that waits there, or without any.
 */
@Route(value = "visits/new", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class NewVisitView extends VisitSteps implements BeforeEnterObserver {

	static final String PATH = VisitView.ALL + "/new";

	private final Requests requests;

	NewVisitView(Visits visits, CurrentCustomer customer, Appointments appointments, Requests requests, Gate gate,
			Clock clock) {
		super(visits, customer, appointments, gate, clock);
		this.requests = requests;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		VisitChoice choice = VisitChoice.read(event.getLocation().getQueryParameters().getParameters());
		if (!choice.about().isEmpty() && !isMine(choice.about())) {
			throw new UnknownRequest();
		}
		if (choice.purpose().isEmpty() && choice.about().isEmpty()) {
			purpose(choice);
			return;
		}
		VisitChoice wanted = choice.to(choice.purpose().orElse(Store.Service.VISIT));
		Optional<Appointment> same = appointments().about(owner(), subject(wanted));
		if (same.isPresent()) {
			Way.forward(event, VisitView.path(same.get().reference()) + "?already");
			return;
		}
		ask(PATH, before(wanted), keepingTime(wanted, choice));
	}

	/** Naming the purpose takes nothing else away. */
	private static VisitChoice keepingTime(VisitChoice wanted, VisitChoice read) {
		return new VisitChoice(wanted.purpose(), wanted.about(), wanted.store(), wanted.day(), wanted.at(),
				read.from());
	}

	private static String before(VisitChoice choice) {
		return choice.about().isEmpty() ? PATH : "/requests/" + choice.about();
	}

	private boolean isMine(String about) {
		return RequestReference.read(about)
			.filter(reference -> reference.reference().equals(about))
			.flatMap(reference -> this.requests.find(reference, owner()))
			.isPresent();
	}

	private void purpose(VisitChoice choice) {
		clear();
		back(VisitView.ALL);
		title(text("visits.purpose"));
		var cards = ChoiceCards.<Store.Service>heading(words(), "purpose", text("visits.purpose"));
		for (Store.Service purpose : Store.Service.values()) {
			if (visit().brand().stores().stream().anyMatch(store -> store.services().contains(purpose))) {
				String key = ShopWords.key(purpose);
				cards.card(purpose, key, text("visits.purpose." + key), text("visits.purpose." + key + ".text"),
						icon(purpose));
			}
		}
		add(Form.of(() -> {
			accept();
			cards.chosen()
				.ifPresentOrElse(purpose -> go(choice.to(purpose).href(PATH)),
						() -> refuse(cards, text("visits.purpose.missing")));
		}, cards, new Acts(Act.submit(text("shell.continue")).named("continue"))));
	}

	private static Icons icon(Store.Service purpose) {
		return switch (purpose) {
			case VISIT -> Icons.ID_CARD;
			case CARD -> Icons.SIM;
			case PICKUP -> Icons.CHECK_CIRCLE;
		};
	}

	@Override
	VisitAnswer act(VisitChoice choice) {
		return appointments().book(owner(), visit().brand().id(), choice.store(), choice.at().orElseThrow(),
				choice.purpose().orElseThrow(), subject(choice));
	}

	private static String subject(VisitChoice choice) {
		return choice.about().isEmpty() ? choice.purpose().orElseThrow().name() : choice.about();
	}

	@Override
	String sort() {
		return "visits.new";
	}

}
