package app.resim.ui.customer;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import app.resim.catalogue.Store;
import app.resim.kernel.SubscriberId;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Facts;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.ShellLayout;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import app.resim.visit.Appointment;
import app.resim.visit.Appointment.State;
import app.resim.visit.Appointments;
import app.resim.visit.CalendarFile;
import app.resim.visit.VisitReference;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.beans.factory.annotation.Value;

/**
 * One appointment: when, where, what to bring, the file for a calendar, and how to move
 * or cancel it.
 */
@Route(value = "visits/:reference", layout = ShellLayout.class)
@RolesAllowed("CUSTOMER")
class VisitView extends Page implements BeforeEnterObserver {

	/** All appointments of a customer. */
	static final String ALL = "/visits";

	private final Appointments appointments;

	private final SubscriberId owner;

	private final Clock clock;

	private final URI home;

	VisitView(Visits visits, CurrentCustomer customer, Appointments appointments, Clock clock,
			@Value("${resim.public-url}") URI home) {
		super(visits.current());
		this.appointments = appointments;
		this.owner = customer.id();
		this.clock = clock;
		this.home = home;
	}

	static String path(VisitReference reference) {
		return ALL + "/" + reference;
	}

	/** The appointment of an address; one that is somebody else's is none. */
	static Optional<Appointment> asked(BeforeEnterEvent event, Appointments appointments, SubscriberId owner) {
		return event.getRouteParameters()
			.get("reference")
			.flatMap(VisitReference::read)
			.flatMap(reference -> appointments.find(owner, reference));
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		Appointment found = asked(event, this.appointments, this.owner).orElseThrow(NotFoundException::new);
		Optional<Store> store = visit().brand().store(found.store());
		show(found, store.orElseThrow(NotFoundException::new),
				event.getLocation().getQueryParameters().getParameters().keySet());
	}

	private void show(Appointment found, Store store, Set<String> news) {
		clear();
		back(ALL);
		var words = new ShopWords(this);
		boolean coming = found.state() == State.BOOKED && found.begins().isAfter(this.clock.instant());
		String heading = coming ? text("visits.one") : text("visits.one." + found.state().name());
		title(heading);
		add(new PageHead(heading).lead("**" + times().full(found.begins()) + "**"));
		if (coming) {
			news(news);
		}
		add(Facts.plain()
			.fact(text("visits.check.store"), words.name(store), words.address(store))
			.fact(text("visits.one.purpose"), text("visits.purpose." + ShopWords.key(found.purpose())),
					text("visits.check.takes", store.takesMinutes()))
			.fact(text("visits.one.reference"), Prose.number(found.reference().reference())));
		if (coming) {
			coming(found, store, words);
		}
		else {
			add(new Acts(Act.go(text("visits.again"), NewVisitView.PATH).quiet().named("again")));
		}
		if (store.demo()) {
			add(Prose.paragraph(text("visits.demo"), "soft", "small"));
		}
	}

	private void news(Set<String> news) {
		for (String sort : new String[] { "visits.new", "visits.moved" }) {
			if (news.contains(sort)) {
				add(Notice.ok(text(sort + ".done"), text("visits.done.text")).announced());
			}
		}
		if (news.contains("already")) {
			add(Notice.warn(text("visits.already"), text("visits.already.text")));
		}
	}

	private void coming(Appointment found, Store store, ShopWords words) {
		add(new Stack(text("visits.one.way"), MapLinks.to(this, store)),
				new Stack(text("shops.bring"),
						words.bring(found.purpose(),
								subject(found).or(() -> Optional.of(found.reference().reference())))),
				new VisitFile(found.reference().reference(), () -> file(found, store, words))
					.link(text("visits.one.calendar")),
				new Acts(Act.go(text("visits.one.move"), path(found.reference()) + "/move").quiet().named("move"),
						Act.go(text("visits.one.cancel"), path(found.reference()) + "/cancel")
							.quiet()
							.named("cancel")));
		subject(found).ifPresent(request -> add(Link.alone("/requests/" + request, text("visits.one.request"))));
	}

	/** The reference of the request that it is about. */
	private static Optional<String> subject(Appointment found) {
		return Optional.of(found.subject()).filter(subject -> subject.startsWith("RS-"));
	}

	private CalendarFile file(Appointment found, Store store, ShopWords words) {
		Appointment now = this.appointments.find(this.owner, found.reference()).orElse(found);
		return new CalendarFile(now.reference().reference(), Objects.requireNonNull(this.home.getHost()),
				now.revision(), now.changedAt(), now.begins(), now.ends(),
				text("visits.calendar.title", visit().brand().name(), words.name(store)), words.address(store),
				store.place(), text("visits.calendar.text", words.purpose(now.purpose()), now.reference().reference()),
				this.home.toString().replaceAll("/+$", "") + path(now.reference()), now.state() == State.CANCELLED);
	}

}
