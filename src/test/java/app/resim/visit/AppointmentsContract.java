package app.resim.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.catalogue.Store.Service;
import app.resim.catalogue.Weights;
import app.resim.kernel.Actor;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;
import app.resim.visit.Appointment.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Appointments in shops, on every database.
 */
abstract class AppointmentsContract {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

	/** The clock stands at 13:31 on a Tuesday there. */
	private static final LocalDate TODAY = LocalDate.of(2026, 8, 4);

	/** Three people come at once, every twenty minutes. */
	private static final String CENTRAL = "central";

	/** One person comes at a time, every half hour; closed on Mondays. */
	private static final String SHA_TIN = "sha-tin";

	private static final SubscriberId SAM = new SubscriberId("c-1");

	private static final SubscriberId ANNA = new SubscriberId("c-2");

	private static final String REQUEST = "RS-7K4M-29QD";

	private final MovingClock clock = new MovingClock();

	private final List<Object> events = Collections.synchronizedList(new ArrayList<>());

	private final Set<SubscriberId> held = new HashSet<>();

	private DataSource database;

	private Appointments appointments;

	abstract DataSource database();

	@BeforeEach
	void nobodyComes() {
		this.database = database();
		JdbcClient.create(this.database).sql("DELETE FROM shop_visit").update();
		this.appointments = FreshAppointments.on(this.database, Weights.demoCatalogue(), this.clock, this.events,
				this.held::contains);
	}

	@Test
	void whatIsBookedIsTheirsAndGoneForOthers() {
		Instant ten = on(TODAY.plusDays(1), "12:00");
		assertThat(this.appointments.free(TIDEWIRE, SHA_TIN, TODAY.plusDays(1))).extracting(Slot::begins)
			.hasSize(14)
			.startsWith(ten);

		Appointment booked = booked(SAM, SHA_TIN, ten, REQUEST);

		assertThat(booked.begins()).isEqualTo(ten);
		assertThat(booked.ends()).isEqualTo(ten.plus(Duration.ofMinutes(30)));
		assertThat(this.appointments.find(SAM, booked.reference())).contains(booked);
		assertThat(this.appointments.about(SAM, REQUEST)).contains(booked);
		assertThat(this.appointments.of(SAM)).containsExactly(booked);
		assertThat(this.appointments.on(TIDEWIRE, SHA_TIN, TODAY.plusDays(1))).containsExactly(booked);
		assertThat(this.appointments.on(TIDEWIRE, SHA_TIN, TODAY)).isEmpty();
		assertThat(this.appointments.free(TIDEWIRE, SHA_TIN, TODAY.plusDays(1))).hasSize(13);
		assertThat(this.events).containsExactly(new VisitEvent.Booked(booked.reference(), SAM, TIDEWIRE, SHA_TIN, ten,
				0, Actor.customer(SAM), MovingClock.START));
	}

	@Test
	void nobodySeesOrChangesWhatIsSomebodyElses() {
		Appointment sams = booked(SAM, CENTRAL, on(TODAY, "15:00"), REQUEST);

		assertThat(this.appointments.find(ANNA, sams.reference())).isEmpty();
		assertThat(this.appointments.about(ANNA, REQUEST)).isEmpty();
		assertThat(this.appointments.of(ANNA)).isEmpty();
		assertThat(this.appointments.cancel(ANNA, sams.reference())).isFalse();
		assertThat(this.appointments.move(ANNA, sams.reference(), CENTRAL, on(TODAY, "16:00")))
			.isEqualTo(new VisitAnswer.Gone());
		assertThat(this.appointments.find(SAM, sams.reference())).contains(sams);
	}

