package app.resim.provisioning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.Card.State;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of cards. Every change names the states that it starts from, so that of two at
 * once one comes too late.
 */
@Component
class CardTable {

	private final JdbcClient database;

	private final TransactionTemplate alone;

	private final Clock clock;

	CardTable(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
		this.database = database;
		this.clock = clock;
		this.alone = new TransactionTemplate(transactions);
		// a card that is taken breaks this transaction and no other
		this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/** Adds an order that is not there yet. */
	void add(OrderId order, Msisdn line, State state) {
		this.database.sql("""
				INSERT INTO card_order (id, line, state, old_known, created_at, changed_at)
				VALUES (:id, :line, :state, FALSE, :now, :now) ON CONFLICT DO NOTHING""")
			.param("id", order.order())
			.param("line", line.e164())
			.param("state", state.name())
			.param("now", now())
			.update();
	}

	Optional<Row> find(OrderId order) {
		return this.database.sql("SELECT * FROM card_order WHERE id = ?")
			.param(order.order())
			.query(CardTable::row)
			.optional();
	}

	/**
	 * Takes a card for an order; another one than before until it has left.
	 * @return false if the order is not in such a state
	 * @throws DuplicateKeyException if another order has the card
	 */
	boolean take(OrderId order, Iccid card) {
		Boolean taken = this.alone.execute(status -> this.database.sql("""
				UPDATE card_order SET iccid = :card, live_iccid = :card, state = 'PREPARED', prepared_at = :now,
				  changed_at = :now
				WHERE id = :id AND state IN ('WANTED', 'PREPARED')""")
			.param("card", card.iccid())
			.param("now", now())
			.param("id", order.order())
			.update() == 1);
		return Boolean.TRUE.equals(taken);
	}

	boolean sent(OrderId order, @Nullable String tracking) {
		return this.database.sql("""
				UPDATE card_order SET state = 'SENT', tracking = :tracking, sent_at = :now, changed_at = :now
				WHERE id = :id AND state = 'PREPARED'""")
			.param("tracking", tracking)
			.param("now", now())
			.param("id", order.order())
			.update() == 1;
	}

	boolean move(OrderId order, List<State> from, State to) {
		return this.database
			.sql("UPDATE card_order SET state = :to, changed_at = :now WHERE id = :id AND state IN (:from)")
			.param("to", to.name())
			.param("now", now())
			.param("id", order.order())
			.param("from", from.stream().map(Enum::name).toList())
			.update() == 1;
	}

	/** The card never left and may go to somebody else. */
	void giveBack(OrderId order) {
		this.database
			.sql("UPDATE card_order SET live_iccid = NULL WHERE id = :id AND state = 'CANCELLED' AND sent_at IS NULL")
			.param("id", order.order())
			.update();
	}

	void oldSimWas(OrderId order, Optional<Iccid> old) {
		this.database
			.sql("UPDATE card_order SET old_iccid = :old, old_known = TRUE WHERE id = :id AND old_known = FALSE")
			.param("old", old.map(Iccid::iccid).orElse(null))
			.param("id", order.order())
			.update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		var order = new OrderId(row.getObject("id", UUID.class));
		var card = new Card(order, State.valueOf(row.getString("state")), iccid(row, "iccid"),
				Optional.ofNullable(row.getString("tracking")), at(row, "created_at").orElseThrow(),
				at(row, "prepared_at"), at(row, "sent_at"));
		return new Row(card, new Msisdn(row.getString("line")), row.getBoolean("old_known"), iccid(row, "old_iccid"));
	}

	private static Optional<Iccid> iccid(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column)).map(Iccid::new);
	}

	private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	/**
	 * A row.
	 *
	 * @param card what callers may know
	 * @param line whose it is
	 * @param oldKnown whether the network was asked which SIM served the line before
	 * @param old that SIM
	 */
	record Row(Card card, Msisdn line, boolean oldKnown, Optional<Iccid> old) {
	}

}
