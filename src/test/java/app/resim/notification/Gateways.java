package app.resim.notification;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;

/**
 * Gateways whose other side can be down or unwilling.
 */
final class Gateways {

	private Gateways() {
	}

	/** A mail server. */
	static final class Mail implements EmailGateway {

		final List<Email> taken = new CopyOnWriteArrayList<>();

		volatile boolean down;

		volatile boolean unwilling;

		@Override
		public Outcome send(Email message) {
			if (this.down) {
				throw new GatewayUnreachable("mail", new IOException("to sam.demo@example.com"));
			}
			if (this.unwilling) {
				return Outcome.REFUSED;
			}
			this.taken.add(message);
			return Outcome.TAKEN;
		}

	}

	/** A short message centre. */
	static final class Sms implements ShortMessageGateway {

		final List<ShortMessage> taken = new CopyOnWriteArrayList<>();

		volatile boolean down;

		@Override
		public Outcome send(ShortMessage message) {
			if (this.down) {
				throw new GatewayUnreachable("sms", new IOException("to +85255500142"));
			}
			this.taken.add(message);
			return Outcome.TAKEN;
		}

	}

}