	@Test
	void threePeopleComeAtOnceWhereThereAreThreePlaces() {
		Instant three = on(TODAY, "15:00");
		for (int left = 3; left > 0; left--) {
			assertThat(slot(CENTRAL, three).left()).isEqualTo(left);
			booked(somebody(left), CENTRAL, three, REQUEST);
		}

		assertThat(slot(CENTRAL, three).left()).isZero();
		assertThat(this.appointments.book(SAM, TIDEWIRE, CENTRAL, three, Service.VISIT, REQUEST))
			.isInstanceOfSatisfying(VisitAnswer.Taken.class,
					taken -> assertThat(taken.nearest()).extracting(Slot::begins)
						.containsExactly(on(TODAY, "14:00"), on(TODAY, "14:20"), on(TODAY, "14:40"), on(TODAY, "15:20"),
								on(TODAY, "15:40"), on(TODAY, "16:00")));
	}

	@ParameterizedTest
	@CsvSource({ "central, 0, 13:20, Past", "central, 0, 13:40, Booked", "central, 0, 13:50, NotOpen",
			"central, 0, 19:40, Booked", "central, 0, 20:00, NotOpen", "central, -1, 15:00, Past",
			"central, 5, 15:00, NotOpen", "sha-tin, 6, 15:00, NotOpen", "sha-tin, 29, 15:00, Booked",
			"sha-tin, 30, 15:00, NotOpen", "atlantis, 0, 15:00, NotOpen" })
	void onlyWhatIsOfferedIsBooked(String store, int days, String time, String answer) {
		assertThat(this.appointments.book(SAM, TIDEWIRE, store, on(TODAY.plusDays(days), time), Service.VISIT, REQUEST))
			.extracting(given -> given.getClass().getSimpleName())
			.isEqualTo(answer);
	}

	@Test
	void aShopThatDoesNotDoItIsNotBooked() {
		assertThat(this.appointments.book(SAM, TIDEWIRE, SHA_TIN, on(TODAY, "15:00"), Service.CARD, REQUEST))
			.isEqualTo(new VisitAnswer.NotOpen());
		assertThat(this.appointments.book(SAM, TIDEWIRE, SHA_TIN, on(TODAY, "15:00"), Service.PICKUP, REQUEST))
			.isInstanceOf(VisitAnswer.Booked.class);
	}

	@Test
	void daysAreThoseOnWhichTheShopIsOpenAndTodayBeginsNow() {
		List<OpenDay> days = this.appointments.days(TIDEWIRE, SHA_TIN, TODAY.minusDays(9));

		assertThat(days.getFirst().day()).isEqualTo(TODAY);
		assertThat(days.getFirst().slots().getFirst().begins()).isEqualTo(on(TODAY, "14:00"));
		assertThat(days).extracting(OpenDay::day)
			.doesNotContain(LocalDate.of(2026, 8, 10))
			.contains(LocalDate.of(2026, 8, 9))
			.endsWith(TODAY.plusDays(29));
		assertThat(this.appointments.days(TIDEWIRE, SHA_TIN, TODAY.plusDays(30))).isEmpty();
		assertThat(this.appointments.days(TIDEWIRE, "atlantis", TODAY)).isEmpty();
	}

	@Test
	void ofOneSubjectThereIsOneThatIsToCome() {
		Appointment first = booked(SAM, CENTRAL, on(TODAY, "15:00"), REQUEST);

		assertThat(this.appointments.book(SAM, TIDEWIRE, CENTRAL, on(TODAY, "16:00"), Service.VISIT, REQUEST))
			.isEqualTo(new VisitAnswer.AlreadyBooked(first));
		assertThat(booked(ANNA, CENTRAL, on(TODAY, "16:00"), "VISIT").owner()).isEqualTo(ANNA);
		assertThat(booked(SAM, CENTRAL, on(TODAY, "16:00"), "VISIT").owner()).isEqualTo(SAM);
	}

	@Test
	void nobodyHoldsMoreThanThreePlaces() {
		for (int i = 0; i < Appointments.MOST; i++) {
			booked(SAM, CENTRAL, on(TODAY, "15:00"), "subject " + i);
		}
		assertThat(this.appointments.book(SAM, TIDEWIRE, CENTRAL, on(TODAY, "16:00"), Service.VISIT, REQUEST))
			.isEqualTo(new VisitAnswer.TooMany());
	}

