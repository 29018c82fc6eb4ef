package app.resim.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Orders to erase, as the database keeps them. At most one of a customer is open.
 */
@Component
class ErasureOrders {

	private static final String OPEN = "SELECT id, running, actor_kind, actor, ordered_at FROM erasure WHERE running IS NOT NULL ";

	private final JdbcClient database;

	private final RandomGenerator chance;

	ErasureOrders(JdbcClient database, RandomGenerator chance) {
		this.database = database;
		this.chance = chance;
	}

	/**
	 * Inside a transaction. An open order is renewed, so that it reaches what came since.
	 */
	void take(SubscriberId customer, Actor by, Instant at) {
		int renewed = this.database.sql("UPDATE erasure SET ordered_at = ? WHERE running = ?")
			.param(at.atOffset(ZoneOffset.UTC))
			.param(customer.subscriber())
			.update();
		if (renewed == 0) {
			this.database.sql("""
					INSERT INTO erasure (id, subscriber, running, actor_kind, actor, ordered_at)
					VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
				.param(new UUID(this.chance.nextLong(), this.chance.nextLong()))
				.param(customer.subscriber())
				.param(customer.subscriber())
				.param(by.kind().name())
				.param(by.id())
				.param(at.atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/** Inside a transaction; false if it was closed before or renewed meanwhile. */
	boolean close(ErasureOrder order, Instant at) {
		return this.database.sql(
				"UPDATE erasure SET running = NULL, done_at = ? WHERE id = ? AND ordered_at = ? AND running IS NOT NULL")
			.param(at.atOffset(ZoneOffset.UTC))
			.param(order.id())
			.param(order.at().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	List<ErasureOrder> open() {
		return this.database.sql(OPEN + "ORDER BY ordered_at, id").query(ErasureOrders::order).list();
	}

	Optional<ErasureOrder> open(SubscriberId customer) {
		return this.database.sql(OPEN + "AND running = ?")
			.param(customer.subscriber())
			.query(ErasureOrders::order)
			.optional();
	}

	private static ErasureOrder order(ResultSet row, int index) throws SQLException {
		return new ErasureOrder(row.getObject("id", UUID.class), new SubscriberId(row.getString("running")),
				new Actor(Actor.Kind.valueOf(row.getString("actor_kind")), row.getString("actor")),
				row.getObject("ordered_at", OffsetDateTime.class).toInstant());
	}

}
