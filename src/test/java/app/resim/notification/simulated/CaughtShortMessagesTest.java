package app.resim.notification.simulated;

import java.util.List;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.kernel.Msisdn;
import app.resim.notification.port.ShortMessageGateway;
import app.resim.notification.port.ShortMessageGatewayContract;

import org.springframework.jdbc.core.simple.JdbcClient;

class CaughtShortMessagesTest extends ShortMessageGatewayContract {

	private final CaughtMessages caught = new CaughtMessages(JdbcClient.create(FreshDatabase.h2()), new MovingClock());

	@Override
	protected ShortMessageGateway gateway() {
		return new CaughtShortMessages(this.caught);
	}

	@Override
	protected List<String> arrived(Msisdn phone) {
		return this.caught.newest(100)
			.reversed()
			.stream()
			.filter(message -> message.to().equals(phone.spaced()))
			.map(CaughtMessage::text)
			.toList();
	}

}