	@Test
	void afterItsTimeTheNextMayBeBooked() {
		booked(SAM, CENTRAL, on(TODAY, "15:00"), REQUEST);
		this.clock.move(Duration.ofHours(2));

		assertThat(this.appointments.about(SAM, REQUEST)).isEmpty();
		booked(SAM, CENTRAL, on(TODAY, "16:00"), REQUEST);
		assertThat(this.appointments.of(SAM)).extracting(Appointment::state).containsExactly(State.BOOKED, State.OVER);
	}

	@Test
	void movingGivesTheOldPlaceBackAndKeepsTheReference() {
		Instant three = on(TODAY, "15:00");
		Instant four = on(TODAY, "16:00");
		Appointment first = booked(SAM, SHA_TIN, three, REQUEST);

		VisitAnswer answer = this.appointments.move(SAM, first.reference(), SHA_TIN, four);

		assertThat(answer).isInstanceOfSatisfying(VisitAnswer.Booked.class, moved -> {
			assertThat(moved.appointment().reference()).isEqualTo(first.reference());
			assertThat(moved.appointment().revision()).isEqualTo(1);
			assertThat(this.appointments.find(SAM, first.reference())).contains(moved.appointment());
		});
		assertThat(slot(SHA_TIN, three).left()).isEqualTo(1);
		assertThat(slot(SHA_TIN, four).left()).isZero();
		assertThat(this.events.getLast()).isInstanceOf(VisitEvent.Moved.class);
		assertThat(this.appointments.move(SAM, first.reference(), SHA_TIN, four)).as("a double click changes nothing")
			.isEqualTo(answer);
		assertThat(this.events).hasSize(2);
	}

	@Test
	void whoMovesToATimeThatIsGoneKeepsTheOldOne() {
		Instant three = on(TODAY, "15:00");
		Instant four = on(TODAY, "16:00");
		Appointment sams = booked(SAM, SHA_TIN, three, REQUEST);
		booked(ANNA, SHA_TIN, four, REQUEST);

		assertThat(this.appointments.move(SAM, sams.reference(), SHA_TIN, four)).isInstanceOf(VisitAnswer.Taken.class);
		assertThat(this.appointments.move(SAM, sams.reference(), SHA_TIN, on(TODAY, "13:00")))
			.isEqualTo(new VisitAnswer.Past());
		assertThat(this.appointments.move(SAM, sams.reference(), "atlantis", four))
			.isEqualTo(new VisitAnswer.NotOpen());
		assertThat(this.appointments.find(SAM, sams.reference())).contains(sams);
		assertThat(slot(SHA_TIN, three).left()).isZero();
	}

	@Test
	void itMovesToAnotherShopToo() {
		Appointment first = booked(SAM, SHA_TIN, on(TODAY, "15:00"), REQUEST);
		assertThat(this.appointments.move(SAM, first.reference(), CENTRAL, on(TODAY, "15:00")))
			.isInstanceOf(VisitAnswer.Booked.class);
		assertThat(this.appointments.on(TIDEWIRE, CENTRAL, TODAY)).hasSize(1);
		assertThat(this.appointments.on(TIDEWIRE, SHA_TIN, TODAY)).isEmpty();
	}

	@Test
	void cancellingGivesThePlaceBackOnce() {
		Instant three = on(TODAY, "15:00");
		Appointment sams = booked(SAM, SHA_TIN, three, REQUEST);

		assertThat(this.appointments.cancel(SAM, sams.reference())).isTrue();
		assertThat(this.appointments.cancel(SAM, sams.reference())).isFalse();

		assertThat(slot(SHA_TIN, three).left()).isEqualTo(1);
		assertThat(this.appointments.on(TIDEWIRE, SHA_TIN, TODAY)).isEmpty();
		assertThat(this.appointments.find(SAM, sams.reference())).map(Appointment::state).contains(State.CANCELLED);
		assertThat(this.appointments.find(SAM, sams.reference())).map(Appointment::revision).contains(1);
		assertThat(this.appointments.move(SAM, sams.reference(), SHA_TIN, on(TODAY, "16:00")))
			.isEqualTo(new VisitAnswer.Gone());
		assertThat(this.events).hasSize(2).last().isInstanceOf(VisitEvent.Cancelled.class);
		booked(ANNA, SHA_TIN, three, REQUEST);
		booked(SAM, SHA_TIN, on(TODAY, "16:00"), REQUEST);
	}

