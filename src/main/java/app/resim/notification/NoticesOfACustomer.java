package app.resim.notification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Actor;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import app.resim.request.RequestReference;
import app.resim.request.Requests;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which notices a customer got. Neither their words nor the addresses are kept, so there
 * is nothing to erase.
 */
@Component
class NoticesOfACustomer implements PersonalData {

	private final JdbcClient database;

	private final Requests requests;

	NoticesOfACustomer(JdbcClient database, Requests requests) {
		this.database = database;
		this.requests = requests;
	}

	@Override
	public String section() {
		return "notices";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		List<String> references = this.requests.references(customer).stream().map(RequestReference::reference).toList();
		return references.isEmpty() ? Part.NOTHING : new Part(about(references), List.of());
	}

	private List<Particulars> about(List<String> references) {
		return this.database
			.sql("SELECT * FROM notice WHERE reference IN (:references) ORDER BY claimed_at DESC, kind, channel")
			.param("references", references)
			.query((row, index) -> new Particulars().say("reference", row.getString("reference"))
				.say("tells", row.getString("kind"))
				.say("by", row.getString("channel"))
				.say("at", row.getObject("claimed_at", OffsetDateTime.class).toInstant())
				.say("outcome", Optional.ofNullable(row.getString("outcome"))))
			.list();
	}

	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		// nothing personal is kept
	}

}
