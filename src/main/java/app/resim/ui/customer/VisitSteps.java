package app.resim.ui.customer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import app.resim.catalogue.Store;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.ui.Act;
import app.resim.ui.Acts;
import app.resim.ui.AnswersList;
import app.resim.ui.ChoiceCards;
import app.resim.ui.CurrentCustomer;
import app.resim.ui.Form;
import app.resim.ui.Gate;
import app.resim.ui.Icons;
import app.resim.ui.Link;
import app.resim.ui.Notice;
import app.resim.ui.Page;
import app.resim.ui.PageHead;
import app.resim.ui.PhoneNumbers;
import app.resim.ui.Prose;
import app.resim.ui.Stack;
import app.resim.ui.Visits;
import app.resim.visit.Appointments;
import app.resim.visit.OpenDay;
import app.resim.visit.Slot;
import app.resim.visit.VisitAnswer;

/**
 * Store, day, time, check: one question after the other until an appointment is booked or
 * moved. Each question has an address of its own.
 */
abstract class VisitSteps extends Page {

	private static final int DAYS_AT_ONCE = 7;

	private final Appointments appointments;

	private final Gate gate;

	private final Clock clock;

	private final SubscriberId owner;

	private final ShopWords spoken;

	private String here = "";

	VisitSteps(Visits visits, CurrentCustomer customer, Appointments appointments, Gate gate, Clock clock) {
		super(visits.current());
		this.appointments = appointments;
		this.gate = gate;
		this.clock = clock;
		this.owner = customer.id();
		this.spoken = new ShopWords(this);
	}

	/**
	 * Asks what is still open.
	 * @param path of the page
	 * @param before the page before the first question
	 * @param choice what was chosen so far, with a purpose
	 */
	final void ask(String path, String before, VisitChoice choice) {
		clear();
		this.here = path;
		Store.Service purpose = choice.purpose().orElseThrow();
		List<Store> stores = stores(purpose);
		Optional<Store> store = stores.stream().filter(each -> each.id().equals(choice.store())).findFirst();
		if (store.isEmpty()) {
			back(before);
			store(stores, choice);
			return;
		}
		Optional<OpenDay> day = choice.day().flatMap(wanted -> day(store.get(), wanted));
		if (day.isEmpty()) {
			back(choice.anyStore().href(path));
			day(store.get(), choice);
			return;
		}
		if (choice.at().isEmpty()) {
			back(choice.anyDay().href(path));
			time(store.get(), day.get(), choice);
			return;
		}
		back(choice.anyTime().href(path));
		Instant at = choice.at().get();
		if (day.get().free().stream().anyMatch(slot -> slot.begins().equals(at))) {
			check(store.get(), at, choice);
		}
		else {
			gone(store.get(), this.appointments.nearest(brand(), store.get().id(), at), choice);
		}
	}

	/**
	 * Does what was chosen.
	 * @param choice all of it
	 * @return what became of it
	 */
	abstract VisitAnswer act(VisitChoice choice);

	/** Begins the keys of what differs between booking and moving. */
	abstract String sort();

	final Appointments appointments() {
		return this.appointments;
	}

	final SubscriberId owner() {
		return this.owner;
	}

	private BrandId brand() {
		return visit().brand().id();
	}

	private List<Store> stores(Store.Service purpose) {
		return visit().brand().stores().stream().filter(store -> store.services().contains(purpose)).toList();
	}

	private Optional<OpenDay> day(Store store, LocalDate wanted) {
		return this.appointments.days(brand(), store.id(), wanted)
			.stream()
			.filter(open -> open.day().equals(wanted))
			.findFirst();
	}

	// the questions

	private void store(List<Store> stores, VisitChoice choice) {
		String question = text("visits.store");
		title(question);
		if (stores.isEmpty()) {
			add(new PageHead(question).lead(text("visits.store.none", PhoneNumbers.spaced(visit().brand().hotline()))));
			return;
		}
		var cards = ChoiceCards.<Store>heading(words(), "store", question).hint(text("visits.store.hint"));
		for (Store store : stores) {
			String next = this.appointments.days(brand(), store.id(), today())
				.stream()
				.flatMap(day -> day.free().stream())
				.min(Comparator.comparing(Slot::begins))
				.map(slot -> text("visits.store.next", times().at(slot.begins())))
				.orElseGet(() -> text("visits.store.full"));
			cards.card(store, store.id(), this.spoken.name(store),
					text("visits.store.text", this.spoken.sentence(store), next), null);
		}
		add(Form.of(() -> chosen(cards, text("visits.store.missing"), store -> choice.in(store.id())), cards,
				proceed()), Link.alone(choice.href("/shops"), text("visits.store.far")));
		demo(stores);
	}

	private void day(Store store, VisitChoice choice) {
		String question = text("visits.day");
		title(question);
		LocalDate from = choice.from().orElse(today());
		List<OpenDay> free = this.appointments.days(brand(), store.id(), from)
			.stream()
			.filter(day -> !day.free().isEmpty())
			.toList();
		if (free.isEmpty()) {
			add(new PageHead(question).over(this.spoken.name(store)).lead(text("visits.day.none")), new Acts(
					Act.go(text("visits.other-store"), choice.anyStore().href(this.here)).named("other-store")));
			return;
		}
		var cards = ChoiceCards.<LocalDate>heading(words(), "day", question)
			.hint(text("visits.day.hint", this.spoken.name(store), times().hours(store)));
		free.stream()
			.limit(DAYS_AT_ONCE)
			.forEach(day -> cards.card(day.day(), day.day().toString(), named(day.day()),
					text("visits.day.free", day.free().size()), null));
		add(Form.of(() -> chosen(cards, text("visits.day.missing"), choice::on), cards, proceed()));
		if (free.size() > DAYS_AT_ONCE) {
			add(Link.alone(choice.from(free.get(DAYS_AT_ONCE).day()).href(this.here), text("visits.day.later")));
		}
		demo(List.of(store));
	}

