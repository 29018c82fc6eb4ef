package app.resim.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Actor;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A customer's rounds of sign-in. They are kept for a day; the audit trail tells of older
 * ones. The codes themselves are kept as fingerprints only and are not told.
 */
@Component
class SignInsOfACustomer implements PersonalData {

	private final JdbcClient database;

	SignInsOfACustomer(JdbcClient database) {
		this.database = database;
	}

	@Override
	public String section() {
		return "signIns";
	}

	@Override
	@Transactional(readOnly = true)
	public Part export(SubscriberId customer, Actor by) {
		return new Part(this.database.sql(
				"SELECT made_at, language, codes, tries, used_at FROM sign_in_challenge WHERE subscriber = ? ORDER BY made_at DESC")
			.param(customer.subscriber())
			.query((row, index) -> new Particulars()
				.say("begunAt", row.getObject("made_at", OffsetDateTime.class).toInstant())
				.say("language", row.getString("language"))
				.say("codes", row.getInt("codes"))
				.say("tries", row.getInt("tries"))
				.say("succeededAt",
						Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
							.map(OffsetDateTime::toInstant)))
			.list(), List.of());
	}

	/** Their codes go with the rounds: none of them opens anything afterwards. */
	@Override
	@Transactional
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		OffsetDateTime until = ordered.atOffset(ZoneOffset.UTC);
		this.database.sql("""
				DELETE FROM sign_in_mailbox WHERE last_at <= ? AND mailbox IN
				  (SELECT mailbox FROM sign_in_challenge WHERE subscriber = ?)""")
			.param(until)
			.param(customer.subscriber())
			.update();
		this.database.sql("DELETE FROM sign_in_challenge WHERE subscriber = ? AND made_at <= ?")
			.param(customer.subscriber())
			.param(until)
			.update();
	}

}
