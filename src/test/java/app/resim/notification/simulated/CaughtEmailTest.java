package app.resim.notification.simulated;

import java.util.List;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.EmailGatewayContract;

import org.springframework.jdbc.core.simple.JdbcClient;

class CaughtEmailTest extends EmailGatewayContract {

	private final CaughtMessages caught = new CaughtMessages(JdbcClient.create(FreshDatabase.h2()), new MovingClock());

	@Override
	protected EmailGateway gateway() {
		return new CaughtEmail(this.caught);
	}

	@Override
	protected List<Arrived> arrived(String address) {
		return this.caught.newest(100)
			.reversed()
			.stream()
			.filter(message -> message.to().equals(address))
			.map(message -> new Arrived(message.subject(), message.text()))
			.toList();
	}

}
