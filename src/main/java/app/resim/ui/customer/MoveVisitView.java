package app.resim.ui.customer;

import java.time.Clock;
import java.util.Optional;

import app.resim.ui.CurrentCustomer;
import app.resim.ui.Gate;
import app.resim.ui.ShellLayout;
import app.resim.ui.Visits;
import app.resim.visit.Appointment;
import app.resim.visit.Appointments;
import app.resim.visit.VisitAnswer;
import app.resim.visit.VisitReference;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Moves an appointment to another time or another store. Until then it stays as it is.
 */
@Route(value = "visits/:reference/move", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class MoveVisitView extends VisitSteps implements BeforeEnterObserver {

	private Optional<VisitReference> moving = Optional.empty();

	MoveVisitView(Visits visits, CurrentCustomer customer, Appointments appointments, Gate gate, Clock clock) {
		super(visits, customer, appointments, gate, clock);
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		Appointment found = VisitView.asked(event, appointments(), owner()).orElseThrow(NotFoundException::new);
		if (found.state() != Appointment.State.BOOKED) {
			Way.forward(event, VisitView.path(found.reference()));
			return;
		}
		this.moving = Optional.of(found.reference());
		VisitChoice read = VisitChoice.read(event.getLocation().getQueryParameters().getParameters());
		var choice = new VisitChoice(Optional.of(found.purpose()), read.about(), read.store(), read.day(), read.at(),
				read.from());
		ask(VisitView.path(found.reference()) + "/move", VisitView.path(found.reference()), choice);
	}

	@Override
	VisitAnswer act(VisitChoice choice) {
		return appointments().move(owner(), this.moving.orElseThrow(), choice.store(), choice.at().orElseThrow());
	}

	@Override
	String sort() {
		return "visits.moved";
	}

}
