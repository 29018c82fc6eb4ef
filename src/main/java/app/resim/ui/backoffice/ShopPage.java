package app.resim.ui.backoffice;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

import app.resim.account.StaffMember.Role;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Store;
import app.resim.request.RequestReference;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.Badge;
import app.resim.ui.Badge.Look;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentStaff;
import app.resim.ui.Form;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.StaffTable;
import app.resim.ui.StaffTable.Pressing;
import app.resim.ui.Times;
import app.resim.ui.Visits;
import app.resim.visit.Appointment;
import app.resim.visit.Appointment.State;
import app.resim.visit.Appointments;
import app.resim.visit.ShopFloor;
import app.resim.visit.ShopFloor.Desk;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

import org.springframework.beans.factory.ObjectProvider;

/**
 * The desk of a shop: who comes today and tomorrow, who has come, how many wait without
 * an appointment.
 */
@Route(value = "staff/shop", layout = StaffLayout.class)
@RolesAllowed({ "REVIEWER", "SENIOR", "CLERK" })
final class ShopPage extends Page implements BeforeEnterObserver {

	private final Appointments appointments;

	private final ShopFloor floor;

	private final Catalogue catalogue;

	private final Subscribers subscribers;

	private final List<ShopTask> tasks;

	private final Clock clock;

	private final String me;

	private final boolean seesCases;

	private final boolean givesCards;

	ShopPage(Visits visits, Appointments appointments, ShopFloor floor, Catalogue catalogue, Subscribers subscribers,
			ObjectProvider<ShopTask> tasks, CurrentStaff staff, Clock clock) {
		super(visits.current());
		this.appointments = appointments;
		this.floor = floor;
		this.catalogue = catalogue;
		this.subscribers = subscribers;
		this.tasks = tasks.orderedStream().toList();
		this.clock = clock;
		this.me = staff.name();
		Set<Role> roles = staff.signedIn().roles();
		this.seesCases = roles.contains(Role.REVIEWER);
		this.givesCards = roles.contains(Role.REVIEWER) || roles.contains(Role.CLERK);
		withoutRail();
		title(text("counter.title"));
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		this.floor.desk(this.me)
			.flatMap(this::place)
			.ifPresentOrElse(place -> show(place, Optional.empty()), this::choose);
	}

	private Optional<Place> place(Desk desk) {
		return this.catalogue.brands()
			.stream()
			.filter(brand -> brand.id().equals(desk.brand()))
			.flatMap(brand -> brand.store(desk.store()).map(store -> new Place(brand, store)).stream())
			.findFirst();
	}

	private void choose() {
		clear();
		List<Place> places = this.catalogue.brands()
			.stream()
			.flatMap(brand -> brand.stores().stream().map(store -> new Place(brand, store)))
			.toList();
		if (places.isEmpty()) {
			add(new PageHead(text("counter.title")).lead(text("counter.choose.none")));
			return;
		}
		var cards = ChoiceCards.<Place>heading(words(), "shop", text("counter.choose"))
			.hint(text("counter.choose.hint"));
		places.forEach(place -> cards.card(place, place.brand().id() + "-" + place.store().id(),
				place.store().name(words().locale()),
				place.brand().name() + (place.store().demo() ? " · " + text("counter.demo") : ""), null));
		add(Form.of(() -> {
			accept();
			cards.chosen().ifPresentOrElse(place -> {
				this.floor.choose(this.me, place.desk());
				show(place, Optional.empty());
				begin();
			}, () -> refuse(cards, text("counter.choose.missing")));
		}, cards, new Acts(Act.submit(text("shell.continue")).named("continue"))));
	}

	private void show(Place place, Optional<Notice> said) {
		clear();
		var head = new Div(
				new PageHead(place.store().name(words().locale()))
					.over(place.brand().name() + (place.store().demo() ? " · " + text("counter.demo") : ""))
					.hint(place.store().address(words().locale())),
				Act.press(text("counter.other"), this::choose).quiet().slim().named("other-shop"));
		head.addClassName("between");
		add(head);
		said.map(Notice::announced).ifPresent(this::add);
		add(queue(place));
		LocalDate today = this.clock.instant().atZone(place.brand().zone()).toLocalDate();
		for (int day = 0; day < 2; day++) {
			add(day(place, today.plusDays(day), (day == 0) ? "visits.today" : "visits.tomorrow"));
		}
	}

	private Stack queue(Place place) {
		Brand brand = place.brand();
		String counted = this.floor.waiting(brand.id(), place.store().id())
			.map(waiting -> text("counter.queue.counted", waiting.people(), times(place).clockTime(waiting.at())))
			.orElseGet(() -> text("counter.queue.none"));
		var word = Prose.paragraph(counted);
		word.setId("waiting");
		return new Stack(text("counter.queue"), word,
				new Acts(count(place, "more", 1), count(place, "fewer", -1), count(place, "same", 0)));
	}

