package app.resim.ui.customer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import app.resim.catalogue.Reason;
import app.resim.catalogue.Store.Service;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;
import app.resim.request.RequestReference;
import app.resim.request.Reviews;
import app.resim.ui.Hand;
import app.resim.visit.Appointment;
import app.resim.visit.Appointment.State;
import app.resim.visit.Appointments;
import app.resim.visit.OpenDay;
import app.resim.visit.Slot;
import app.resim.visit.VisitAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A customer books, moves and cancels appointments in stores.
 */
class AppointmentPagesTest extends CustomerPages {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	@Autowired
	private Appointments appointments;

	@Autowired
	private Reviews reviews;

	@BeforeEach
	void onATuesday() {
		this.clock.moveToTuesday();
		signIn(SAM);
	}

	@Test
	void storeDayTimeAndCheckThenItIsBooked() {
		assertThat(open("/visits").reads()).contains("You have no appointment.");
		assertThat(here().leads("book-visit")).isEqualTo("/visits/new");
		choose(open("/visits/new"), "purpose", "visit");
		assertThat(address()).isEqualTo("/visits/new?for=visit");
		assertThat(title()).startsWith("Which store?");
		assertThat(here().reads()).contains("Tidewire Central", "Next free time: at 14:00 today.");
		choose(here(), "store", "sha-tin");
		assertThat(title()).startsWith("Which day?");
		assertThat(here().reads()).contains("Today, Tuesday", "Tomorrow, Wednesday", "10 times are free");
		OpenDay day = days().get(1);
		choose(here(), "day", day.day().toString());
		Slot slot = day.free().get(3);
		choose(here(), "time", minutes(slot));
		assertThat(title()).startsWith("Check, then book");
		assertThat(here().reads()).contains("Kiosk 5", "13:30", "What to bring", "identity document");

		here().press("book");

		Appointment booked = this.appointments.of(SAM).getFirst();
		assertThat(booked.begins()).isEqualTo(slot.begins());
		assertThat(booked.subject()).isEqualTo("VISIT");
		assertThat(address()).startsWith("/visits/" + booked.reference());
		assertThat(here().reads()).contains("Your appointment is booked", booked.reference().reference());
		assertThat(here().sees("calendar")).isTrue();
		assertThat(open("/visits").leads("visit-" + booked.reference())).isEqualTo("/visits/" + booked.reference());
	}

	@Test
	void eachQuestionWantsAnAnswerAndTheBrowsersWayBackKeepsTheRest() {
		Hand hand = open("/visits/new?for=visit");
		hand.submit();
		assertThat(here().errorAt("store")).isEqualTo("Error: Choose a store");
		choose(here(), "store", "sha-tin");
		here().submit();
		assertThat(here().errorAt("day")).contains("Choose a day");
		choose(here(), "day", days().getFirst().day().toString());
		here().submit();
		assertThat(here().errorAt("time")).contains("Choose a time");
		assertThat(here().leads("back")).isEqualTo("/visits/new?for=visit&store=sha-tin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/visits/new?for=visit&store=atlantis", "/visits/new?for=card&store=sha-tin",
			"/visits/new?for=visit&store=sha-tin%00&day=x&at=y", "/visits/new?for=visit&store=<script>" })
	void aStoreThatIsNoneIsAskedForAgain(String href) {
		open(href);
		assertThat(title()).startsWith("Which store?");
	}

	@ParameterizedTest
	@ValueSource(strings = { "day=2020-01-01", "day=2199-01-01", "day=tomorrow", "at=5", "from=2020-01-01" })
	void aDayThatIsNoneIsAskedForAgain(String rest) {
		open("/visits/new?for=visit&store=sha-tin&" + rest);
		assertThat(title()).startsWith("Which day?");
	}

	@Test
	void laterDaysAreOnTheNextPage() {
		open("/visits/new?for=visit&store=sha-tin&from=" + days().get(7).day());
		assertThat(here().reads()).doesNotContain("Today,");
		open("/visits/new?for=visit&store=sha-tin&from=2199-01-01");
		assertThat(here().reads()).contains("All times of the next weeks are taken");
	}

	@Test
	void whenTheTimeIsJustGoneTheChoicesStayAndTheNearestAreOffered() {
		Slot slot = days().get(1).free().get(3);
		open(check(slot));
		booked(ANNA, slot, "VISIT");

		here().press("book");

		assertThat(here().reads()).contains("That time has just been taken", "free in Tidewire Sha Tin");
		Slot next = days().get(1).free().get(3);
		choose(here(), "time", minutes(next));
		assertThat(title()).startsWith("Check, then book");
		here().press("book");
		assertThat(this.appointments.of(SAM)).extracting(Appointment::begins).containsExactly(next.begins());
	}

	@Test
	void anOldAddressOfATimeThatIsGoneOffersTheNearest() {
		Slot slot = days().get(1).free().get(3);
		booked(ANNA, slot, "VISIT");
		assertThat(open(check(slot)).reads()).contains("That time has just been taken");
	}

