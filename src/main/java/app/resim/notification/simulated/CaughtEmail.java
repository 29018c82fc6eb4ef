package app.resim.notification.simulated;

import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.Outcome;
import app.resim.notification.simulated.CaughtMessage.Channel;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Catches mail instead of sending it, as long as no mail server is named.
 */
@Component
@Conditional(CaughtEmail.WithoutMailServer.class)
class CaughtEmail implements EmailGateway {

	private final CaughtMessages caught;

	CaughtEmail(CaughtMessages caught) {
		this.caught = caught;
	}

	@Override
	public Outcome send(Email message) {
		this.caught.keep(Channel.EMAIL, message.to(), message.subject(), message.text());
		return Outcome.TAKEN;
	}

	/** The opposite of what makes the real adapter active. */
	static class WithoutMailServer extends NoneNestedConditions {

		WithoutMailServer() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty("spring.mail.host")
		static class WithMailServer {

		}

	}

}
