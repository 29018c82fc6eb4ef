package app.resim.notification;

import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * For operators who tell everything by e-mail alone: active where
 * {@code resim.notification.sms.adapter} is {@code none}.
 */
@Component
@ConditionalOnProperty(name = "resim.notification.sms.adapter", havingValue = "none")
class NoShortMessages implements ShortMessageGateway {

	@Override
	public Outcome send(ShortMessage message) {
		return Outcome.NOT_OFFERED;
	}

}