	private Act count(Place place, String key, int more) {
		return Act.press(text("counter.queue." + key), () -> {
			this.floor.count(place.brand().id(), place.store().id(), more, this.me);
			show(place, Optional.empty());
		}).quiet().slim().named(key);
	}

	private Stack day(Place place, LocalDate day, String key) {
		String heading = text(key, times(place).weekday(day));
		List<Appointment> booked = this.appointments.on(place.brand().id(), place.store().id(), day);
		if (booked.isEmpty()) {
			return new Stack(heading, Prose.paragraph(text("counter.day.none"), "empty"));
		}
		var table = new StaffTable(heading, text("counter.when"), text("counter.what"), text("counter.who"),
				text("counter.about"), text("counter.state"));
		booked.forEach(each -> table.row(pressing(each),
				StaffTable.said(times(place).clockTime(each.begins()) + " – " + times(place).clockTime(each.ends())),
				StaffTable.said(text("visits.purpose." + each.purpose().name().toLowerCase(Locale.ROOT))),
				StaffTable.said(who(each)), about(each), state(place, each)));
		return new Stack(heading, table);
	}

	private Pressing pressing(Appointment each) {
		return (each.state() == State.BOOKED && !each.begins().isAfter(this.clock.instant())) ? Pressing.SOON
				: Pressing.NO;
	}

	/** A directory that is away must not keep the people in the shop from their list. */
	private String who(Appointment each) {
		try {
			return this.subscribers.find(each.owner())
				.map(Subscriber::maskedName)
				.orElseGet(() -> text("counter.unknown"));
		}
		catch (DirectoryUnreachable ex) {
			return text("counter.unknown");
		}
	}

	private Component about(Appointment each) {
		Optional<RequestReference> request = RequestReference.read(each.subject());
		String small = (request.isPresent() && request.flatMap(found -> page(each, found)).isEmpty()) ? each.subject()
				: "";
		var cell = StaffTable.two(Prose.number(each.reference().reference()), small);
		return request.flatMap(found -> page(each, found)).map(page -> {
			var link = new Link(page, each.subject());
			link.addClassName("num");
			var both = new Div(cell, link);
			both.addClassName("stack");
			return (Component) both;
		}).orElse(cell);
	}

	/** Where the work on it is done: cards at their desk, everything else as a case. */
	private Optional<String> page(Appointment each, RequestReference request) {
		if (each.purpose() != Store.Service.VISIT) {
			return this.givesCards ? Optional.of(Paths.card(request)) : Optional.empty();
		}
		return this.seesCases ? Optional.of(Paths.caseOf(request)) : Optional.empty();
	}

	private Component state(Place place, Appointment each) {
		var cell = new Div();
		cell.addClassName("stack");
		badge(each).map(Div::new).ifPresent(cell::add);
		cell.add(acts(place, each));
		this.tasks.forEach(
				task -> task.parts(visit(), each, () -> show(place, Optional.empty())).forEach(part -> cell.add(part)));
		return cell;
	}

	private Optional<Badge> badge(Appointment each) {
		return switch (each.state()) {
			case ARRIVED -> Optional.of(new Badge(Look.OK, text("counter.arrived")));
			case MISSED -> Optional.of(new Badge(Look.WARN, text("counter.missed")));
			case BOOKED, OVER, CANCELLED -> Optional.empty();
		};
	}

	private Component acts(Place place, Appointment each) {
		Instant now = this.clock.instant();
		boolean today = local(place, each.begins()).equals(local(place, now));
		if (!today) {
			return Prose.span(text("counter.coming"), "soft");
		}
		var acts = new Acts();
		String reference = each.reference().reference();
		if (each.state() != State.ARRIVED) {
			acts.add(note(place, "arrived", reference, () -> this.appointments.arrived(each.reference(), this.me)));
		}
		if (each.state() != State.MISSED && !each.begins().isAfter(now)) {
			acts.add(note(place, "missed", reference, () -> this.appointments.noShow(each.reference(), this.me)));
		}
		return acts;
	}

	private Act note(Place place, String key, String reference, BooleanSupplier deed) {
		return Act
			.press(text("counter." + key),
					() -> show(place,
							deed.getAsBoolean() ? Optional.empty()
									: Optional.of(Notice.warn(text("counter.late"), ""))))
			.quiet()
			.slim()
			.unseen(reference)
			.named(key + "-" + reference);
	}

	private static LocalDate local(Place place, Instant at) {
		return at.atZone(place.brand().zone()).toLocalDate();
	}

	/** A shop's own clock, which need not be that of the brand whose page it is. */
	private Times times(Place place) {
		return new Times(words(), place.brand().zone(), this.clock);
	}

	/**
	 * A shop.
	 *
	 * @param brand whose
	 * @param store which
	 */
	private record Place(Brand brand, Store store) {

		Desk desk() {
			return new Desk(this.brand.id(), this.store.id());
		}

	}

}
