package app.resim.ui.customer;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Store;
import app.resim.kernel.SubscriberId;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Link;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import app.resim.visit.Appointment;
import app.resim.visit.Appointment.State;
import app.resim.visit.Appointments;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * A customer's appointments: those to come, and what became of the others.
 */
@Route(value = "visits", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class VisitsView extends Page implements BeforeEnterObserver {

	private final Appointments appointments;

	private final SubscriberId owner;

	private final Clock clock;

	VisitsView(Visits visits, CurrentCustomer customer, Appointments appointments, Clock clock) {
		super(visits.current());
		this.appointments = appointments;
		this.owner = customer.id();
		this.clock = clock;
		title(text("visits.all"));
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		clear();
		back(Way.LINES);
		List<Appointment> mine = this.appointments.of(this.owner);
		List<Appointment> coming = mine.stream().filter(this::isToCome).toList().reversed();
		List<Appointment> former = mine.stream().filter(each -> !isToCome(each)).toList();
		add(new PageHead(text("visits.all")).lead(text(coming.isEmpty() ? "visits.all.none" : "visits.all.lead")));
		if (!coming.isEmpty()) {
			add(list(coming));
		}
		Act book = Act.go(text("visits.book"), NewVisitView.PATH).named("book-visit");
		add(new Acts(coming.isEmpty() ? book : book.quiet(), Link.alone("/shops", text("visits.shops"))));
		if (!former.isEmpty()) {
			add(new Stack(text("visits.all.former"), list(former)));
		}
	}

	private boolean isToCome(Appointment each) {
		return each.state() == State.BOOKED && each.begins().isAfter(this.clock.instant());
	}

	private UnorderedList list(List<Appointment> appointments) {
		var list = new UnorderedList();
		list.addClassName("rows");
		list.getElement().setAttribute("role", "list");
		appointments.forEach(each -> list.add(row(each)));
		return list;
	}

	private ListItem row(Appointment each) {
		Optional<Store> store = visit().brand().store(each.store());
		var words = new ShopWords(this);
		String when = times().full(each.begins());
		var row = new ListItem(isToCome(each) ? new H2(when) : new H3(when));
		store.ifPresent(
				known -> row.add(Prose.paragraph("**" + words.name(known) + "**, " + words.address(known), "soft")));
		if (isToCome(each)) {
			row.add(new Acts(Act.go(text("visits.all.see"), VisitView.path(each.reference()))
				.slim()
				.quiet()
				.unseen(when)
				.named("visit-" + each.reference())));
		}
		else {
			row.add(Prose.paragraph(text("visits.one." + each.state().name()), "soft", "small"));
		}
		return row;
	}

}
