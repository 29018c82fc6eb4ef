package app.resim.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import app.resim.kernel.Actor;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * With which browsers a customer is known.
 */
@Component
class BrowsersOfACustomer implements PersonalData {

	private final JdbcClient database;

	BrowsersOfACustomer(JdbcClient database) {
		this.database = database;
	}

	@Override
	public String section() {
		return "browsers";
	}

	@Override
	@Transactional(readOnly = true)
	public Part export(SubscriberId customer, Actor by) {
		return new Part(
				this.database.sql("SELECT since, seen_at FROM known_browser WHERE subscriber = ? ORDER BY since, mark")
					.param(customer.subscriber())
					.query((row, index) -> new Particulars()
						.say("knownSince", row.getObject("since", OffsetDateTime.class).toInstant())
						.say("seenAt", row.getObject("seen_at", OffsetDateTime.class).toInstant()))
					.list(),
				List.of());
	}

	@Override
	@Transactional
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		this.database.sql("DELETE FROM known_browser WHERE subscriber = ? AND since <= ?")
			.params(customer.subscriber(), ordered.atOffset(ZoneOffset.UTC))
			.update();
	}

}
