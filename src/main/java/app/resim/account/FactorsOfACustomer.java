package app.resim.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
 * How a customer has prepared to prove who they are: what there is and since when, never
 * a key, a secret or a code.
 */
@Component
class FactorsOfACustomer implements PersonalData {

	private static final List<String> TABLES = List.of("authenticator_app", "recovery_code");

	private final JdbcClient database;

	private final PasskeyTable passkeys;

	FactorsOfACustomer(JdbcClient database, PasskeyTable passkeys) {
		this.database = database;
		this.passkeys = passkeys;
	}

	@Override
	public String section() {
		return "factors";
	}

	@Override
	@Transactional(readOnly = true)
	public Part export(SubscriberId customer, Actor by) {
		var entries = new ArrayList<Particulars>();
		this.passkeys.of(customer.subscriber())
			.forEach(passkey -> entries.add(new Particulars().say("kind", "passkey")
				.say("label", passkey.label())
				.say("addedAt", passkey.madeAt())
				.say("lastUsedAt", passkey.lastUsedAt())));
		entries.addAll(this.database.sql("SELECT made_at FROM authenticator_app WHERE subscriber = ?")
			.param(customer.subscriber())
			.query((row, index) -> new Particulars().say("kind", "authenticatorApp")
				.say("addedAt", row.getObject("made_at", OffsetDateTime.class).toInstant()))
			.list());
		entries.addAll(this.database.sql("SELECT made_at, used_at FROM recovery_code WHERE subscriber = ?")
			.param(customer.subscriber())
			.query((row, index) -> new Particulars().say("kind", "recoveryCode")
				.say("addedAt", row.getObject("made_at", OffsetDateTime.class).toInstant())
				.say("usedAt",
						Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
							.map(OffsetDateTime::toInstant)))
			.list());
		return new Part(entries, List.of());
	}

	@Override
	@Transactional
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		OffsetDateTime until = ordered.atOffset(ZoneOffset.UTC);
		this.database.sql(
				"DELETE FROM passkey WHERE made_at <= ? AND handle IN (SELECT handle FROM passkey_owner WHERE subscriber = ?)")
			.param(until)
			.param(customer.subscriber())
			.update();
		this.database
			.sql("DELETE FROM passkey_owner WHERE subscriber = ? AND handle NOT IN (SELECT handle FROM passkey)")
			.param(customer.subscriber())
			.update();
		TABLES.forEach(table -> this.database.sql("DELETE FROM " + table + " WHERE subscriber = ? AND made_at <= ?")
			.param(customer.subscriber())
			.param(until)
			.update());
	}

}