	@Test
	void whatHasBegunIsNeitherMovedNorCancelled() {
		Appointment sams = booked(SAM, SHA_TIN, on(TODAY, "14:00"), REQUEST);
		this.clock.move(Duration.ofMinutes(29));

		assertThat(this.appointments.cancel(SAM, sams.reference())).isFalse();
		assertThat(this.appointments.move(SAM, sams.reference(), SHA_TIN, on(TODAY, "16:00")))
			.isEqualTo(new VisitAnswer.Gone());
	}

	@Test
	void theShopNotesWhoCameAndMayCorrectIt() {
		Appointment today = booked(SAM, SHA_TIN, on(TODAY, "14:00"), REQUEST);
		Appointment tomorrow = booked(ANNA, SHA_TIN, on(TODAY.plusDays(1), "14:00"), REQUEST);

		assertThat(this.appointments.noShow(today.reference(), "mei")).as("it has not begun").isFalse();
		assertThat(this.appointments.arrived(tomorrow.reference(), "mei")).as("it is not today").isFalse();
		this.clock.move(Duration.ofMinutes(30));
		assertThat(this.appointments.noShow(today.reference(), "mei")).isTrue();
		assertThat(this.appointments.arrived(today.reference(), "mei")).isTrue();
		assertThat(this.appointments.arrived(today.reference(), "mei")).isFalse();

		assertThat(this.appointments.on(TIDEWIRE, SHA_TIN, TODAY)).extracting(Appointment::state)
			.containsExactly(State.ARRIVED);
		assertThat(this.events.getLast()).isEqualTo(new VisitEvent.Arrived(today.reference(), SAM, TIDEWIRE, SHA_TIN,
				today.begins(), 0, Actor.staff("mei"), this.clock.instant()));
		this.appointments.cancel(ANNA, tomorrow.reference());
		this.clock.move(Duration.ofDays(1));
		assertThat(this.appointments.arrived(tomorrow.reference(), "mei")).as("cancelled").isFalse();
	}

	@Test
	void theOwnerIsRemindedADayAndTwoHoursBefore() {
		Appointment sams = booked(SAM, SHA_TIN, on(TODAY.plusDays(3), "15:00"), REQUEST);

		assertThat(remindersIn(Duration.ofHours(49))).isZero();
		assertThat(remindersIn(Duration.ofMinutes(30))).as("23 h 59 min before").isEqualTo(1);
		assertThat(remindersIn(Duration.ofHours(20))).isZero();
		assertThat(remindersIn(Duration.ofHours(2))).as("two hours before").isEqualTo(1);
		assertThat(remindersIn(Duration.ofHours(5))).isZero();
		assertThat(this.events.get(1)).isInstanceOfSatisfying(VisitEvent.Reminded.class,
				reminder -> assertThat(reminder.reference()).isEqualTo(sams.reference()));
	}

	@Test
	void nobodyIsRemindedOfWhatTheyHaveJustDoneOrTakenBackOrOfThePast() {
		booked(SAM, SHA_TIN, on(TODAY, "16:00"), "just booked");
		Appointment cancelled = booked(SAM, SHA_TIN, on(TODAY.plusDays(3), "15:00"), "cancelled");
		this.appointments.cancel(SAM, cancelled.reference());
		booked(ANNA, SHA_TIN, on(TODAY.plusDays(2), "15:00"), "asleep");

		assertThat(remindersIn(Duration.ofHours(2))).isZero();
		assertThat(remindersIn(Duration.ofDays(7))).as("no job ran for a week").isZero();
	}

