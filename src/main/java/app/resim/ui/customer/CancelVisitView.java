package app.resim.ui.customer;

import java.time.Clock;

import app.resim.kernel.SubscriberId;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import app.resim.visit.Appointment;
import app.resim.visit.Appointments;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Asks once before an appointment is given back.
 */
@Route(value = "visits/:reference/cancel", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class CancelVisitView extends Page implements BeforeEnterObserver {

	private final Appointments appointments;

	private final SubscriberId owner;

	private final Clock clock;

	CancelVisitView(Visits visits, CurrentCustomer customer, Appointments appointments, Clock clock) {
		super(visits.current());
		this.appointments = appointments;
		this.owner = customer.id();
		this.clock = clock;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		Appointment found = VisitView.asked(event, this.appointments, this.owner).orElseThrow(NotFoundException::new);
		String one = VisitView.path(found.reference());
		if (found.state() != Appointment.State.BOOKED || !found.begins().isAfter(this.clock.instant())) {
			Way.forward(event, one);
			return;
		}
		title(text("visits.cancel"));
		back(one);
		add(new PageHead(text("visits.cancel")).lead("**" + times().full(found.begins()) + "**"),
				Prose.paragraph(text("visits.cancel.text")),
				new Acts(Act.press(text("visits.cancel.yes"), () -> cancel(found)).stop().named("cancel-yes"),
						Act.go(text("visits.cancel.no"), one).quiet().named("cancel-no")));
	}

	private void cancel(Appointment found) {
		if (this.appointments.cancel(this.owner, found.reference())) {
			getUI().ifPresent(ui -> Way.go(ui, VisitView.path(found.reference())));
			return;
		}
		clear();
		add(new PageHead(text("visits.cancel")), Notice.warn(text("visits.cancel.late"), "").announced(),
				new Acts(Act.go(text("visits.all"), VisitView.ALL).named("mine")));
	}

}
