package app.resim.tmforum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import tools.jackson.databind.JsonNode;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which orders were sent without a known end, on all nodes together. An order that may
 * have arrived is not yet found by a search; until it must be, nobody sends another.
 */
final class OrdersUnderWay {

	private final JdbcClient database;

	private final Clock clock;

	private final Duration quiet;

	/**
	 * Looks at a table.
	 * @param database where it is
	 * @param clock the time
	 * @param quiet after which time an order that arrived is found by a search
	 */
	OrdersUnderWay(JdbcClient database, Clock clock, Duration quiet) {
		this.database = database;
		this.clock = clock;
		this.quiet = quiet;
	}

	/**
	 * Sends an order, unless it was sent a short while ago, here or on another node.
	 * @param externalId our name for it
	 * @param order sends it
	 * @return what came back
	 * @throws BackEndFault if nothing came back, or nothing was sent
	 */
	JsonNode send(String externalId, Supplier<JsonNode> order) {
		if (!begin(externalId)) {
			throw new BackEndFault("asked-before", true);
		}
		try {
			return order.get();
		}
		catch (BackEndFault ex) {
			if (ex.nothingDone()) {
				settled(externalId);
			}
			throw ex;
		}
	}

	/**
	 * Takes the right to send an order.
	 * @param externalId our name for it
	 * @return false if it was sent a short while ago, here or on another node
	 */
	private boolean begin(String externalId) {
		Instant now = this.clock.instant();
		return this.database
			.sql("UPDATE tmforum_order SET asked_at = :now WHERE external_id = :id AND asked_at < :then")
			.param("id", externalId)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("then", now.minus(this.quiet).atOffset(ZoneOffset.UTC))
			.update() == 1
				|| this.database.sql("""
						INSERT INTO tmforum_order (external_id, asked_at) VALUES (:id, :now)
						ON CONFLICT DO NOTHING""")
					.param("id", externalId)
					.param("now", now.atOffset(ZoneOffset.UTC))
					.update() == 1;
	}

	void settled(String externalId) {
		this.database.sql("DELETE FROM tmforum_order WHERE external_id = :id").param("id", externalId).update();
	}

}
