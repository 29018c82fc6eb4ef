package app.resim.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.Subscribers;
import app.resim.kernel.Actor;
import app.resim.kernel.Msisdn;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessages;
import app.resim.request.RequestReference;
import app.resim.request.Requests;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which notices a customer got. Neither their words nor the addresses are kept. Erased
 * are those that name the customer's key, and what the demonstration has caught instead
 * of sending it. What was caught is not told: it holds sign-in codes.
 */
@Component
class NoticesOfACustomer implements PersonalData {

	private final JdbcClient database;

	private final Requests requests;

	private final Subscribers subscribers;

	private final ObjectProvider<CaughtMessages> caught;

	NoticesOfACustomer(JdbcClient database, Requests requests, Subscribers subscribers,
			ObjectProvider<CaughtMessages> caught) {
		this.database = database;
		this.requests = requests;
		this.subscribers = subscribers;
		this.caught = caught;
	}

	@Override
	public String section() {
		return "notices";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		var subjects = new ArrayList<>(List.of(customer.subscriber()));
		this.requests.references(customer).stream().map(RequestReference::reference).forEach(subjects::add);
		return new Part(about(subjects), List.of());
	}

	private List<Particulars> about(List<String> subjects) {
		return this.database
			.sql("SELECT * FROM notice WHERE reference IN (:subjects) ORDER BY claimed_at DESC, kind, channel")
			.param("subjects", subjects)
			.query((row, index) -> new Particulars().say("reference", row.getString("reference"))
				.say("tells", row.getString("kind"))
				.say("by", row.getString("channel"))
				.say("at", row.getObject("claimed_at", OffsetDateTime.class).toInstant())
				.say("outcome", Optional.ofNullable(row.getString("outcome"))))
			.list();
	}

	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		this.database.sql("DELETE FROM notice WHERE reference = ? AND claimed_at <= ?")
			.param(customer.subscriber())
			.param(ordered.atOffset(ZoneOffset.UTC))
			.update();
		this.caught.ifAvailable(messages -> messages.forget(recipients(customer), ordered));
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
