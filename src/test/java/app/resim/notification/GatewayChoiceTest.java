package app.resim.notification;

import java.util.Random;
import java.util.random.RandomGenerator;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import app.resim.notification.simulated.CaughtMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which gateway is at work, by configuration.
 */
class GatewayChoiceTest {

	private final ApplicationContextRunner portal = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class, SslAutoConfiguration.class))
		.withUserConfiguration(Adapters.class)
		.withBean(MovingClock.class)
		.withBean(RandomGenerator.class, () -> new Random(7))
		.withBean(JdbcClient.class, () -> JdbcClient.create(FreshDatabase.h2()))
		.withPropertyValues("resim.notification.from=Tidewire Mobile <resim@example.com>");

	@Test
	void withoutAMailServerMailIsCaught() {
		this.portal.run(context -> assertThat(context.getBean(EmailGateway.class)).extracting(Object::getClass)
			.extracting(Class::getSimpleName)
			.isEqualTo("CaughtEmail"));
	}

	@Test
	void withAMailServerMailIsSent() {
		this.portal.withPropertyValues("spring.mail.host=localhost")
			.run(context -> assertThat(context.getBean(EmailGateway.class)).extracting(Object::getClass)
				.extracting(Class::getSimpleName)
				.isEqualTo("SmtpMail"));
	}

	@Test
	void aSenderThatIsNoAddressStopsTheStart() {
		this.portal.withPropertyValues("spring.mail.host=localhost", "resim.notification.from=nobody")
			.run(context -> assertThat(context).hasFailed());
	}

	@Test
	void shortMessagesAreCaughtUnlessAnotherAdapterIsNamed() {
		this.portal.run(context -> assertThat(context).hasSingleBean(ShortMessageGateway.class));
		this.portal.withPropertyValues("resim.notification.sms.adapter=pigeon")
			.run(context -> assertThat(context).doesNotHaveBean(ShortMessageGateway.class));
	}

	@Test
	void anOperatorMaySendNoShortMessages() {
		this.portal.withPropertyValues("resim.notification.sms.adapter=none")
			.run(context -> assertThat(
					context.getBean(ShortMessageGateway.class).send(new ShortMessage(Sam.LINE, "Text")))
				.isEqualTo(Outcome.NOT_OFFERED));
	}

	@Test
	void shortMessagesGoToAMessageCentreThatIsNamed() {
		this.portal
			.withPropertyValues("resim.notification.sms.adapter=smpp", "resim.notification.sms.smpp.host=localhost",
					"resim.notification.sms.smpp.port=1", "resim.notification.sms.smpp.system-id=resim")
			.run(context -> {
				assertThat(context.getBean(ShortMessageGateway.class).getClass().getSimpleName())
					.isEqualTo("SmppShortMessages");
				assertThatExceptionOfType(GatewayUnreachable.class).as("the start does not need it")
					.isThrownBy(
							() -> context.getBean(ShortMessageGateway.class).send(new ShortMessage(Sam.LINE, "Text")));
			});
	}

	@Test
	void shortMessagesGoToAGatewayThatIsNamed() {
		this.portal
			.withPropertyValues("resim.notification.sms.adapter=http",
					"resim.notification.sms.http.url=https://sms.example.com/send")
			.run(context -> assertThat(context.getBean(ShortMessageGateway.class).getClass().getSimpleName())
				.isEqualTo("HttpShortMessages"));
	}

	@ParameterizedTest
	@CsvSource({ "smpp, system-id=resim, host", "smpp, host=localhost, system-id", "http, format=json, url",
			"http, format=xml, format", "http, ssl-bundle=none, url" })
	void anAdapterThatIsSetByHalfStopsTheStart(String adapter, String half, String missing) {
		this.portal
			.withPropertyValues("resim.notification.sms.adapter=" + adapter,
					"resim.notification.sms." + adapter + "." + half)
			.run(context -> assertThat(context).getFailure()
				.rootCause()
				.message()
				.containsAnyOf("resim.notification.sms." + adapter + "." + missing, "HttpProperties.Format"));
	}

	@Test
	void whereEverythingIsSentThereIsNoCatcher() {
		var real = this.portal.withPropertyValues("spring.mail.host=localhost", "resim.notification.sms.adapter=none");

		real.run(context -> assertThat(context).doesNotHaveBean(CaughtMessages.class));
		real.withPropertyValues("spring.profiles.active=demo")
			.run(context -> assertThat(context).hasSingleBean(CaughtMessages.class));
		this.portal.withPropertyValues("spring.mail.host=localhost")
			.run(context -> assertThat(context).hasSingleBean(CaughtMessages.class));
		this.portal.withPropertyValues("resim.notification.sms.adapter=none")
			.run(context -> assertThat(context).hasSingleBean(CaughtMessages.class));
	}

	@ComponentScan({ "app.resim.notification.mail", "app.resim.notification.simulated", "app.resim.notification.sms" })
	@Import(NoShortMessages.class)
	static class Adapters {

	}

}