	private void time(Store store, OpenDay day, VisitChoice choice) {
		String question = text("visits.time");
		title(question);
		if (day.free().isEmpty()) {
			add(new PageHead(question).over(this.spoken.name(store)).lead(text("visits.time.none", named(day.day()))),
					new Acts(Act.go(text("visits.other-day"), choice.anyDay().href(this.here)).named("other-day")));
			return;
		}
		var cards = ChoiceCards.<Slot>heading(words(), "time", question)
			.hint(text("visits.time.hint", named(day.day()), this.spoken.name(store)));
		cards.addClassName("times");
		day.free().forEach(slot -> cards.card(slot, key(slot), times().clockTime(slot.begins()), "", null));
		add(Form.of(() -> chosen(cards, text("visits.time.missing"), slot -> choice.at(day.day(), slot.begins())),
				cards, proceed()));
	}

	private void check(Store store, Instant at, VisitChoice choice) {
		title(text(sort() + ".check"));
		var answers = new AnswersList(words())
			.answer(text("visits.check.store"), "**" + this.spoken.name(store) + "**", this.spoken.address(store),
					choice.anyStore().href(this.here))
			.answer(text("visits.check.time"), "**" + times().full(at) + "**",
					text("visits.check.takes", store.takesMinutes()), choice.anyDay().href(this.here));
		add(new PageHead(text(sort() + ".check")), answers,
				new Stack(text("shops.bring"), this.spoken.bring(choice.purpose().orElseThrow(), about(choice))),
				new Acts(Act.press(text(sort() + ".act"), () -> act(store, at, choice)).named("book")));
		demo(List.of(store));
	}

	private void gone(Store store, List<Slot> nearest, VisitChoice choice) {
		title(text("visits.gone"));
		if (nearest.isEmpty()) {
			add(new PageHead(text("visits.gone")).lead(text("visits.gone.full", this.spoken.name(store))), new Acts(
					Act.go(text("visits.other-store"), choice.anyStore().href(this.here)).named("other-store")));
			return;
		}
		var cards = ChoiceCards.<Slot>heading(words(), "time", text("visits.gone"))
			.hint(text("visits.gone.text", this.spoken.name(store)));
		nearest.forEach(slot -> cards.card(slot, key(slot), times().clockTime(slot.begins()),
				named(local(slot.begins())), null));
		add(Form.of(() -> chosen(cards, text("visits.time.missing"),
				slot -> choice.at(local(slot.begins()), slot.begins())), cards, proceed()),
				Link.alone(choice.anyDay().href(this.here), text("visits.other-day")));
	}

	private void act(Store store, Instant at, VisitChoice choice) {
		if (!this.gate.opens(Deed.BOOK_VISIT, Asker.account(this.owner.subscriber()), this)) {
			return;
		}
		switch (act(choice)) {
			case VisitAnswer.Booked(var done) -> go(VisitView.path(done.reference()) + "?" + sort());
			case VisitAnswer.AlreadyBooked(var same) -> go(VisitView.path(same.reference()) + "?already");
			case VisitAnswer.Taken(var nearest) -> {
				clear();
				gone(store, nearest, choice);
				begin();
			}
			case VisitAnswer.NotOpen _, VisitAnswer.Past _ -> {
				clear();
				gone(store, this.appointments.nearest(brand(), store.id(), at), choice);
				begin();
			}
			case VisitAnswer.TooMany _ -> add(Notice.warn(text("visits.too-many", Appointments.MOST), "")
				.act(Act.go(text("visits.too-many.act"), VisitView.ALL).named("mine"))
				.announced());
			case VisitAnswer.Gone _ -> go(VisitView.ALL);
		}
	}

	private static Optional<String> about(VisitChoice choice) {
		return Optional.of(choice.about()).filter(about -> !about.isEmpty());
	}

	private <T> void chosen(ChoiceCards<T> cards, String otherwise, Function<T, VisitChoice> next) {
		accept();
		cards.chosen()
			.ifPresentOrElse(choice -> go(next.apply(choice).href(this.here)), () -> refuse(cards, otherwise));
	}

	private Acts proceed() {
		return new Acts(Act.submit(text("shell.continue")).named("continue"));
	}

	private void demo(List<Store> stores) {
		if (stores.stream().anyMatch(Store::demo)) {
			add(Prose.paragraph(text("visits.demo"), "soft", "small"));
		}
	}

	private static String key(Slot slot) {
		return Long.toString(slot.begins().getEpochSecond() / 60);
	}

	private LocalDate today() {
		return local(this.clock.instant());
	}

	private LocalDate local(Instant at) {
		return at.atZone(visit().brand().zone()).toLocalDate();
	}

	private String named(LocalDate day) {
		String date = times().weekday(day);
		if (day.equals(today())) {
			return text("visits.today", date);
		}
		return day.equals(today().plusDays(1)) ? text("visits.tomorrow", date) : date;
	}

	final void go(String href) {
		getUI().ifPresent(ui -> Way.go(ui, href));
	}

}
