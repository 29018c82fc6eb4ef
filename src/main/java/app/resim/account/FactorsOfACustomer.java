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
		this.passkeys.of(Actor.customer(customer))
			.forEach(passkey -> entries.add(new Particulars().say("kind", "passkey")
				.say("label", passkey.label())
				.say("addedAt", passkey.madeAt())
				.say("lastUsedAt", passkey.lastUsedAt())));
		entries.addAll(this.database.sql("SELECT made_at FROM authenticator_app WHERE kind = 'CUSTOMER' AND holder = ?")
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
		this.database.sql("""
				DELETE FROM passkey WHERE made_at <= ?
				AND handle IN (SELECT handle FROM passkey_owner WHERE kind = 'CUSTOMER' AND holder = ?)""")
			.param(until)
			.param(customer.subscriber())
			.update();
		this.database.sql("""
				DELETE FROM passkey_owner WHERE kind = 'CUSTOMER' AND holder = ?
				AND handle NOT IN (SELECT handle FROM passkey)""").param(customer.subscriber()).update();
		this.database.sql("DELETE FROM authenticator_app WHERE kind = 'CUSTOMER' AND holder = ? AND made_at <= ?")
			.param(customer.subscriber())
			.param(until)
			.update();
		this.database.sql("DELETE FROM recovery_code WHERE subscriber = ? AND made_at <= ?")
			.param(customer.subscriber())
			.param(until)
			.update();
	}

}
