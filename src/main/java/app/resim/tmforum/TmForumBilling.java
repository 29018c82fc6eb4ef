package app.resim.tmforum;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import app.resim.account.BillingAnswer;
import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.account.port.Billing;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.tmforum.TmForumProperties.ClosedBy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DataAccessException;

/**
 * A billing that reads TMF637, TMF666 and TMF678, gives back by TMF676 and ends contracts
 * by TMF622 or TMF641. Each deed has a name of its own, by which one whose answer got
 * lost is found again.
 */
final class TmForumBilling implements Billing {

	private static final Logger LOG = LoggerFactory.getLogger(TmForumBilling.class);

	private static final BillingAnswer DONE = new BillingAnswer.Done();

	private static final BillingAnswer NO_SUCH_LINE = new BillingAnswer.Refused("no-such-line");

	private static final BillingAnswer NO_SUCH_WAY = new BillingAnswer.Refused("no-such-way");

	/** For what is not a call. */
	private static final Duration OWN_WORK = Duration.ofSeconds(1);

	private static final String REFUND_FIELDS = "id,correlatorId,status,totalAmount";

	private static final Set<String> FAILED = Set.of("failed", "rejected", "cancelled", "declined");

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TmForumProperties agreed;

	private final BackEnd backEnd;

	private final OrdersUnderWay underWay;

	private final Books books;

	private final Orders productOrders;

	private final Orders serviceOrders;

	private final Clock clock;

	TmForumBilling(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, Clock clock) {
		this.agreed = agreed;
		this.backEnd = backEnd;
		this.underWay = underWay;
		this.books = new Books(agreed, backEnd, clock);
		this.productOrders = new Orders(agreed, backEnd, underWay, agreed.paths().productOrders());
		this.serviceOrders = new Orders(agreed, backEnd, underWay, agreed.paths().orders());
		this.clock = clock;
	}

	@Override
	public Duration longestCall() {
		return this.agreed.longestCall().plus(OWN_WORK);
	}

	@Override
	public Standing standing(SubscriberId subscriber, Msisdn line) {
		try {
			Patience left = this.backEnd.patience();
			return this.books.line(line, left)
				.filter(product -> product.customers().anyMatch(subscriber.subscriber()::equals))
				.map(product -> this.books.standing(product, subscriber.subscriber(), left))
				.orElse(Standing.UNKNOWN);
		}
		catch (BackEndFault | DataAccessException ex) {
			throw new BillingUnreachable(ex);
		}
	}

	/** A back end that knows no such characteristic stops charging with the contract. */
	@Override
	public BillingAnswer stopCharging(Msisdn line, Instant at, String reference) {
		String characteristic = this.agreed.names().chargedUntil();
		if (characteristic.isBlank()) {
			return new BillingAnswer.Refused("not-agreed");
		}
		return answered(left -> ordered(this.productOrders, "resim-charge-stop-" + reference, () -> product(line, left),
				product -> {
					ObjectNode order = JSON.createObjectNode().put("category", "charge-stop");
					item(order, "productOrderItem", "modify", "product", product).putArray("productCharacteristic")
						.addObject()
						.put("name", characteristic)
						.put("value", at.toString());
					return order;
				}, left));
	}

	@Override
	public BillingAnswer close(Msisdn line, String reference) {
		boolean byProduct = this.agreed.closedBy() == ClosedBy.PRODUCT_ORDER;
		return answered(
				left -> ordered(byProduct ? this.productOrders : this.serviceOrders, "resim-line-close-" + reference,
						() -> byProduct ? product(line, left) : this.books.service(line, left), subject -> {
							ObjectNode order = JSON.createObjectNode().put("category", "line-close");
							item(order, byProduct ? "productOrderItem" : "serviceOrderItem", "delete",
									byProduct ? "product" : "service", subject);
							return order;
						}, left));
	}

	private Optional<String> product(Msisdn line, Patience left) {
		return this.books.line(line, left).map(ProductFile::id);
	}

	private static ObjectNode item(ObjectNode order, String list, String action, String subject, String id) {
		return order.putArray(list).addObject().put("id", "1").put("action", action).putObject(subject).put("id", id);
	}

