package app.resim.notification.simulated;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import app.resim.account.Subscribers;
import app.resim.kernel.Actor;
import app.resim.kernel.Msisdn;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Messages to a customer that were caught instead of sent. They hold sign-in codes, so
 * they are not told, but erased.
 */
@Component
class CaughtOfACustomer implements PersonalData {

	private final JdbcClient database;

	private final Subscribers subscribers;

	CaughtOfACustomer(JdbcClient database, Subscribers subscribers) {
		this.database = database;
		this.subscribers = subscribers;
	}

	@Override
	public String section() {
		return "caughtMessages";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		return Part.NOTHING;
	}

	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		List<String> recipients = recipients(customer);
		if (!recipients.isEmpty()) {
			this.database.sql("DELETE FROM caught_message WHERE recipient IN (:recipients) AND caught_at <= :ordered")
				.param("recipients", recipients)
				.param("ordered", ordered.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	private List<String> recipients(SubscriberId customer) {
		var recipients = new ArrayList<String>();
		this.subscribers.find(customer).ifPresent(known -> {
			recipients.add(known.email());
			known.backupPhone().map(Msisdn::spaced).ifPresent(recipients::add);
		});
		this.subscribers.lines(customer).forEach(line -> recipients.add(line.number().spaced()));
		return recipients;
	}

}
