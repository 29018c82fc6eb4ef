package app.resim.request.fulfilment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;

import app.resim.provisioning.Card;
import app.resim.provisioning.Cards;
import app.resim.provisioning.OrderId;
import app.resim.provisioning.Provisioning;

import org.springframework.stereotype.Component;

/**
 * The plan for a physical card. People bring it to its owner; then the line moves.
 *
 * @see "decision 0038"
 */
@Component
public class CardPlan implements Plan {

	/** How long a card waits to be collected or used. */
	static final Duration WAITS = Duration.ofDays(30);

	private final Cards cards;

	private final Provisioning provisioning;

	private final Bookkeeping books;

	private final Clock clock;

	CardPlan(Cards cards, Provisioning provisioning, Bookkeeping books, Clock clock) {
		this.cards = cards;
		this.provisioning = provisioning;
		this.books = books;
		this.clock = clock;
	}

	@Override
	public Outcome prepare(Wish wish, BooleanSupplier stillWanted) {
		return Leg.run(stillWanted,
				List.of(() -> this.books.stop(wish), () -> this.books.cancelUnused(wish),
						() -> this.cards.order(wish.order(), wish.line())),
				() -> new Outcome.Ready(wish.order(), this.clock.instant().plus(WAITS)));
	}

	@Override
	public Outcome protect(Wish wish) {
		return Leg.run(() -> true, List.of(() -> this.books.stop(wish)), Outcome.Finished::new);
	}

	@Override
	public Outcome finish(Wish wish, Instant installedAt) {
		return Leg.run(() -> true,
				List.of(() -> this.cards.attach(wish.order()), () -> this.cards.endOldSim(wish.order()),
						() -> this.provisioning.start(wish.line()), () -> this.books.charge(wish),
						() -> this.books.remember(wish, installedAt)),
				Outcome.Finished::new);
	}

	@Override
	public Outcome undo(Wish wish) {
		return Leg.run(() -> true, List.of(() -> this.cards.cancel(wish.order(), wish.line())), Outcome.Finished::new);
	}

	/** A card that has left is waited for as long as any. */
	@Override
	public boolean isOnAPhone(OrderId order) {
		return this.cards.find(order).filter(card -> card.state() == Card.State.ACTIVATING).isPresent();
	}

}
