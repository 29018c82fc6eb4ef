package app.resim.tmforum;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.account.Standing.BillLine;
import app.resim.account.Standing.Debt;
import app.resim.account.Standing.OpenBill;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the back end's books say of a line. An API that it does not have leaves out what
 * would stand there; one that does not answer is a fault.
 */
final class Books {

	private static final Logger LOG = LoggerFactory.getLogger(Books.class);

	private static final int MONTHS = 3;

	/** The last three months have no more bills than that, or are not told. */
	private static final int MOST_BILLS = 12;

	private final TmForumProperties agreed;

	private final BackEnd backEnd;

	private final Clock clock;

	Books(TmForumProperties agreed, BackEnd backEnd, Clock clock) {
		this.agreed = agreed;
		this.backEnd = backEnd;
		this.clock = clock;
	}

	/** The product of a number that is in use, if there is exactly one. */
	Optional<ProductFile> line(Msisdn number, Patience left) {
		return only(ofNumber(number, left).filter(ProductFile::isLine).toList());
	}

	private Stream<ProductFile> ofNumber(Msisdn number, Patience left) {
		return products(this.agreed.filters().numberOfProduct(), this.agreed.written(number), left)
			.filter(product -> product.number().filter(number::equals).isPresent());
	}

	/** The service of a number that is in use, if there is exactly one. */
	Optional<String> service(Msisdn number, Patience left) {
		return only(this.backEnd
			.search(this.agreed.paths().services(), this.agreed.filters().numberOfService(),
					this.agreed.written(number), ServiceFile.FIELDS, left)
			.stream()
			.filter(service -> ServiceFile.isOf(number, service, this.agreed))
			.map(service -> Told.text(service, "id"))
			.toList());
	}

	/** The account of a customer's line, also after the line has ended. */
	Optional<String> account(String customer, Msisdn number, Patience left) {
		List<ProductFile> own = ofNumber(number, left).filter(product -> product.customers().anyMatch(customer::equals))
			.toList();
		return only(own.stream().filter(ProductFile::isLine).toList()).or(() -> only(own))
			.flatMap(product -> account(product, customer, left));
	}

	private Optional<String> account(ProductFile product, String customer, Patience left) {
		return product.account()
			.or(() -> this.backEnd.one(this.agreed.paths().customers(), customer, "id,account", left)
				.flatMap(found -> new CustomerFile(found, JsonMapper.shared().createObjectNode(), this.agreed)
					.account()));
	}

	Standing standing(ProductFile product, String customer, Patience left) {
		List<ProductFile> own = products(this.agreed.filters().customerOfProduct(), customer, left)
			.filter(other -> !other.id().equals(product.id()) && other.customers().anyMatch(customer::equals))
			.toList();
		List<ProductFile> others = own.stream().filter(ProductFile::isLine).toList();
		Optional<String> id = account(product, customer, left);
		Optional<AccountFile> account = id.flatMap(key -> account(key, left));
		Optional<List<BillFile>> bills = id.flatMap(key -> bills(key, left));
		boolean shared = others.stream().anyMatch(other -> other.account().or(() -> id).equals(id));
		return new Standing(debt(bills, account),
				account.filter(found -> !shared).flatMap(found -> found.credit(now())),
				bills.flatMap(found -> lately(found, product, left)), product.commitments(today()),
				hanging(product, own, left), ways(!others.isEmpty()));
	}

	private Debt debt(Optional<List<BillFile>> bills, Optional<AccountFile> account) {
		List<BillFile> open = bills.orElse(List.of()).stream().filter(BillFile::isOpen).toList();
		if (!open.isEmpty()) {
			return owed(open);
		}
		Optional<Money> owed = account.flatMap(found -> found.owed(now()));
		if (owed.filter(money -> money.minor() > 0).isPresent()) {
			return new Debt.Owed(List.of(), owed.get());
		}
		boolean arrears = account.filter(AccountFile::inArrears).isPresent();
		boolean nothing = bills.isPresent() || owed.isPresent() || account.filter(AccountFile::paid).isPresent();
		return (nothing && !arrears) ? new Debt.None() : new Debt.NotTold();
	}

	private Debt owed(List<BillFile> open) {
		List<OpenBill> bills = open.stream()
			.flatMap(bill -> bill.unpaid()
				.map(amount -> new OpenBill(bill.number(), bill.due(), amount, payAt()))
				.stream())
			.sorted(Comparator.comparing(bill -> bill.due().orElse(LocalDate.MAX)))
			.toList();
		Optional<Money> inAll = Amount.sum(bills.stream().map(OpenBill::amount).toList())
			.filter(sum -> bills.size() == open.size());
		return inAll.<Debt>map(sum -> new Debt.Owed(bills, sum)).orElseGet(Debt.NotTold::new);
	}

