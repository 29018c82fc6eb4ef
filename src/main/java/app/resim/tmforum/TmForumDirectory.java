package app.resim.tmforum;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import app.resim.account.Line;
import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Tenure;
import app.resim.account.port.SubscriberDirectory;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.dao.DataAccessException;

/**
 * A customer directory that speaks TMF629, TMF632, TMF637, TMF639 and, for fees, TMF676.
 * What a filter finds is looked at again, because back ends may not know the filter.
 */
final class TmForumDirectory implements SubscriberDirectory {

	/** Asked for in the place of somebody unknown, so that both take the same time. */
	private static final String NOBODY = "nobody";

	private static final String RESOURCE_FIELDS = "id,category,name,@type,resourceCharacteristic";

	private static final JsonMapper JSON = JsonMapper.shared();

	private final TmForumProperties agreed;

	private final BackEnd backEnd;

	private final OrdersUnderWay underWay;

	private final Clock clock;

	TmForumDirectory(TmForumProperties agreed, BackEnd backEnd, OrdersUnderWay underWay, Clock clock) {
		this.agreed = agreed;
		this.backEnd = backEnd;
		this.underWay = underWay;
		this.clock = clock;
	}

	@Override
	public Optional<Subscriber> find(SubscriberId id) {
		return asked(left -> find(id.subscriber(), left));
	}

	@Override
	public Optional<Subscriber> byEmail(String email) {
		String wanted = email.strip().toLowerCase(Locale.ROOT);
		if (wanted.indexOf('@') < 0) {
			return Optional.empty();
		}
		return asked(left -> this.agreed.contactsOfParty() ? byEmailOfParty(wanted, left)
				: only(searchCustomers(this.agreed.filters().email(), wanted, left).stream()
					.map(customer -> new CustomerFile(customer, JSON.createObjectNode(), this.agreed))
					.filter(customer -> customer.hasEmail(wanted, now()))
					.toList()).flatMap(customer -> customer.subscriber(now())));
	}

	@Override
	public Optional<Subscriber> byNumber(Msisdn number) {
		return asked(left -> {
			List<String> owners = products(this.agreed.filters().numberOfProduct(), this.agreed.written(number), left)
				.filter(product -> product.number().filter(number::equals).isPresent())
				.flatMap(ProductFile::customers)
				.distinct()
				.toList();
			return find((owners.size() == 1) ? owners.getFirst() : NOBODY, left)
				.filter(found -> owners.contains(found.id().subscriber()));
		});
	}

	@Override
	public List<Line> lines(SubscriberId id) {
		return asked(left -> {
			Optional<BrandId> brand = customer(id.subscriber(), left).flatMap(CustomerFile::brand);
			if (brand.isEmpty()) {
				return List.of();
			}
			Map<Msisdn, Line> lines = new HashMap<>();
			products(this.agreed.filters().customerOfProduct(), id.subscriber(), left)
				.filter(product -> product.customers().anyMatch(id.subscriber()::equals))
				.sorted(Comparator.comparing(product -> Told.text(product.product(), "id")))
				.forEach(product -> product.number()
					.ifPresent(number -> lines.computeIfAbsent(number, key -> line(key, brand.get(), product, left))));
			return lines.values().stream().sorted(Comparator.comparing(line -> line.number().e164())).toList();
		});
	}

	private Line line(Msisdn number, BrandId brand, ProductFile product, Patience left) {
		List<JsonNode> resources = product.tellsSim() ? List.of() : resources(product, left);
		return new Line(number, brand, product.sim(resources.stream()), product.device(resources.stream()));
	}

	private List<JsonNode> resources(ProductFile product, Patience left) {
		return product.resources()
			.limit(this.agreed.pageSize())
			.flatMap(id -> this.backEnd.one(this.agreed.paths().resources(), id, RESOURCE_FIELDS, left).stream())
			.toList();
	}

	@Override
	public RegisteredIdentity identity(SubscriberId id) {
		return asked(left -> customer(id.subscriber(), left).map(customer -> withParty(customer.customer(), left))
			.map(CustomerFile::identity)
			.orElse(RegisteredIdentity.NOTHING));
	}

	@Override
	public Tenure tenure(SubscriberId id) {
		return asked(left -> customer(id.subscriber(), left)
			.map(customer -> this.agreed.contactsOfParty() ? withParty(customer.customer(), left) : customer)
			.map(CustomerFile::tenure)
			.orElse(Tenure.UNKNOWN));
	}

