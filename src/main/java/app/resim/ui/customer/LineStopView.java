package app.resim.ui.customer;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.SubscriberId;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.request.LineAnswer;
import app.resim.request.LineView;
import app.resim.request.Lines;
import app.resim.request.Requests;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Gate;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.PlainList;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/**
 * Asks once before a line is stopped, and says then what else protects its owner. Loaded
 * again, it shows the line as it is.
 */
@Route(value = "lines/stop", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class LineStopView extends Page implements BeforeEnterObserver {

	private final Lines lines;

	private final Requests requests;

	private final SubscriberId owner;

	private final Gate gate;

	LineStopView(Visits visits, CurrentCustomer customer, Lines lines, Requests requests, Gate gate) {
		super(visits.current());
		this.gate = gate;
		this.lines = lines;
		this.requests = requests;
		this.owner = customer.id();
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		Optional<LineView> asked = event.getLocation()
			.getQueryParameters()
			.getSingleParameter("line")
			.filter(place -> place.matches("[1-9][0-9]{0,3}"))
			.flatMap(place -> line(Integer.parseInt(place)));
		asked.ifPresentOrElse(this::show, () -> Way.forward(event, Way.LINES));
	}

	private Optional<LineView> line(int place) {
		List<LineView> mine = this.lines.of(this.owner);
		return (place <= mine.size()) ? Optional.of(mine.get(place - 1)) : Optional.empty();
	}

	private void show(LineView line) {
		clear();
		back(Way.LINES);
		explainedBy("lost-or-stolen");
		if (line.state() == LineView.State.STOPPED) {
			showStopped(line);
		}
		else {
			ask(line);
		}
	}

	private void ask(LineView line) {
		title(text("customer.stop.question", number(line)));
		add(new PageHead(text("customer.stop.question", number(line))).lead(text("customer.stop.lead")),
				new PlainList(text("customer.stop.at-once"), text("customer.stop.undo"), text("customer.stop.free")),
				new Acts(Act.press(text("customer.stop.yes"), () -> stop(line)).stop().named("stop"),
						Act.go(text("customer.stop.no"), Way.LINES).aside().named("keep")));
	}

	private void stop(LineView line) {
		Asker asker = Asker.account(this.owner.subscriber()).andLine(line.number().e164());
		if (!this.gate.opens(Deed.STOP_LINE, asker, this)) {
			return;
		}
		LineAnswer answer = this.lines.stop(this.owner, line.number());
		switch (answer) {
			case DONE -> stopped(line);
			case NOT_REACHED, HELD_BY_REQUEST -> {
				ask(cleared(line));
				add(Notice
					.danger(text("customer.stop.not-reached"),
							text("customer.stop.not-reached.text", PhoneNumbers.spaced(visit().brand().hotline())))
					.announced());
			}
			case NOT_YOURS -> getUI().ifPresent(ui -> Way.go(ui, Way.LINES));
		}
	}

	private void stopped(LineView line) {
		showStopped(cleared(line));
		getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
	}

	private LineView cleared(LineView line) {
		clear();
		return line;
	}

	private void showStopped(LineView line) {
		title(text("customer.stop.done", number(line)));
		add(new PageHead(text("customer.stop.done", number(line))).lead(text("customer.stop.done.lead")),
				new Stack(text("customer.stop.protect"), new PlainList(text("customer.reason.protect"),
						text("customer.reason.lost.find"), text("customer.reason.stolen.police"))));
		var lines = Act.go(text("customer.stop.lines"), Way.LINES).quiet().named("stop-lines");
		add(line.esim() ? new Acts(replace(line), lines) : new Acts(lines));
	}

	private Act replace(LineView line) {
		return Act
			.press(text("customer.lines.replace"),
					() -> this.requests.start(this.owner, line.number())
						.ifPresent(request -> getUI().ifPresent(ui -> Way.go(ui, Way.to(request)))))
			.named("stop-replace");
	}

	private String number(LineView line) {
		return PhoneNumbers.spaced(line.number().e164());
	}

}