	/** An order that ended badly a while ago may be placed anew. */
	private BillingAnswer ordered(Orders orders, String name, Lookup subject, Function<String, ObjectNode> wish,
			Patience left) {
		Instant believed = this.clock.instant().minus(this.agreed.failedFor());
		Optional<ServiceOrder> before = orders.latest(name, left)
			.filter(order -> !order.failed() || order.since(believed));
		if (before.isPresent()) {
			return told(orders, name, orders.ended(before.get(), left));
		}
		Optional<String> id = subject.find();
		if (id.isEmpty()) {
			return NO_SUCH_LINE;
		}
		ServiceOrder placed = orders.place(name, wish.apply(id.get()).put("externalId", name), left);
		return placed.id().isEmpty() ? new BillingAnswer.Later("unreadable")
				: told(orders, name, orders.ended(placed, left));
	}

	private static BillingAnswer told(Orders orders, String name, ServiceOrder order) {
		if (order.open()) {
			return new BillingAnswer.Later("order-open");
		}
		orders.settled(name);
		return order.fault().<BillingAnswer>map(fault -> {
			LOG.warn("The order {} did not end well: {}", name, fault);
			return new BillingAnswer.Refused(fault);
		}).orElse(DONE);
	}

	@Override
	public BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way, String reference) {
		if (this.agreed.paths().refunds().isBlank() || !this.agreed.refundWays().containsKey(way)) {
			return NO_SUCH_WAY;
		}
		String name = "refund-" + reference;
		return answered(left -> {
			Optional<JsonNode> before = this.backEnd
				.search(this.agreed.paths().refunds(), this.agreed.filters().refund(), reference, REFUND_FIELDS, left)
				.stream()
				.filter(refund -> Told.text(refund, "correlatorId").equals(reference))
				.findFirst();
			return before.map(refund -> given(refund, name, amount))
				.orElseGet(() -> this.books.account(subscriber.subscriber(), line, left)
					.map(account -> refund(account, refund(subscriber, account, amount, way, reference), name, amount,
							left))
					.orElse(NO_SUCH_LINE));
		});
	}

	private BillingAnswer refund(String account, ObjectNode wish, String name, Money amount, Patience left) {
		boolean enough = this.books.credit(account, left)
			.filter(credit -> !credit.currency().equals(amount.currency()) || credit.minor() < amount.minor())
			.isEmpty();
		return enough
				? given(this.underWay.send(name, () -> this.backEnd.create(this.agreed.paths().refunds(), wish, left)),
						name, amount)
				: new BillingAnswer.Refused("not-so-much");
	}

	/** What the back end took note of, unless it says that it is not what was wished. */
	private BillingAnswer given(JsonNode refund, String name, Money amount) {
		this.underWay.settled(name);
		if (Amount.of(refund.path("totalAmount")).filter(told -> !told.equals(amount)).isPresent()) {
			return new BillingAnswer.Refused("other-refund");
		}
		return Told.oneOf(FAILED, Told.text(refund, "status")) ? new BillingAnswer.Refused("refund-failed") : DONE;
	}

	private ObjectNode refund(SubscriberId subscriber, String account, Money amount, RefundWay way, String reference) {
		ObjectNode refund = JSON.createObjectNode()
			.put("correlatorId", reference)
			.put("description", "Left on a line that was given up");
		refund.putObject("requestor")
			.put("id", subscriber.subscriber())
			.put("role", "customer")
			.put("@referredType", "Customer");
		refund.putObject("account").put("id", account);
		String method = this.agreed.refundWays().getOrDefault(way, "");
		if (!method.isBlank()) {
			refund.putObject("paymentMethod").put("id", method);
		}
		Amount.put(refund, "totalAmount", amount);
		return refund;
	}

	private BillingAnswer answered(Function<Patience, BillingAnswer> deed) {
		try {
			return deed.apply(this.backEnd.patience());
		}
		catch (BackEndFault ex) {
			return ex.refused() ? new BillingAnswer.Refused(ex.word()) : new BillingAnswer.Later(ex.word());
		}
		catch (DataAccessException ex) {
			return new BillingAnswer.Later("no-database");
		}
	}

	/** What an order is about, looked for only where one is placed. */
	@FunctionalInterface
	private interface Lookup {

		Optional<String> find();

	}

}
