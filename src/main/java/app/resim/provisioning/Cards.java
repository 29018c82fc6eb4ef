package app.resim.provisioning;

import java.util.List;
import java.util.Optional;

import app.resim.kernel.Iccid;
import app.resim.kernel.Msisdn;
import app.resim.provisioning.Card.State;
import app.resim.provisioning.CardTable.Row;
import app.resim.provisioning.port.LineRegister.RegisterUnreachable;
import app.resim.provisioning.port.LineRegister.RegisteredLine;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves a line onto a physical SIM card that the operator's people hand over, post or
 * send. They take the card from their own stock; Resim keeps which card goes to whom, so
 * that none goes to two, and switches the line.
 *
 * <p>
 * The usual plan: {@link #order}, people {@link #take} a card and, where it is posted,
 * say so by {@link #sent}; once it is in its owner's hands {@link #activate}, then
 * {@link #attach} and {@link #endOldSim}. The last two call the network, may be repeated
 * at any time, and are never run inside a caller's transaction.
 *
 * @see "decision 0038"
 */
@Service
public class Cards {

	private final CardTable table;

	private final Network network;

	Cards(CardTable table, Network network) {
		this.table = table;
		this.network = network;
	}

	/**
	 * Wants a card for a line. A repeat changes nothing.
	 * @param order the caller's key
	 * @param line whose SIM is replaced
	 * @return done; or that it was cancelled before
	 */
	public Step order(OrderId order, Msisdn line) {
		this.table.add(order, line, State.WANTED);
		return find(order).filter(card -> card.state() != State.CANCELLED).isPresent() ? Faults.DONE : Faults.CANCELLED;
	}

	/**
	 * What is known of a card.
	 * @param order the order
	 * @return the card, or empty if none was ordered
	 */
	public Optional<Card> find(OrderId order) {
		return this.table.find(order).map(Row::card);
	}

	/**
	 * Takes a card from the stock for an order; another one than before until it has
	 * left.
	 * @param order the order
	 * @param card the number printed on it
	 * @return what became of it
	 */
	public CardAnswer take(OrderId order, Iccid card) {
		try {
			return this.table.take(order, card) ? CardAnswer.DONE : CardAnswer.NOT_NOW;
		}
		catch (DuplicateKeyException ex) {
			return CardAnswer.CARD_TAKEN;
		}
	}

	/**
	 * Notes that the carrier has the card. A repeat changes nothing.
	 * @param order the order
	 * @param tracking the carrier's number, where there is one, at most 60 characters
	 * @return what became of it
	 */
	public CardAnswer sent(OrderId order, Optional<String> tracking) {
		return this.table.sent(order, tracking.orElse(null)) || is(order, State.SENT) ? CardAnswer.DONE
				: CardAnswer.NOT_NOW;
	}

	/**
	 * Notes that the card is in its owner's hands: from here it cannot be taken back. A
	 * repeat changes nothing.
	 * @param order the order
	 * @return what became of it
	 */
	public CardAnswer activate(OrderId order) {
		return this.table.move(order, List.of(State.PREPARED, State.SENT), State.ACTIVATING)
				|| is(order, State.ACTIVATING) || is(order, State.ACTIVE) ? CardAnswer.DONE : CardAnswer.NOT_NOW;
	}

	/**
	 * Links the card to the line. Remembers the SIM that served it, because afterwards a
	 * network may name only the new one.
	 * @param order an order whose card is being activated
	 * @return how it ended
	 */
	public Step attach(OrderId order) {
		requireNoTransaction();
		Row row = this.table.find(order).orElse(null);
		if (row == null) {
			return Faults.NO_SUCH_ORDER;
		}
		return switch (row.card().state()) {
			case ACTIVE -> Faults.DONE;
			case ACTIVATING -> attach(row);
			case WANTED, PREPARED, SENT, CANCELLED -> Faults.NOT_INSTALLED;
		};
	}

	private Step attach(Row row) {
		Iccid card = row.card().iccid().orElseThrow();
		if (!row.oldKnown()) {
			try {
				Optional<RegisteredLine> before = this.network.registered(row.line());
				if (before.isEmpty()) {
					return Faults.NO_SUCH_LINE;
				}
				this.table.oldSimWas(row.card().order(), before.get().sim().filter(sim -> !sim.equals(card)));
			}
			catch (RegisterUnreachable ex) {
				return Faults.NETWORK_AWAY;
			}
		}
		return this.network.link(row.line(), card);
	}

	/**
	 * Ends the SIM that the line had before, for good. A stopped line stays stopped.
	 * @param order an order whose card is linked
	 * @return how it ended
	 */
	public Step endOldSim(OrderId order) {
		requireNoTransaction();
		Row row = this.table.find(order).orElse(null);
		if (row == null) {
			return Faults.NO_SUCH_ORDER;
		}
		if (row.card().state() == State.ACTIVE) {
			return Faults.DONE;
		}
		if (row.card().state() != State.ACTIVATING || !row.oldKnown()) {
			return Faults.NOT_INSTALLED;
		}
		Step ended = row.old().map(old -> this.network.unlink(row.line(), old)).orElse(Faults.DONE);
		if (ended instanceof Step.Done) {
			this.table.move(order, List.of(State.ACTIVATING), State.ACTIVE);
		}
		return ended;
	}

	/**
	 * Takes an order back that is not being activated. One that nobody has placed yet can
	 * never be placed afterwards. A card that has left stays marked: it goes to nobody
	 * else.
	 * @param order any order
	 * @param line whose SIM it replaces, or would
	 * @return done, also if it was taken back before
	 */
	public Step cancel(OrderId order, Msisdn line) {
		this.table.add(order, line, State.CANCELLED);
		this.table.move(order, List.of(State.WANTED, State.PREPARED, State.SENT), State.CANCELLED);
		if (is(order, State.CANCELLED)) {
			this.table.giveBack(order);
			return Faults.DONE;
		}
		return Faults.OLD_SIM_ENDED;
	}

	private boolean is(OrderId order, State state) {
		return find(order).filter(card -> card.state() == state).isPresent();
	}

	private static void requireNoTransaction() {
		if (TransactionSynchronizationManager.isActualTransactionActive()) {
			throw new IllegalStateException("Outer systems are not called inside a transaction");
		}
	}

}
