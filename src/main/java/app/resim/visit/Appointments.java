package app.resim.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import app.resim.account.Staff;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Store;
import app.resim.kernel.Actor;
import app.resim.kernel.BrandId;
import app.resim.kernel.LegalHolds;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import app.resim.visit.Appointment.State;
import app.resim.visit.Timetable.TakenPlace;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Appointments in the shops of a brand. Whoever asks for a place gets one that nobody
 * else has, or is told which ones are left.
 *
 * @see "decision 0036"
 */
@Service
public class Appointments implements PersonalData {

	/** How many days ahead one may book, today counted. */
	public static final int DAYS = 30;

	/** How many a customer may have that are to come. */
	public static final int MOST = 3;

	private static final Duration DAY_BEFORE = Duration.ofHours(24);

	private static final Duration SHORTLY_BEFORE = Duration.ofHours(2);

	/** Nobody is reminded of what they have just done. */
	private static final Duration STILL_KNOWN = Duration.ofHours(1);

	private static final int AT_ONCE = 100;

	private static final int NEAREST = 6;

	private static final int TRIES = 5;

	private final VisitTable table;

	private final Catalogue catalogue;

	private final Consumer<String> worksThere;

	private final LegalHolds holds;

	private final ApplicationEventPublisher events;

	private final TransactionTemplate transaction;

	private final Clock clock;

	private final RandomGenerator chance;

	@Autowired
	Appointments(VisitTable table, Catalogue catalogue, Staff staff, LegalHolds holds, ApplicationEventPublisher events,
			PlatformTransactionManager transactions, Clock clock, RandomGenerator chance) {
		this(table, catalogue, ShopFloor.worksThere(staff), holds, events, transactions, clock, chance);
	}

