package app.resim.tmforum;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Orders of one kind (TMF641, TMF622). Each has a name of ours, by which one whose answer
 * got lost is found again.
 */
final class Orders {

	private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

	private final TmForumProperties agreed;

	private final BackEnd backEnd;

	private final OrdersUnderWay underWay;

	private final String path;

	Orders(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, String path) {
		this.agreed = agreed;
		this.backEnd = backEnd;
		this.underWay = underWay;
		this.path = path;
	}

	/** An open one before all others, then the youngest. */
	Optional<ServiceOrder> latest(String externalId, Patience left) {
		return this.backEnd.search(this.path, this.agreed.filters().order(), externalId, ServiceOrder.FIELDS, left)
			.stream()
			.map(ServiceOrder::of)
			.filter(order -> order.externalId().equals(externalId))
			.max(Comparator.comparing(ServiceOrder::open).thenComparing(order -> order.at().orElse(Instant.EPOCH)));
	}

	/**
	 * Places an order, unless one of that name was sent a short while ago.
	 * @param externalId our name for it
	 * @param wish the order
	 * @param left how long there is
	 * @return the order; its id is empty if the answer could not be read
	 */
	ServiceOrder place(String externalId, JsonNode wish, Patience left) {
		return ServiceOrder.of(this.underWay.send(externalId, () -> this.backEnd.create(this.path, wish, left)));
	}

	/** Looks at an order until it ends or there is no time left. */
	ServiceOrder ended(ServiceOrder order, Patience left) {
		ServiceOrder now = order;
		try {
			while (now.open() && left.waited(this.agreed.pollEvery())) {
				now = this.backEnd.one(this.path, order.id(), ServiceOrder.FIELDS, left)
					.map(ServiceOrder::of)
					.orElse(now);
			}
		}
		catch (BackEndFault ex) {
			LOG.warn("An order could not be looked at: {}", ex.word());
		}
		return now;
	}

	void settled(String externalId) {
		this.underWay.settled(externalId);
	}

}
