package app.resim.notification.simulated;

import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import app.resim.notification.simulated.CaughtMessage.Channel;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Catches short messages instead of sending them. Active unless
 * {@code resim.notification.sms.adapter} names another.
 */
@Component
@ConditionalOnProperty(name = "resim.notification.sms.adapter", havingValue = "simulated", matchIfMissing = true)
class CaughtShortMessages implements ShortMessageGateway {

	private final CaughtMessages caught;

	CaughtShortMessages(CaughtMessages caught) {
		this.caught = caught;
	}

	@Override
	public Outcome send(ShortMessage message) {
		this.caught.keep(Channel.SMS, message.to().spaced(), "", message.text());
		return Outcome.TAKEN;
	}

}