	@Test
	void aMovedOneIsRemindedOfAtItsNewTime() {
		Appointment sams = booked(SAM, SHA_TIN, on(TODAY.plusDays(2), "15:00"), REQUEST);
		this.appointments.move(SAM, sams.reference(), SHA_TIN, on(TODAY.plusDays(4), "15:00"));

		assertThat(remindersIn(Duration.ofHours(30))).isZero();
		assertThat(remindersIn(Duration.ofHours(46))).isEqualTo(1);
		assertThat(this.events.getLast()).isInstanceOfSatisfying(VisitEvent.Reminded.class,
				reminder -> assertThat(reminder.revision()).isEqualTo(1));
	}

	@Test
	void oldOnesAreForgottenUnlessAHoldLiesOnTheCustomer() {
		booked(SAM, SHA_TIN, on(TODAY, "15:00"), REQUEST);
		booked(ANNA, SHA_TIN, on(TODAY, "16:00"), REQUEST);
		this.held.add(ANNA);
		this.clock.move(Duration.ofDays(30));
		this.appointments.forget();
		assertThat(this.appointments.of(SAM)).hasSize(1);

		this.clock.move(Duration.ofDays(1));
		this.appointments.forget();
		assertThat(this.appointments.of(SAM)).isEmpty();
		assertThat(this.appointments.of(ANNA)).extracting(Appointment::state).containsExactly(State.OVER);
	}

