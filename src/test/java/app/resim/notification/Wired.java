package app.resim.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.kernel.LockedLines;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Tag;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * Account, notification and audit as they are wired in the portal, on a database in
 * memory, with the real registry of events. Requests stand still, so that a test says
 * what happens to them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("module")
@ImportAutoConfiguration
@SpringBootTest(classes = Wired.Parts.class, webEnvironment = WebEnvironment.NONE,
		properties = { "resim.data=target/wired", "resim.public-url=https://esim.example.com" })
@interface Wired {

	/**
	 * The parts. No {@code @Configuration}, or every start of the portal would find it.
	 */
	@ComponentScan(
			basePackages = { "app.resim.account", "app.resim.notification", "app.resim.audit", "app.resim.keys",
					"app.resim.limits", "app.resim.counterpart" },
			excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE,
					classes = { RequestNotices.class, NoticesOfACustomer.class, EveryWay.class, FactorNotices.class,
							LockNotices.class, VisitNotices.class, MailedNumberLetter.class }))
	class Parts {

		@Bean
		DataSource database() {
			return FreshDatabase.h2();
		}

		@Bean
		MovingClock clock() {
			return new MovingClock();
		}

		@Bean
		SimpleMeterRegistry meters() {
			return new SimpleMeterRegistry();
		}

		@Bean
		ObservationRegistry observations() {
			return ObservationRegistry.NOOP;
		}

		@Bean
		LockedLines noLockedLines() {
			return customer -> 0;
		}

		@Bean
		RandomGenerator chance() {
			return new SecureRandom();
		}

		@Bean
		Outside outside() {
			return new Outside(new Gateways.Mail(), new Gateways.Sms());
		}

		@Bean
		RequestNotices requestNotices(Composer composer, NoticeLog log, Delivery delivery, Outside outside) {
			return new RequestNotices(id -> Optional.of(Sam.reading("en")), reference -> Sam.facts(), reference -> {
			}, composer, log, delivery, outside.mail(), outside.sms());
		}

	}

	/**
	 * Where the notices about requests go; everything else goes to the catcher.
	 *
	 * @param mail the mail server
	 * @param sms the short message centre
	 */
	record Outside(Gateways.Mail mail, Gateways.Sms sms) {
	}

}
