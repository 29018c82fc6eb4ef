package app.resim.ui.backoffice;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;

import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Reason;
import app.resim.catalogue.Store.Service;
import app.resim.kernel.BrandId;
import app.resim.request.RequestReference;
import app.resim.ui.Link;
import app.resim.ui.Seats;
import app.resim.visit.Appointment;
import app.resim.visit.Appointment.State;
import app.resim.visit.Appointments;
import app.resim.visit.ShopFloor;
import app.resim.visit.Slot;
import app.resim.visit.VisitAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The people in a shop see who comes, and note who came.
 */
class ShopPageTest extends AtTheDesk {

	private static final BrandId TIDEWIRE = new BrandId("tidewire");

	@Autowired
	private Appointments appointments;

	@Autowired
	private ShopFloor floor;

	@BeforeEach
	void aClerk() {
		this.database.sql("DELETE FROM shop_visit").update();
		this.database.sql("DELETE FROM shop_queue").update();
		this.database.sql("DELETE FROM shop_desk").update();
		as(Seats.staff("mei", Role.CLERK));
	}

	@Test
	void theShopIsChosenOnceAndRemembered() {
		navigate(ShopPage.class);
		assertThat(page()).contains("In which store do you work?", "Tidewire Sha Tin", "Invented store");
		submit(Map.of("shop", ""));
		assertThat(page()).contains("Choose the store in which you work");

		submit(Map.of("shop", "tidewire-sha-tin"));
		assertThat(page()).contains("Kiosk 5", "Nobody is booked.").doesNotContain("In which store");

		navigate(ShopPage.class);
		assertThat(page()).contains("Kiosk 5");
		press("other-shop");
		assertThat(page()).contains("In which store do you work?");
	}

	@Test
	void aClerkSeesTimePurposeAndMaskedNameAndNoCase() {
		RequestReference request = this.cases.sent(Cases.SAM, Reason.LOST);
		Appointment booked = booked(request.reference());
		atShaTin();

		assertThat(page())
			.contains("14:00 – 14:30", "Show your document", "•••", booked.reference().reference(), request.reference())
			.doesNotContain("5550 0142", "sam.demo");
		assertThat(find(Link.class).all()).noneMatch(link -> link.getElement().getAttribute("href").contains("cases"));
	}

	@Test
	void aReviewerFindsTheCase() {
		RequestReference request = this.cases.sent(Cases.SAM, Reason.LOST);
		booked(request.reference());
		as(Seats.staff("kay", Role.REVIEWER));
		atShaTin("kay");

		assertThat(find(Link.class).all())
			.anyMatch(link -> ("/staff/cases/" + request).equals(link.getElement().getAttribute("href")));
	}

	@Test
	void whoCameIsNotedAndMayBeCorrected() {
		Appointment booked = booked("VISIT");
		atShaTin();
		assertThat(shows("missed-" + booked.reference())).as("it has not begun").isFalse();
		this.clock.move(Duration.ofMinutes(30));
		navigate(ShopPage.class);

		press("missed-" + booked.reference());
		assertThat(state(booked)).isEqualTo(State.MISSED);
		press("arrived-" + booked.reference());
		assertThat(state(booked)).isEqualTo(State.ARRIVED);
		assertThat(shows("arrived-" + booked.reference())).isFalse();
	}

	@Test
	void whatWasCancelledMeanwhileIsSaid() {
		Appointment booked = booked("VISIT");
		atShaTin();
		this.appointments.cancel(Cases.SAM, booked.reference());
		press("arrived-" + booked.reference());
		assertThat(page()).contains("could not be noted", "Nobody is booked.");
	}

	@Test
	void thePeopleWhoWaitAreCounted() {
		atShaTin();
		assertThat(page()).contains("Not counted in the last while");
		press("more");
		press("more");
		press("fewer");
		assertThat(page()).contains("1 person waits, counted at 13:31");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cleo", "ada", "fay", "nobody" })
	void behindThePageTheServicesRefuseToo(String name) {
		Appointment booked = booked("VISIT");
		this.clock.move(Duration.ofMinutes(30));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.appointments.arrived(booked.reference(), name));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.appointments.noShow(booked.reference(), name));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> this.floor.count(TIDEWIRE, "sha-tin", 1, name));
		assertThat(state(booked)).isEqualTo(State.BOOKED);
	}

	private void atShaTin() {
		atShaTin("mei");
	}

	private void atShaTin(String name) {
		this.floor.choose(name, new ShopFloor.Desk(TIDEWIRE, "sha-tin"));
		navigate(ShopPage.class);
	}

	/** The next one today: at 14:00. */
	private Appointment booked(String subject) {
		Slot next = this.appointments.days(TIDEWIRE, "sha-tin", LocalDate.EPOCH).getFirst().slots().getFirst();
		VisitAnswer answer = this.appointments.book(Cases.SAM, TIDEWIRE, "sha-tin", next.begins(), Service.VISIT,
				subject);
		assertThat(answer).isInstanceOf(VisitAnswer.Booked.class);
		return ((VisitAnswer.Booked) answer).appointment();
	}

	private State state(Appointment booked) {
		return this.appointments.find(Cases.SAM, booked.reference()).orElseThrow().state();
	}

}