	@Test
	void aCustomerIsToldEverythingAndErasingGivesThePlaceBack() {
		Instant three = on(TODAY, "15:00");
		Appointment sams = booked(SAM, SHA_TIN, three, REQUEST);
		this.clock.move(Duration.ofMinutes(1));
		Instant ordered = this.clock.instant();
		this.clock.move(Duration.ofMinutes(1));
		Appointment later = booked(SAM, CENTRAL, on(TODAY, "16:00"), "later");

		assertThat(this.appointments.export(SAM, Actor.RESIM).entries()).hasSize(2)
			.last()
			.satisfies(entry -> assertThat(entry.facts()).containsEntry("reference", sams.reference().reference())
				.containsEntry("shop", SHA_TIN)
				.containsEntry("begins", three.toString()));
		assertThat(this.appointments.subjects(SAM)).containsExactlyInAnyOrder(sams.reference().reference(),
				later.reference().reference());

		this.appointments.erase(SAM, Actor.RESIM, ordered);
		this.appointments.erase(SAM, Actor.RESIM, ordered);

		assertThat(this.appointments.of(SAM)).containsExactly(later);
		assertThat(slot(SHA_TIN, three).left()).isEqualTo(1);
		assertThat(this.events).filteredOn(VisitEvent.Cancelled.class::isInstance).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "sha-tin, 1", "central, 3" })
	void howeverManyComeAtOnceNobodyGetsAPlaceThatSomebodyElseHas(String store, int places) throws Exception {
		List<Slot> slots = this.appointments.free(TIDEWIRE, store, TODAY.plusDays(1));
		for (int round = 0; round < 8; round++) {
			Instant begins = slots.get(round).begins();
			int current = round;
			List<VisitAnswer> answers = atOnce(IntStream.range(0, 16)
				.<Callable<VisitAnswer>>mapToObj(each -> () -> this.appointments.book(somebody(current * 100 + each),
						TIDEWIRE, store, begins, Service.VISIT, REQUEST))
				.toList());

			assertThat(answers).filteredOn(VisitAnswer.Booked.class::isInstance).hasSize(places);
			assertThat(answers).filteredOn(VisitAnswer.Taken.class::isInstance).hasSize(16 - places);
			assertThat(placesOf(store, begins)).doesNotHaveDuplicates().hasSize(places);
		}
	}

	@Test
	void thoseWhoMoveAndThoseWhoBookGetDifferentPlaces() throws Exception {
		for (int round = 0; round < 6; round++) {
			LocalDate day = TODAY.plusDays(1);
			Instant wanted = on(day, "17:00").plus(Duration.ofMinutes(30L * round - 120));
			Instant before = on(TODAY.plusDays(2), "12:00").plus(Duration.ofMinutes(30L * round));
			int current = round;
			SubscriberId mover = somebody(1000 + round);
			Appointment old = booked(mover, SHA_TIN, before, REQUEST);
			List<Callable<VisitAnswer>> deeds = new ArrayList<>();
			deeds.add(() -> this.appointments.move(mover, old.reference(), SHA_TIN, wanted));
			deeds.add(() -> this.appointments.move(mover, old.reference(), SHA_TIN, wanted));
			for (int each = 0; each < 6; each++) {
				SubscriberId other = somebody(2000 + current * 10 + each);
				deeds.add(() -> this.appointments.book(other, TIDEWIRE, SHA_TIN, wanted, Service.VISIT, REQUEST));
			}
			atOnce(deeds);

			assertThat(placesOf(SHA_TIN, wanted)).hasSize(1);
			assertThat(this.appointments.of(mover)).singleElement()
				.satisfies(mine -> assertThat(placesOf(SHA_TIN, mine.begins())).hasSize(1));
		}
	}

	@Test
	void pressedInManyTabsItIsBookedOnce() throws Exception {
		List<Instant> times = this.appointments.free(TIDEWIRE, CENTRAL, TODAY.plusDays(1))
			.stream()
			.map(Slot::begins)
			.limit(8)
			.toList();
		List<VisitAnswer> answers = atOnce(times.stream()
			.<Callable<VisitAnswer>>map(
					at -> () -> this.appointments.book(SAM, TIDEWIRE, CENTRAL, at, Service.VISIT, REQUEST))
			.toList());

		assertThat(answers).filteredOn(VisitAnswer.Booked.class::isInstance).hasSize(1);
		assertThat(answers).filteredOn(VisitAnswer.AlreadyBooked.class::isInstance).hasSize(7);
		assertThat(this.appointments.of(SAM)).hasSize(1);
	}

	private List<VisitAnswer> atOnce(List<Callable<VisitAnswer>> deeds) throws Exception {
		var gate = new CyclicBarrier(deeds.size());
		try (var people = Executors.newFixedThreadPool(deeds.size())) {
			List<Future<VisitAnswer>> running = deeds.stream().map(deed -> people.submit(() -> {
				gate.await();
				return deed.call();
			})).toList();
			var answers = new ArrayList<VisitAnswer>();
			for (Future<VisitAnswer> each : running) {
				answers.add(each.get());
			}
			return answers;
		}
	}

	private List<Integer> placesOf(String store, Instant begins) {
		return JdbcClient.create(this.database)
			.sql("SELECT place FROM shop_visit WHERE store = ? AND begins_at = ? AND place IS NOT NULL")
			.params(store, begins.atOffset(ZoneOffset.UTC))
			.query(Integer.class)
			.list();
	}

	private Appointment booked(SubscriberId owner, String store, Instant at, String subject) {
		VisitAnswer answer = this.appointments.book(owner, TIDEWIRE, store, at, Service.VISIT, subject);
		assertThat(answer).isInstanceOf(VisitAnswer.Booked.class);
		return ((VisitAnswer.Booked) answer).appointment();
	}

	private Slot slot(String store, Instant begins) {
		return this.appointments.days(TIDEWIRE, store, TODAY)
			.stream()
			.flatMap(day -> day.slots().stream())
			.filter(slot -> slot.begins().equals(begins))
			.findFirst()
			.orElseThrow();
	}

	private long remindersIn(Duration on) {
		long before = reminders().count();
		this.clock.move(on);
		this.appointments.remind();
		this.appointments.remind();
		return reminders().count() - before;
	}

	private Stream<Object> reminders() {
		return this.events.stream().filter(VisitEvent.Reminded.class::isInstance);
	}

	private static SubscriberId somebody(int number) {
		return new SubscriberId("somebody-" + number);
	}

	private static Instant on(LocalDate day, String time) {
		return day.atTime(LocalTime.parse(time)).atZone(HONG_KONG).toInstant();
	}

}
