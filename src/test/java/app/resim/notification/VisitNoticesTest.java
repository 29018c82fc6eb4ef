package app.resim.notification;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.Subscriber;
import app.resim.catalogue.Store.Service;
import app.resim.catalogue.Weights;
import app.resim.kernel.Actor;
import app.resim.visit.Appointment;
import app.resim.visit.Appointments;
import app.resim.visit.FreshAppointments;
import app.resim.visit.VisitAnswer;
import app.resim.visit.VisitEvent;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a customer is told about an appointment.
 */
class VisitNoticesTest {

	private static final DataSource DATABASE = FreshDatabase.h2();

	/** 15:00 in Hong Kong, tomorrow. */
	private static final Instant THREE = Instant.parse("2026-08-05T07:00:00Z");

	private final Gateways.Mail mail = new Gateways.Mail();

	private final List<Object> events = new ArrayList<>();

	private final MovingClock clock = new MovingClock();

	private Subscriber owner = Sam.reading("en");

	private final Appointments appointments = FreshAppointments.on(DATABASE, Weights.demoCatalogue(), this.clock,
			this.events, customer -> false);

	private final VisitNotices notices = new VisitNotices(id -> Optional.of(this.owner), brand -> Weights.demoBrand(),
			this.appointments, new Texts(), new Links(URI.create("https://esim.example.com")),
			new Delivery(new NoticeLog(JdbcClient.create(DATABASE), this.clock), ObservationRegistry.NOOP), this.mail);

	@BeforeEach
	void nothingWasToldYet() {
		JdbcClient.create(DATABASE).sql("DELETE FROM notice").update();
		JdbcClient.create(DATABASE).sql("DELETE FROM shop_visit").update();
	}

	@Test
	void whenWhereAndWhatToBringAreTold() {
		Appointment booked = booked(Service.VISIT);
		tellAll();

		assertThat(this.mail.taken).singleElement().satisfies(letter -> {
			assertThat(letter.to()).isEqualTo("sam.demo@example.com");
			assertThat(letter.subject()).isEqualTo("Your appointment: Wednesday 5 August at 15:00 (Hong Kong time)");
			assertThat(letter.text().lines()).contains("When: Wednesday 5 August at 15:00 (Hong Kong time)",
					"Where: Tidewire Sha Tin, Kiosk 5, Make-believe Arcade, Sha Tin",
					"Reference: " + booked.reference(), "https://esim.example.com/visits/" + booked.reference(),
					"https://esim.example.com/help/not-me");
			assertThat(letter.text()).contains("Bring your identity document", "invented for a demonstration");
		});
	}

	@ParameterizedTest
	@EnumSource(value = Service.class, names = { "VISIT", "PICKUP" })
	void whatToBringDependsOnWhatIsDone(Service purpose) {
		booked(purpose);
		tellAll();
		assertThat(this.mail.taken.getFirst().text().contains("the code that we sent you"))
			.isEqualTo(purpose == Service.PICKUP);
	}

	@Test
	void eachChangeIsToldOnceHoweverOftenItIsHandedOut() {
		Appointment booked = booked(Service.VISIT);
		tellAll();
		this.appointments.move(Sam.ID, booked.reference(), "sha-tin", THREE.plusSeconds(3600));
		tellAll();
		this.appointments.cancel(Sam.ID, booked.reference());
		tellAll();
		tellAll();

		assertThat(this.mail.taken).extracting(letter -> letter.subject().split(":", 2)[0])
			.containsExactly("Your appointment", "Your appointment is moved", "Your appointment is cancelled");
	}

	@Test
	void whatALaterChangeHasOvertakenIsNotTold() {
		Appointment booked = booked(Service.VISIT);
		this.appointments.move(Sam.ID, booked.reference(), "sha-tin", THREE.plusSeconds(3600));
		tellAll();

		assertThat(this.mail.taken).singleElement()
			.satisfies(letter -> assertThat(letter.subject()).startsWith("Your appointment is moved"));
	}

	@Test
	void bothRemindersGoOut() {
		Appointment booked = booked(Service.VISIT);
		tellAll();
		this.notices.on(reminder(booked, THREE.minusSeconds(86400)));
		this.notices.on(reminder(booked, THREE.minusSeconds(7200)));
		this.notices.on(reminder(booked, THREE.minusSeconds(7200)));

		assertThat(this.mail.taken).hasSize(3)
			.last()
			.satisfies(letter -> assertThat(letter.text()).startsWith("You have an appointment soon."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-Hant", "zh-Hans", "ru" })
	void nothingInItNamesThePersonOrTheLine(String language) {
		this.owner = Sam.reading(language);
		booked(Service.VISIT);
		tellAll();

		assertThat(this.mail.taken).singleElement().satisfies(letter -> {
			assertThat(letter.language()).isEqualTo(Locale.forLanguageTag(language));
			assertThat(letter.subject() + letter.text())
				.doesNotContain("Wong", "sam.demo", "5550 0142", "55500142", "c-1", "RS-7K4M")
				.contains("15:00");
		});
	}

	private Appointment booked(Service purpose) {
		VisitAnswer answer = this.appointments.book(Sam.ID, Sam.BRAND, "sha-tin", THREE, purpose, "RS-7K4M-29QD");
		assertThat(answer).isInstanceOf(VisitAnswer.Booked.class);
		return ((VisitAnswer.Booked) answer).appointment();
	}

	private void tellAll() {
		this.events.forEach(event -> this.notices.on((VisitEvent) event));
	}

	private static VisitEvent reminder(Appointment about, Instant at) {
		return new VisitEvent.Reminded(about.reference(), about.owner(), about.brand(), about.store(), about.begins(),
				about.revision(), Actor.RESIM, at);
	}

}
