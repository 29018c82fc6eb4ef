package app.resim.account;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.Actor;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a customer was signed in lately. Erasing ends what is open, on every node.
 */
@Component
class SessionsOfACustomer implements PersonalData {

	private final JdbcClient database;

	SessionsOfACustomer(JdbcClient database) {
		this.database = database;
	}

	@Override
	public String section() {
		return "sessions";
	}

	@Override
	@Transactional(readOnly = true)
	public Part export(SubscriberId customer, Actor by) {
		Map<UUID, List<Particulars>> proven = proven(customer);
		return new Part(this.database.sql("""
				SELECT * FROM sign_in_session WHERE kind = 'CUSTOMER' AND holder = ? ORDER BY begun_at DESC, id""")
			.param(customer.subscriber())
			.query((row, index) -> new Particulars().say("browser", row.getString("browser"))
				.say("device", row.getString("device"))
				.say("begunAt", row.getObject("begun_at", OffsetDateTime.class).toInstant())
				.say("seenAt", row.getObject("seen_at", OffsetDateTime.class).toInstant())
				.say("endedAt",
						Optional.ofNullable(row.getObject("ended_at", OffsetDateTime.class))
							.map(OffsetDateTime::toInstant))
				.say("provenBy", proven.getOrDefault(row.getObject("id", UUID.class), List.of())))
			.list(), List.of());
	}

	private Map<UUID, List<Particulars>> proven(SubscriberId customer) {
		Map<UUID, List<Particulars>> proven = new HashMap<>();
		this.database.sql("""
				SELECT p.* FROM sign_in_proven p JOIN sign_in_session s ON s.id = p.session
				WHERE s.kind = 'CUSTOMER' AND s.holder = ? ORDER BY p.proven_at, p.factor""")
			.param(customer.subscriber())
			.query(row -> {
				proven.computeIfAbsent(row.getObject("session", UUID.class), session -> new ArrayList<>())
					.add(new Particulars().say("factor", row.getString("factor"))
						.say("at", row.getObject("proven_at", OffsetDateTime.class).toInstant()));
			});
		return proven;
	}

	@Override
	@Transactional
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		this.database.sql("DELETE FROM sign_in_session WHERE kind = 'CUSTOMER' AND holder = ? AND begun_at <= ?")
			.param(customer.subscriber())
			.param(ordered.atOffset(ZoneOffset.UTC))
			.update();
	}

}