	Appointments(VisitTable table, Catalogue catalogue, Consumer<String> worksThere, LegalHolds holds,
			ApplicationEventPublisher events, PlatformTransactionManager transactions, Clock clock,
			RandomGenerator chance) {
		this.worksThere = worksThere;
		this.table = table;
		this.catalogue = catalogue;
		this.holds = holds;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		// its own: a place that was lost to somebody else must not spoil the caller's
		this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * The days on which one may come, from a day on.
	 * @param brand whose shop
	 * @param store the shop's key
	 * @param from local date; days before today are left out
	 * @return days on which the shop is open, the earliest first, at most {@value #DAYS};
	 * empty if there is no such shop
	 */
	public List<OpenDay> days(BrandId brand, String store, LocalDate from) {
		return timetable(brand, store).map(table -> {
			LocalDate today = table.day(now());
			LocalDate first = from.isBefore(today) ? today : from;
			LocalDate end = today.plusDays(DAYS);
			return first.isBefore(end) ? open(brand, table, first, end) : List.<OpenDay>of();
		}).orElse(List.of());
	}

	/**
	 * The times of a day at which somebody may still come.
	 * @param brand whose shop
	 * @param store the shop's key
	 * @param day local date
	 * @return the earliest first; empty if it is closed, full or too far away
	 */
	public List<Slot> free(BrandId brand, String store, LocalDate day) {
		return days(brand, store, day).stream()
			.filter(open -> open.day().equals(day))
			.flatMap(open -> open.free().stream())
			.toList();
	}

	/**
	 * The free times nearest to one that is gone.
	 * @param brand whose shop
	 * @param store the shop's key
	 * @param wanted the time that is gone
	 * @return at most six, the earliest first
	 */
	public List<Slot> nearest(BrandId brand, String store, Instant wanted) {
		return days(brand, store, LocalDate.EPOCH).stream()
			.flatMap(day -> day.free().stream())
			.sorted(Comparator.comparing(slot -> Duration.between(wanted, slot.begins()).abs()))
			.limit(NEAREST)
			.sorted(Comparator.comparing(Slot::begins))
			.toList();
	}

	/**
	 * Takes a place.
	 * @param owner who comes
	 * @param brand whose shop
	 * @param store the shop's key
	 * @param slot when it begins
	 * @param purpose what is done there
	 * @param subject what it is about, for example the reference of a request; of one
	 * subject a customer has one open appointment
	 * @return what became of it
	 */
	public VisitAnswer book(SubscriberId owner, BrandId brand, String store, Instant slot, Store.Service purpose,
			String subject) {
		Optional<Timetable> shop = timetable(brand, store).filter(table -> table.store().services().contains(purpose));
		if (shop.isEmpty()) {
			return new VisitAnswer.NotOpen();
		}
		Optional<Slot> wanted = bookable(shop.get(), slot);
		if (wanted.isEmpty()) {
			return slot.isAfter(now()) ? new VisitAnswer.NotOpen() : new VisitAnswer.Past();
		}
		this.table.close(owner, now());
		Optional<Appointment> same = this.table.open(owner, subject);
		if (same.isPresent()) {
			return new VisitAnswer.AlreadyBooked(same.get());
		}
		if (of(owner).stream().filter(each -> each.state() == State.BOOKED).count() >= MOST) {
			return new VisitAnswer.TooMany();
		}
		var booked = new Appointment(VisitReference.draw(this.chance), owner, brand, store, purpose, subject, slot,
				wanted.get().ends(), State.BOOKED, 0, now());
		Actor customer = Actor.customer(owner);
		return placed(shop.get(), booked, place -> this.table.add(booked, place, reminder(booked)),
				event(VisitEvent.Booked::new, booked, customer));
	}

	/**
	 * Exchanges an appointment for another time, in the same or another shop of the
	 * brand. Until the new place is theirs, the old one is.
	 * @param owner whose
	 * @param reference which
	 * @param store the shop's key
	 * @param slot when it begins
	 * @return what became of it
	 */
	public VisitAnswer move(SubscriberId owner, VisitReference reference, String store, Instant slot) {
		Optional<Appointment> found = find(owner, reference).filter(this::isToCome);
		if (found.isEmpty()) {
			return new VisitAnswer.Gone();
		}
		Appointment old = found.get();
		if (old.store().equals(store) && old.begins().equals(slot)) {
			return new VisitAnswer.Booked(old);
		}
		Optional<Timetable> shop = timetable(old.brand(), store)
			.filter(table -> table.store().services().contains(old.purpose()));
		Optional<Slot> wanted = shop.flatMap(table -> bookable(table, slot));
		if (wanted.isEmpty()) {
			return slot.isAfter(now()) ? new VisitAnswer.NotOpen() : new VisitAnswer.Past();
		}
		var moved = new Appointment(reference, owner, old.brand(), store, old.purpose(), old.subject(), slot,
				wanted.get().ends(), State.BOOKED, old.revision() + 1, now());
		return placed(shop.orElseThrow(), moved, place -> this.table.move(moved, place, reminder(moved)),
				event(VisitEvent.Moved::new, moved, Actor.customer(owner)));
	}

	/**
	 * Gives a place back.
	 * @param owner whose
	 * @param reference which
	 * @return false if there is no such appointment that is still to come
	 */
	public boolean cancel(SubscriberId owner, VisitReference reference) {
		return find(owner, reference).filter(this::isToCome)
			.filter(found -> cancelled(found, Actor.customer(owner)))
			.isPresent();
	}

	/**
	 * An appointment of a customer.
	 * @param owner whose
	 * @param reference which
	 * @return empty also if it is somebody else's
	 */
	public Optional<Appointment> find(SubscriberId owner, VisitReference reference) {
		return this.table.find(owner, reference);
	}

	/**
	 * All that is kept of a customer's appointments.
	 * @param owner whose
	 * @return the latest first
	 */
	public List<Appointment> of(SubscriberId owner) {
		return this.table.of(owner);
	}

	/**
	 * The appointment about something that is to come.
	 * @param owner whose
	 * @param subject what it is about
	 * @return empty if there is none, or its time is over
	 */
	public Optional<Appointment> about(SubscriberId owner, String subject) {
		return this.table.open(owner, subject).filter(found -> found.ends().isAfter(now()));
	}

	/**
	 * Who comes to a shop on a day, for the people there.
	 * @param brand whose shop
	 * @param store the shop's key
	 * @param day local date
	 * @return the earliest first, without those that were cancelled
	 */
	public List<Appointment> on(BrandId brand, String store, LocalDate day) {
		return timetable(brand, store)
			.map(table -> this.table.between(brand, store, table.start(day), table.start(day.plusDays(1))))
			.orElse(List.of());
	}

	/**
	 * Notes that somebody came. It can be noted on the day of the appointment, also after
	 * the contrary was.
	 * @param reference which
	 * @param staff sign-in name
	 * @return false if it is not today, was cancelled, or is noted already
	 * @throws RuntimeException if they may not work in a shop
	 */
	public boolean arrived(VisitReference reference, String staff) {
		return noted(reference, State.ARRIVED, staff,
				found -> event(VisitEvent.Arrived::new, found, Actor.staff(staff)));
	}

	/**
	 * Notes that somebody did not come. It can be noted from the beginning of the
	 * appointment on, on that day.
	 * @param reference which
	 * @param staff sign-in name
	 * @return false if it is not today, has not begun, was cancelled, or is noted already
	 * @throws RuntimeException if they may not work in a shop
	 */
	public boolean noShow(VisitReference reference, String staff) {
		return this.table.find(reference).filter(found -> !found.begins().isAfter(now())).isPresent() && noted(
				reference, State.MISSED, staff, found -> event(VisitEvent.Missed::new, found, Actor.staff(staff)));
	}

	private boolean noted(VisitReference reference, State state, String staff,
			Function<Appointment, VisitEvent> telling) {
		this.worksThere.accept(staff);
		return this.table.find(reference)
			.filter(this::isToday)
			.filter(found -> together(() -> this.table.note(reference, state), telling.apply(found)))
			.isPresent();
	}

	private boolean isToday(Appointment found) {
		var zone = this.catalogue.brand(found.brand()).zone();
		return found.begins().atZone(zone).toLocalDate().equals(now().atZone(zone).toLocalDate());
	}

	private boolean isToCome(Appointment found) {
		return found.state() == State.BOOKED && found.begins().isAfter(now());
	}

	private Optional<Timetable> timetable(BrandId brand, String store) {
		Brand of = this.catalogue.brand(brand);
		return of.store(store).map(shop -> new Timetable(shop, of.zone()));
	}

	private List<OpenDay> open(BrandId brand, Timetable table, LocalDate first, LocalDate end) {
		Collection<TakenPlace> taken = this.table.taken(brand, table.store().id(), table.start(first),
				table.start(end));
		Instant now = now();
		return first.datesUntil(end)
			.map(day -> new OpenDay(day,
					table.of(day, taken).stream().filter(slot -> slot.begins().isAfter(now)).toList()))
			.filter(day -> !day.slots().isEmpty())
			.toList();
	}

	private Optional<Slot> bookable(Timetable table, Instant slot) {
		Instant end = table.start(table.day(now()).plusDays(DAYS));
		return (slot.isAfter(now()) && slot.isBefore(end)) ? table.at(slot) : Optional.empty();
	}

	/**
	 * Tries one place after the other. Each is a transaction of its own, because a place
	 * that is lost to somebody else ends it.
	 */
	private VisitAnswer placed(Timetable shop, Appointment wanted, IntPredicate take, VisitEvent event) {
		List<TakenPlace> taken = this.table.taken(wanted.brand(), wanted.store(), wanted.begins(), wanted.ends());
		for (int place : shop.free(wanted.begins(), wanted.ends(), taken)) {
			if (together(() -> take.test(place), event)) {
				return new VisitAnswer.Booked(wanted);
			}
		}
		return this.table.open(wanted.owner(), wanted.subject())
			.filter(open -> wanted.revision() == 0)
			.<VisitAnswer>map(VisitAnswer.AlreadyBooked::new)
			.orElseGet(() -> new VisitAnswer.Taken(nearest(wanted.brand(), wanted.store(), wanted.begins())));
	}

	/** Changes a row and tells of it, together or not at all. */
	private boolean together(BooleanSupplier change, VisitEvent event) {
		for (int left = TRIES - 1;; left--) {
			try {
				return Objects.equals(this.transaction.execute(status -> {
					boolean done = change.getAsBoolean();
					if (done) {
						this.events.publishEvent(event);
					}
					return done;
				}), true);
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
			catch (ConcurrencyFailureException ex) {
				if (left == 0) {
					throw ex;
				}
			}
		}
	}

	private boolean cancelled(Appointment found, Actor by) {
		var cancelled = new Appointment(found.reference(), found.owner(), found.brand(), found.store(), found.purpose(),
				found.subject(), found.begins(), found.ends(), State.CANCELLED, found.revision() + 1, now());
		return together(() -> this.table.cancel(cancelled), event(VisitEvent.Cancelled::new, cancelled, by));
	}

	private VisitEvent event(Telling telling, Appointment about, Actor by) {
		return telling.of(about.reference(), about.owner(), about.brand(), about.store(), about.begins(),
				about.revision(), by, now());
	}

	private Instant now() {
		return this.clock.instant();
	}

	// the clock

	private Optional<Instant> reminder(Appointment booked) {
		return reminder(booked, booked.changedAt().plus(STILL_KNOWN));
	}

	private static Optional<Instant> reminder(Appointment booked, Instant after) {
		return Stream.of(DAY_BEFORE, SHORTLY_BEFORE).map(booked.begins()::minus).filter(after::isBefore).findFirst();
	}

	/** Reminds of what is soon. */
	void remind() {
		Instant now = now();
		for (Appointment due : this.table.toRemind(now, AT_ONCE)) {
			if (due.begins().isAfter(now)) {
				together(() -> this.table.reminded(due, now, reminder(due, now)),
						event(VisitEvent.Reminded::new, due, Actor.RESIM));
			}
			else {
				this.table.reminded(due, now, Optional.empty());
			}
		}
	}

	/**
	 * Forgets appointments as long after their day as pictures of a request are kept,
	 * unless a hold lies on the customer.
	 */
	void forget() {
		this.table.close(now());
		this.catalogue.brands()
			.forEach(brand -> this.table
				.endedBefore(brand.id(), now().minus(Duration.ofDays(brand.keeping().requestDays())))
				.stream()
				.filter(old -> !this.holds.lieOn(old.owner()))
				.forEach(old -> this.table.remove(old.reference())));
	}

	// a customer's rights

	@Override
	public String section() {
		return "visits";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		return new Part(of(customer).stream()
			.map(visit -> new Particulars().say("reference", visit.reference().reference())
				.say("brand", visit.brand().brand())
				.say("shop", visit.store())
				.say("purpose", visit.purpose())
				.say("about", visit.subject())
				.say("begins", visit.begins())
				.say("ends", visit.ends())
				.say("state", visit.state())
				.say("changedAt", visit.changedAt()))
			.toList(), List.of());
	}

	@Override
	public Set<String> subjects(SubscriberId customer) {
		return of(customer).stream().map(visit -> visit.reference().reference()).collect(Collectors.toSet());
	}

	/** What is to come is given back first, so that somebody else may have the place. */
	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		of(customer).stream().filter(visit -> !visit.changedAt().isAfter(ordered)).forEach(visit -> {
			if (isToCome(visit)) {
				cancelled(visit, by);
			}
			this.table.remove(visit.reference());
		});
	}

	/** Makes one of the events. */
	private interface Telling {

		VisitEvent of(VisitReference reference, SubscriberId subscriber, BrandId brand, String store, Instant begins,
				int revision, Actor actor, Instant at);

	}

}
