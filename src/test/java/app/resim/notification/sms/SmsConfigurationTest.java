package app.resim.notification.sms;

import java.time.Clock;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import app.resim.MovingClock;
import app.resim.kernel.Msisdn;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class SmsConfigurationTest {

	@Test
	void theSessionIsLeftAtTheEndThoughMessagesAreCounted() throws Exception {
		try (var centre = new Centre()) {
			new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
				.withUserConfiguration(SmsConfiguration.class)
				.withBean(Clock.class, MovingClock::new)
				.withBean(RandomGenerator.class, () -> new Random(7))
				.withBean(Counted.class)
				.withPropertyValues("resim.notification.sms.adapter=smpp", "resim.notification.sms.smpp.host=127.0.0.1",
						"resim.notification.sms.smpp.port=" + centre.port(),
						"resim.notification.sms.smpp.system-id=resim",
						"resim.notification.sms.smpp.password=" + Centre.PASSWORD)
				.run(resim -> assertThat(resim.getBean(ShortMessageGateway.class)
					.send(new ShortMessage(new Msisdn("+85255500142"), "One"))).isEqualTo(Outcome.TAKEN));

			assertThat(centre.left.await(10, TimeUnit.SECONDS)).isTrue();
		}
	}

	/** Puts something else in the place of the gateway, as the day's ceiling does. */
	static class Counted implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof ShortMessageGateway gateway) ? (ShortMessageGateway) gateway::send : bean;
		}

	}

}
