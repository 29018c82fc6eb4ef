package app.resim.notification;

import java.util.function.Supplier;

import app.resim.counterpart.Counterparts;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessageGateway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Counts every message that leaves, whoever sends it and by which gateway. Above the
 * day's ceiling, while nobody can count, and while a gateway that failed is left in peace
 * it is as good as unreachable: notices wait.
 */
@Configuration
class Ceiling {

	@Bean
	static BeanPostProcessor countedGateways(ObjectProvider<Limits> limits, ObjectProvider<Counterparts> counterparts) {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return switch (bean) {
					case EmailGateway mail -> (EmailGateway) message -> counted(limits, "mail",
							() -> shielded(counterparts, "mail", () -> mail.send(message)));
					case ShortMessageGateway sms -> (ShortMessageGateway) message -> counted(limits, "sms",
							() -> shielded(counterparts, "sms", () -> sms.send(message)));
					default -> bean;
				};
			}
		};
	}

	private static Outcome shielded(ObjectProvider<Counterparts> counterparts, String gateway,
			Supplier<Outcome> sending) {
		return counterparts.getObject().of(gateway).ask(sending, outcome -> false, () -> {
			throw new GatewayUnreachable(gateway, new IllegalStateException("Left in peace for a while"));
		});
	}

	private static Outcome counted(ObjectProvider<Limits> limits, String gateway, Supplier<Outcome> sending) {
		if (limits.getObject().take(Deed.MESSAGE, Asker.nobody()) instanceof Turn.Granted) {
			return sending.get();
		}
		throw new GatewayUnreachable(gateway, new IllegalStateException("The day's ceiling of messages is reached"));
	}

}