	@Test
	void aRequestThatWaitsAtTheStoreLeadsToAnAppointmentAndShowsIt() {
		RequestReference request = atStore();
		Hand status = open("/requests/" + request);
		assertThat(status.leads("book-visit")).isEqualTo("/visits/new?for=visit&about=" + request);

		open(status.leads("book-visit"));
		assertThat(title()).startsWith("Which store?");
		assertThat(here().leads("back")).isEqualTo("/requests/" + request);
		choose(here(), "store", "sha-tin");
		choose(here(), "day", days().get(1).day().toString());
		choose(here(), "time", minutes(days().get(1).free().getFirst()));
		assertThat(here().reads()).contains(request.reference());
		here().press("book");

		Appointment booked = this.appointments.about(SAM, request.reference()).orElseThrow();
		assertThat(booked.purpose()).isEqualTo(Service.VISIT);
		assertThat(open("/requests/" + request).leads("visit")).isEqualTo("/visits/" + booked.reference());
		assertThat(here().reads("store")).contains("You are expected", "Tidewire Sha Tin");
		open("/visits/new?about=" + request);
		assertThat(address()).startsWith("/visits/" + booked.reference());
		assertThat(here().reads()).contains("You have an appointment for this already");
	}

	@Test
	void somebodyElsesRequestIsAsUnknownAsNone() {
		RequestReference request = atStore();
		signIn(ANNA);
		String stranger = open("/visits/new?about=" + request).reads();
		assertThat(stranger).contains("We do not know this request");
		assertThat(open("/visits/new?about=RS-0000-0000").reads()).isEqualTo(stranger);
		assertThat(open("/visits/new?about=nonsense").reads()).isEqualTo(stranger);
	}

	@Test
	void itIsMovedAndKeepsItsReference() {
		Appointment booked = booked(SAM, days().get(1).free().get(3), "VISIT");
		Hand hand = open("/visits/" + booked.reference());
		assertThat(hand.leads("move")).isEqualTo("/visits/" + booked.reference() + "/move");
		Slot other = days().get(2).free().getFirst();

		open(hand.leads("move"));
		choose(here(), "store", "sha-tin");
		choose(here(), "day", days().get(2).day().toString());
		choose(here(), "time", minutes(other));
		assertThat(title()).startsWith("Check, then move");
		here().press("book");

		assertThat(here().reads()).contains("Your appointment is moved", booked.reference().reference());
		assertThat(this.appointments.of(SAM)).singleElement()
			.satisfies(moved -> assertThat(moved.begins()).isEqualTo(other.begins()));
	}

	@Test
	void itIsCancelledAfterOneQuestion() {
		Appointment booked = booked(SAM, days().get(1).free().get(3), "VISIT");
		open("/visits/" + booked.reference() + "/cancel").press("cancel-yes");

		assertThat(here().reads()).contains("This appointment is cancelled");
		assertThat(here().sees("calendar")).isFalse();
		assertThat(this.appointments.find(SAM, booked.reference())).map(Appointment::state).contains(State.CANCELLED);
		assertThat(open("/visits").reads()).contains("Earlier ones");
		open("/visits/" + booked.reference() + "/move");
		assertThat(address()).isEqualTo("/visits/" + booked.reference());
	}

	@Test
	void whatHasBegunIsNotCancelledFromAnOldPage() {
		Slot slot = days().getFirst().free().getFirst();
		Appointment booked = booked(SAM, slot, "VISIT");
		open("/visits/" + booked.reference() + "/cancel");
		this.clock.move(Duration.between(this.clock.instant(), slot.begins()));
		here().press("cancel-yes");
		assertThat(here().reads()).contains("It was too late to cancel");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/move", "/cancel" })
	void somebodyElsesAppointmentLooksLikeNone(String rest) {
		Appointment sams = booked(SAM, days().get(1).free().get(3), "VISIT");
		signIn(ANNA);
		String stranger = open("/visits/" + sams.reference() + rest).reads();
		assertThat(stranger).contains("There is no such page").doesNotContain(sams.reference().reference());
		assertThat(open("/visits/SV-0000-0000" + rest).reads()).isEqualTo(stranger);
		assertThat(open("/visits/nonsense" + rest).reads()).isEqualTo(stranger);
	}

	@Test
	void whoHoldsThreePlacesIsLedToThem() {
		IntStream.range(0, Appointments.MOST)
			.forEach(each -> booked(SAM, days().get(2).free().getFirst(), "subject-" + each));
		open(check(days().get(1).free().get(3))).press("book");
		assertThat(here().reads()).contains("You have 3 appointments already");
		assertThat(here().leads("mine")).isEqualTo("/visits");
	}

	private RequestReference atStore() {
		RequestReference reference = answered(Reason.LOST);
		this.requests.submit(reference, proof());
		assertThat(this.reviews.claim(reference, "kay")).isTrue();
		assertThat(this.reviews.handOver(reference, "kay", "Bring it.")).isEqualTo(Reviews.Decision.DONE);
		return reference;
	}

	private void choose(Hand hand, String question, String key) {
		hand.choose(question, key).submit();
	}

	private List<OpenDay> days() {
		return this.appointments.days(TIDEWIRE, "sha-tin", LocalDate.EPOCH);
	}

	private String check(Slot slot) {
		LocalDate day = days().stream()
			.filter(open -> open.slots().stream().anyMatch(each -> each.begins().equals(slot.begins())))
			.findFirst()
			.orElseThrow()
			.day();
		return "/visits/new?for=visit&store=sha-tin&day=" + day + "&at=" + minutes(slot);
	}

	private static String minutes(Slot slot) {
		return Long.toString(slot.begins().getEpochSecond() / 60);
	}

	private Appointment booked(SubscriberId who, Slot slot, String subject) {
		VisitAnswer answer = this.appointments.book(who, TIDEWIRE, "sha-tin", slot.begins(), Service.VISIT, subject);
		assertThat(answer).isInstanceOf(VisitAnswer.Booked.class);
		return ((VisitAnswer.Booked) answer).appointment();
	}

}