	/** The reference is the payment's own name: a repeat finds the first one. */
	@Override
	public void charge(SubscriberId id, Money fee, String reference) {
		String name = "charge-" + reference;
		asked(left -> {
			if (!charged(reference, left)) {
				this.underWay.send(name, () -> this.backEnd.create(this.agreed.paths().payments(),
						payment(id, fee, reference, left), left));
			}
			this.underWay.settled(name);
			return reference;
		});
	}

	private boolean charged(String reference, Patience left) {
		return this.backEnd
			.search(this.agreed.paths().payments(), this.agreed.filters().payment(), reference, "id,correlatorId", left)
			.stream()
			.anyMatch(payment -> Told.text(payment, "correlatorId").equals(reference));
	}

	private ObjectNode payment(SubscriberId id, Money fee, String reference, Patience left) {
		ObjectNode payment = JSON.createObjectNode()
			.put("correlatorId", reference)
			.put("description", "eSIM replacement");
		payment.putObject("payer").put("id", id.subscriber()).put("role", "customer").put("@referredType", "Customer");
		customer(id.subscriber(), left).flatMap(CustomerFile::account)
			.ifPresent(account -> payment.putObject("account").put("id", account));
		if (!this.agreed.paymentMethod().isBlank()) {
			payment.putObject("paymentMethod").put("id", this.agreed.paymentMethod());
		}
		Amount.put(payment, "totalAmount", fee);
		return payment;
	}

	private Optional<Subscriber> byEmailOfParty(String wanted, Patience left) {
		List<CustomerFile> parties = this.backEnd
			.search(this.agreed.paths().individuals(), this.agreed.filters().email(), wanted, CustomerFile.PARTY_FIELDS,
					left)
			.stream()
			.map(party -> new CustomerFile(JSON.createObjectNode(), party, this.agreed))
			.filter(party -> party.hasEmail(wanted, now()))
			.toList();
		String party = only(parties).map(found -> Told.text(found.party(), "id")).orElse(NOBODY);
		return only(searchCustomers(this.agreed.filters().partyOfCustomer(), party, left).stream()
			.filter(customer -> CustomerFile.partyId(customer).equals(party))
			.toList()).filter(customer -> parties.size() == 1)
			.flatMap(customer -> new CustomerFile(customer, parties.getFirst().party(), this.agreed).subscriber(now()));
	}

	private Optional<Subscriber> find(String id, Patience left) {
		Optional<CustomerFile> customer = customer(id, left);
		if (!this.agreed.contactsOfParty()) {
			return customer.flatMap(found -> found.subscriber(now()));
		}
		JsonNode known = customer.map(CustomerFile::customer).orElseGet(JSON::createObjectNode);
		return Optional.of(withParty(known, left)).flatMap(found -> found.subscriber(now()));
	}

	private Optional<CustomerFile> customer(String id, Patience left) {
		return this.backEnd.one(this.agreed.paths().customers(), id, CustomerFile.CUSTOMER_FIELDS, left)
			.map(customer -> new CustomerFile(customer, JSON.createObjectNode(), this.agreed));
	}

	private CustomerFile withParty(JsonNode customer, Patience left) {
		String party = CustomerFile.partyId(customer);
		Optional<JsonNode> found = (this.agreed.party() || this.agreed.contactsOfParty()) ? this.backEnd
			.one(this.agreed.paths().individuals(), party.isEmpty() ? NOBODY : party, CustomerFile.PARTY_FIELDS, left)
				: Optional.empty();
		return new CustomerFile(customer, found.orElseGet(JSON::createObjectNode), this.agreed);
	}

	private List<JsonNode> searchCustomers(String filter, String wanted, Patience left) {
		return this.backEnd.search(this.agreed.paths().customers(), filter, wanted, CustomerFile.CUSTOMER_FIELDS, left);
	}

	private Stream<ProductFile> products(String filter, String wanted, Patience left) {
		return this.backEnd.search(this.agreed.paths().products(), filter, wanted, ProductFile.FIELDS, left)
			.stream()
			.map(product -> new ProductFile(product, this.agreed))
			.filter(ProductFile::isLine);
	}

	private static <T> Optional<T> only(List<T> found) {
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

	private <T> T asked(Function<Patience, T> question) {
		try {
			return question.apply(this.backEnd.patience());
		}
		catch (BackEndFault | DataAccessException ex) {
			throw new DirectoryUnreachable(ex);
		}
	}

	private Instant now() {
		return this.clock.instant();
	}

}