	private Optional<URI> payAt() {
		return this.agreed.payAt().isBlank() ? Optional.empty() : Optional.of(URI.create(this.agreed.payAt()));
	}

	private Optional<List<BillLine>> lately(List<BillFile> bills, ProductFile product, Patience left) {
		LocalDate since = today().minusMonths(MONTHS);
		List<BillFile> young = bills.stream()
			.filter(bill -> bill.madeOn().filter(day -> !day.isBefore(since) && !day.isAfter(today())).isPresent())
			.toList();
		List<Optional<List<BillLine>>> lines = (young.size() > MOST_BILLS) ? List.of(Optional.empty())
				: young.stream().map(bill -> lines(bill, product, left)).toList();
		return lines.stream().allMatch(Optional::isPresent) ? Optional.of(lines.stream()
			.flatMap(bill -> bill.orElseThrow().stream())
			.sorted(Comparator.comparing(BillLine::until).reversed())
			.toList()) : Optional.empty();
	}

	/** Of a bill for several lines only what is for this one, or for nobody alone. */
	private Optional<List<BillLine>> lines(BillFile bill, ProductFile product, Patience left) {
		return found(this.agreed.paths().rates(), this.agreed.filters().ratesOfBill(), bill.id(), BillFile.RATE_FIELDS,
				left)
			.map(rates -> rates.stream().filter(rate -> Told.text(rate.path("bill"), "id").equals(bill.id())).toList())
			.map(rates -> rates.isEmpty() ? bill.whole().stream().toList()
					: rates.stream()
						.filter(rate -> List.of("", product.id()).contains(Told.text(rate.path("product"), "id")))
						.flatMap(rate -> bill.line(rate).stream())
						.toList());
	}

	private Optional<List<String>> hanging(ProductFile product, List<ProductFile> own, Patience left) {
		String filter = this.agreed.filters().hanging();
		return filter.isBlank() ? Optional.empty()
				: found(this.agreed.paths().products(), filter, product.id(), ProductFile.BILLED_FIELDS, left)
					.map(linked -> Stream
						.concat(own.stream(), linked.stream().map(other -> new ProductFile(other, this.agreed)))
						.filter(other -> other.hangsOn(product))
						.map(ProductFile::name)
						.distinct()
						.toList());
	}

	/** A next bill there is only for somebody who keeps a line. */
	private List<RefundWay> ways(boolean keepsALine) {
		return Stream.of(RefundWay.values())
			.filter(way -> !this.agreed.paths().refunds().isBlank() && this.agreed.refundWays().containsKey(way))
			.filter(way -> way != RefundWay.NEXT_BILL || keepsALine)
			.toList();
	}

	/** What is left on an account, where it is told. */
	Optional<Money> credit(String account, Patience left) {
		return account(account, left).flatMap(found -> found.credit(now()));
	}

	private Optional<AccountFile> account(String id, Patience left) {
		String path = this.agreed.paths().accounts();
		return path.isBlank() ? Optional.empty() : known(() -> this.backEnd.one(path, id, AccountFile.FIELDS, left))
			.map(found -> new AccountFile(found, this.agreed));
	}

	private Optional<List<BillFile>> bills(String account, Patience left) {
		return found(this.agreed.paths().bills(), this.agreed.filters().billsOfAccount(), account, BillFile.FIELDS,
				left)
			.map(bills -> bills.stream()
				.map(bill -> new BillFile(bill, this.agreed))
				.filter(bill -> bill.isOf(account))
				.toList());
	}

	private Optional<List<JsonNode>> found(String path, String filter, String wanted, String fields, Patience left) {
		return path.isBlank() ? Optional.empty()
				: known(() -> Optional.of(this.backEnd.search(path, filter, wanted, fields, left)));
	}

	/** What the back end would never tell, however often it is asked, is not told. */
	private static <T> Optional<T> known(Supplier<Optional<T>> question) {
		try {
			return question.get();
		}
		catch (BackEndFault ex) {
			if (!ex.refused() && !ex.word().matches("too-many|http-501")) {
				throw ex;
			}
			LOG.warn("The back end does not tell something that giving up a line asks for: {}", ex.word());
			return Optional.empty();
		}
	}

	private Stream<ProductFile> products(String filter, String wanted, Patience left) {
		return this.backEnd.search(this.agreed.paths().products(), filter, wanted, ProductFile.BILLED_FIELDS, left)
			.stream()
			.map(product -> new ProductFile(product, this.agreed));
	}

	private static <T> Optional<T> only(List<T> found) {
		return (found.size() == 1) ? Optional.of(found.getFirst()) : Optional.empty();
	}

	private LocalDate today() {
		return LocalDate.ofInstant(now(), ZoneOffset.UTC);
	}

	private Instant now() {
		return this.clock.instant();
	}

}
