package app.resim.tmforum;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import app.resim.MovingClock;
import app.resim.account.BillingAnswer;
import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.account.Standing.BillLine;
import app.resim.account.Standing.Debt;
import app.resim.account.Standing.OpenBill;
import app.resim.account.port.Billing;
import app.resim.account.port.Billing.BillingUnreachable;
import app.resim.account.port.BillingContract;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.tmforum.SimulatedBackEnd.Fate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Timeout(30)
class TmForumBillingTest extends BillingContract {

	private static final DataSource DATABASE = FreshDatabase.h2();

	private static final String PRODUCTS = "/productInventory/v4/product";

	private static final String SERVICES = "/serviceInventory/v4/service";

	private static final String ACCOUNTS = "/accountManagement/v4/billingAccount";

	private static final String BILLS = "/customerBillManagement/v4/customerBill";

	private static final String RATES = "/customerBillManagement/v4/appliedCustomerBillingRate";

	private static final String REFUNDS = "/paymentManagement/v4/refund";

	private static final String ORDERS = "/productOrderingManagement/v4/productOrder";

	private static final String SERVICE_ORDERS = "/serviceOrdering/v4/serviceOrder";

	private static final Money ALL = new Money(7350, "HKD");

	private static final BillingAnswer DONE = new BillingAnswer.Done();

	private static final String REFERENCE = "RS-7K4M-29QD";

	private final MovingClock clock = new MovingClock();

	private final SimulatedBackEnd backEnd = new SimulatedBackEnd(this.clock);

	private final Billing billing = billing("pay-at=https://pay.example.com");

	@BeforeEach
	void books() {
		JdbcClient.create(DATABASE).sql("DELETE FROM tmforum_order").update();
		product("pr-debt", IN_DEBT, "ba-debt", "\"productTerm\":[]");
		product("pr-credit", WITH_CREDIT, "ba-credit", "\"x\":1");
		product("pr-bound", BOUND, "ba-bound",
				"""
						"productTerm":[{"name":"Two years","validFor":{"endDateTime":"2027-02-28T15:59:59Z"}},
						 {"name":"Over","validFor":{"endDateTime":"2026-08-03T00:00:00Z"}}],
						"productPrice":[{"priceType":"recurring","price":{"taxIncludedAmount":{"unit":"HKD","value":268}}},
						 {"name":"EarlyTermination","priceType":"oneTime","price":{"taxIncludedAmount":{"unit":"HKD","value":"938.00"}}}]""");
		this.backEnd.add(PRODUCTS,
				"""
						{"id":"pr-family","name":"Family line","status":"active","relatedParty":[{"id":"t-2","role":"customer"}],
						 "productRelationship":[{"relationshipType":"reliesOn","product":{"id":"pr-bound"}}]}""");
		this.backEnd.add(PRODUCTS, """
				{"id":"pr-gone","name":"Gone","status":"terminated",
				 "productRelationship":[{"relationshipType":"reliesOn","product":{"id":"pr-bound"}}]}""");
		this.backEnd.add(PRODUCTS, """
				{"id":"pr-bundle","name":"Bundle","status":"active",
				 "productRelationship":[{"relationshipType":"bundled","product":{"id":"pr-bound"}}]}""");
		account("ba-debt", "[]", "in arrears");
		account("ba-credit", "[{\"balanceType\":\"Deposit Balance\",\"amount\":{\"unit\":\"HKD\",\"value\":73.5}}]",
				"paid");
		account("ba-bound", "[]", "");
		bill("b-4", "TW-4", "2026-08-01", "sent", "214.00");
		bill("b-3", "TW-3", "2026-07-01", "partiallyPaid", "153");
		bill("b-2", "TW-2", "2026-06-01", "settled", "0");
		bill("b-1", "TW-1", "2026-04-01", "settled", "0");
		bill("b-5", "TW-5", "2026-09-01", "new", "300");
		rate("b-4", "Plan 20 GB", "138", "pr-debt");
		rate("b-4", "Roaming", "76.004", "");
		rate("b-4", "Plan of somebody else", "99", "pr-other");
	}

	private void product(String id, Msisdn number, String account, String more) {
		this.backEnd.add(PRODUCTS, """
				{"id":"%s","status":"active","productSerialNumber":"%s","billingAccount":{"id":"%s"},
				 "relatedParty":[{"id":"t-1","role":"customer"}],%s}""".formatted(id, number.e164(), account, more));
	}

	private ObjectNode account(String id, String balances, String status) {
		return this.backEnd.add(ACCOUNTS,
				"{\"id\":\"%s\",\"accountBalance\":%s,\"paymentStatus\":\"%s\"}".formatted(id, balances, status));
	}

	private void bill(String id, String number, String day, String state, String remaining) {
		this.backEnd.add(BILLS, """
				{"id":"%s","billNo":"%s","billDate":"%sT00:00:00Z","paymentDueDate":"%s","state":"%s",
				 "category":"Monthly bill","billingAccount":{"id":"ba-debt"},
				 "taxIncludedAmount":{"unit":"HKD","value":214},"remainingAmount":{"unit":"HKD","value":%s}}"""
			.formatted(id, number, day, LocalDate.parse(day).plusDays(20), state, remaining));
	}

	private void rate(String bill, String name, String amount, String product) {
		this.backEnd.add(RATES, """
				{"id":"%s %s","name":"%s","bill":{"id":"%s"},"product":{"id":"%s"},
				 "periodCoverage":{"startDateTime":"2026-07-01T00:00:00Z","endDateTime":"2026-07-31T23:59:59Z"},
				 "taxIncludedAmount":{"unit":"hkd","value":"%s"}}""".formatted(bill, name, name, bill, product,
				amount));
	}

	@AfterEach
	void close() {
		this.backEnd.close();
	}

	private Billing billing(String... more) {
		TmForumProperties agreed = Agreements.with(this.backEnd,
				Stream
					.concat(Stream.of("page-size=10", "refund-ways.AS_PAID=", "refund-ways.NEXT_BILL=next-bill"),
							Stream.of(more))
					.toArray(String[]::new));
		return new TmForumBilling(agreed, Agreements.client(agreed),
				TmForumConfiguration.ordersUnderWay(agreed, JdbcClient.create(DATABASE), this.clock), this.clock);
	}

	@Override
	protected Billing billing() {
		return this.billing;
	}

	@Override
	protected void pay(String number) {
		this.backEnd.entries(BILLS)
			.stream()
			.filter(bill -> bill.path("billNo").asString("").equals(number))
			.forEach(bill -> bill.put("state", "settled"));
		if (this.backEnd.entries(BILLS).stream().noneMatch(bill -> bill.path("state").asString("").equals("sent"))) {
			this.backEnd.entries(ACCOUNTS).getFirst().put("paymentStatus", "paid");
		}
	}

	@Override
	protected List<Money> refunds(String reference) {
		return this.backEnd.entries(REFUNDS)
			.stream()
			.filter(refund -> refund.path("correlatorId").asString("").equals(reference))
			.map(refund -> Amount.of(refund.path("totalAmount")).orElseThrow())
			.toList();
	}

	@Override
	protected long closings(Msisdn line) {
		String product = line.equals(BOUND) ? "pr-bound" : "pr-credit";
		return this.backEnd.entries(ORDERS)
			.stream()
			.map(order -> order.path("productOrderItem").path(0))
			.filter(item -> item.path("action").asString("").equals("delete"))
			.filter(item -> item.path("product").path("id").asString("").equals(product))
			.count();
	}

	private Standing standing(Msisdn line) {
		return this.billing.standing(KNOWN, line);
	}

	private BillingAnswer refund(String reference) {
		return this.billing.refund(KNOWN, WITH_CREDIT, ALL, RefundWay.AS_PAID, reference);
	}

	@Test
	void aBillIsToldWithItsLinesAndAsAWholeWhereItHasNone() {
		LocalDate first = LocalDate.of(2026, 7, 1);
		assertThat(standing(IN_DEBT).lately().orElseThrow()).containsExactly(
				new BillLine(first, LocalDate.of(2026, 7, 31), "Plan 20 GB", new Money(13800, "HKD")),
				new BillLine(first, LocalDate.of(2026, 7, 31), "Roaming", new Money(7600, "HKD")),
				new BillLine(first, first, "Monthly bill", new Money(21400, "HKD")),
				new BillLine(first.minusMonths(1), first.minusMonths(1), "Monthly bill", new Money(21400, "HKD")));
	}

	@Test
	void whatIsNotToldIsUnknown() {
		assertThat(standing(WITH_CREDIT).commitments()).isEmpty();
		assertThat(standing(BOUND).refundable()).isEmpty();
		assertThat(standing(IN_DEBT).commitments()).contains(List.of());
		Billing silent = billing("paths.accounts=", "paths.bills=", "paths.refunds=", "filters.hanging=");
		Standing little = silent.standing(KNOWN, WITH_CREDIT);
		assertThat(little).isEqualTo(Standing.UNKNOWN);
		assertThat(silent.refund(KNOWN, WITH_CREDIT, ALL, RefundWay.AS_PAID, REFERENCE))
			.isEqualTo(new BillingAnswer.Refused("no-such-way"));
	}

	@Test
	void whereToPayIsASetting() {
		assertThat(((Debt.Owed) standing(IN_DEBT).debt()).bills()).extracting(OpenBill::payAt)
			.allSatisfy(place -> assertThat(place.orElseThrow()).hasToString("https://pay.example.com"));
	}

	@Test
	void whereOthersCouldReadAlongNobodyIsSentToPay() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> billing("pay-at=http://pay.example.com"));
	}

	@Test
	void theBalanceOfAnAccountOfSeveralLinesIsNobodysToRefund() {
		product("pr-second", new Msisdn("+85255500187"), "ba-credit", "\"x\":1");
		assertThat(standing(WITH_CREDIT).refundable()).isEmpty();
		assertThat(standing(WITH_CREDIT).debt()).isEqualTo(new Debt.None());
	}

	@Test
	void aBillWhoseAmountCannotBeReadMakesTheDebtUnknown() {
		this.backEnd.entries(BILLS).getFirst().putObject("remainingAmount").put("unit", "HKD").put("value", "a lot");
		assertThat(standing(IN_DEBT).debt()).isEqualTo(new Debt.NotTold());
	}

	@ParameterizedTest
	@CsvSource({ "receivableBalance, 120.5, '', 12050", "receivableBalance, 0, '', 0", "none, 0, paid, 0",
			"none, 0, '', -1", "receivableBalance, 0, in arrears, -1", "receivableBalance, -5, '', -1" })
	void withoutBillsTheAccountTells(String type, String amount, String status, long owed) {
		Billing withoutBills = billing("paths.bills=");
		this.backEnd.entries(ACCOUNTS).clear();
		account("ba-debt",
				"[{\"balanceType\":\"%s\",\"amount\":{\"unit\":\"HKD\",\"value\":%s}}]".formatted(type, amount),
				status);
		Debt expected = (owed > 0) ? new Debt.Owed(List.of(), new Money(owed, "HKD"))
				: (owed == 0) ? new Debt.None() : new Debt.NotTold();
		assertThat(withoutBills.standing(KNOWN, IN_DEBT).debt()).isEqualTo(expected);
	}

	@Test
	void anAccountInArrearsWithoutABillIsUnknown() {
		this.backEnd.entries(BILLS).clear();
		assertThat(standing(IN_DEBT).debt()).isEqualTo(new Debt.NotTold());
	}

	@Test
	void aCustomersAccountServesWhereTheProductNamesNone() {
		this.backEnd.entries(PRODUCTS).removeIf(product -> !product.path("id").asString("").equals("pr-debt"));
		this.backEnd.entries(PRODUCTS).getFirst().remove("billingAccount");
		this.backEnd.add("/customerManagement/v4/customer", "{\"id\":\"t-1\",\"account\":[{\"id\":\"ba-debt\"}]}");
		assertThat(standing(IN_DEBT).debt()).isInstanceOf(Debt.Owed.class);
	}

	@Test
	void twoProductsOfANumberAreForAPerson() {
		product("pr-twin", WITH_CREDIT, "ba-credit", "\"x\":1");
		assertThat(standing(WITH_CREDIT)).isEqualTo(Standing.UNKNOWN);
		assertThat(this.billing.close(WITH_CREDIT, REFERENCE)).isEqualTo(new BillingAnswer.Refused("no-such-line"));
	}

	@ParameterizedTest
	@EnumSource(names = { "HANG", "BROKEN", "BUSY", "GARBAGE", "ENDLESS" })
	void aFaultIsToldWithoutTellingWhoseBillsTheyWere(Fate fate) {
		this.backEnd.next("GET " + BILLS, fate);
		assertThatExceptionOfType(BillingUnreachable.class).isThrownBy(() -> standing(IN_DEBT)).satisfies(fault -> {
			for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
				assertThat(cause.toString()).doesNotContain("ba-debt", "5550", "/customerBill");
			}
		});
		assertThat(standing(IN_DEBT).debt()).isInstanceOf(Debt.Owed.class);
	}

	@Test
	void aRefundWhoseAnswerGotLostIsFoundAgain() {
		this.backEnd.next("POST " + REFUNDS, Fate.DONE_BUT_ANSWER_LOST);
		assertThat(refund(REFERENCE)).isInstanceOf(BillingAnswer.Later.class);
		assertThat(refund(REFERENCE)).isEqualTo(DONE);
		assertThat(refunds(REFERENCE)).containsExactly(ALL);
	}

	@Test
	void aRefundIsNotRepeatedWhileASearchMayNotShowIt() {
		this.backEnd.searchLags = true;
		this.backEnd.next("POST " + REFUNDS, Fate.HANG);
		assertThat(refund(REFERENCE)).isEqualTo(new BillingAnswer.Later("timeout"));
		assertThat(refund(REFERENCE)).isEqualTo(new BillingAnswer.Later("asked-before"));
		assertThat(this.backEnd.calls("POST " + REFUNDS)).isEqualTo(1);
	}

	@Test
	void aRefundTellsWhatIsWishedAndNoMore() {
		this.billing.refund(KNOWN, WITH_CREDIT, ALL, RefundWay.NEXT_BILL, REFERENCE);
		assertThat(this.backEnd.entries(REFUNDS).getFirst()).hasToString(
				"{\"correlatorId\":\"RS-7K4M-29QD\",\"description\":\"Left on a line that was given up\",\"requestor\":{\"id\":\"t-1\",\"role\":\"customer\",\"@referredType\":\"Customer\"},\"account\":{\"id\":\"ba-credit\"},\"paymentMethod\":{\"id\":\"next-bill\"},\"totalAmount\":{\"unit\":\"HKD\",\"value\":73.5},\"id\":\"n0\"}");
	}

	@Test
	void aRefundThatTheBackEndGaveUpGoesToAPerson() {
		refund(REFERENCE);
		this.backEnd.entries(REFUNDS).getFirst().put("status", "failed");
		assertThat(refund(REFERENCE)).isEqualTo(new BillingAnswer.Refused("refund-failed"));
	}

	@Test
	void theNextBillIsNoWayForSomebodyWithoutAnotherLine() {
		assertThat(standing(WITH_CREDIT).refundWays()).containsExactly(RefundWay.NEXT_BILL, RefundWay.AS_PAID);
		this.backEnd.entries(PRODUCTS).removeIf(product -> !product.path("id").asString("").equals("pr-credit"));
		assertThat(standing(WITH_CREDIT).refundWays()).containsExactly(RefundWay.AS_PAID);
	}

	@Test
	void anOrderWhoseAnswerGotLostIsFoundByItsName() {
		this.backEnd.next("POST " + ORDERS, Fate.DONE_BUT_ANSWER_LOST);
		assertThat(this.billing.close(BOUND, REFERENCE)).isInstanceOf(BillingAnswer.Later.class);
		assertThat(this.billing.close(BOUND, REFERENCE)).isEqualTo(DONE);
		assertThat(closings(BOUND)).isEqualTo(1);
	}

	@Test
	void anOrderThatTakesLongerIsFoundAtTheNextTry() {
		this.backEnd.looksBeforeDone = 1_000_000;
		assertThat(billing("poll-every=5s").close(BOUND, REFERENCE)).isEqualTo(new BillingAnswer.Later("order-open"));
		this.backEnd.looksBeforeDone = 1;
		assertThat(this.billing.close(BOUND, REFERENCE)).isEqualTo(DONE);
		assertThat(closings(BOUND)).isEqualTo(1);
	}

	@Test
	void anOrderThatFailedIsRefusedAndMayBePlacedAnewLater() {
		this.backEnd.ordersEnd = "rejected";
		for (int i = 0; i < 2; i++) {
			assertThat(this.billing.close(BOUND, REFERENCE)).isEqualTo(new BillingAnswer.Refused("order-rejected"));
		}
		assertThat(closings(BOUND)).isEqualTo(1);
		this.backEnd.ordersEnd = "completed";
		this.clock.move(Duration.ofMinutes(11));
		assertThat(this.billing.close(BOUND, REFERENCE)).isEqualTo(DONE);
	}

	@Test
	void ordersTellWhatIsWishedAndNoMore() {
		this.billing.stopCharging(BOUND, MovingClock.START, REFERENCE);
		this.billing.close(BOUND, REFERENCE);
		assertThat(this.backEnd.entries(ORDERS)).extracting(order -> order.path("externalId").asString(""))
			.containsExactly("resim-charge-stop-RS-7K4M-29QD", "resim-line-close-RS-7K4M-29QD");
		assertThat(this.backEnd.entries(ORDERS)).extracting(order -> order.path("productOrderItem").toString())
			.containsExactly(
					"[{\"id\":\"1\",\"action\":\"modify\",\"product\":{\"id\":\"pr-bound\",\"productCharacteristic\":[{\"name\":\"chargedUntil\",\"value\":\"2026-08-04T05:31:00Z\"}]}}]",
					"[{\"id\":\"1\",\"action\":\"delete\",\"product\":{\"id\":\"pr-bound\"}}]");
		assertThat(JdbcClient.create(DATABASE).sql("SELECT COUNT(*) FROM tmforum_order").query(Integer.class).single())
			.isZero();
	}

	@Test
	void aServiceOrderEndsALineWhereThatWasAgreed() {
		this.backEnd.add(SERVICES, """
				{"id":"svc-1","state":"active","serviceCharacteristic":[{"name":"msisdn","value":"%s"}]}"""
			.formatted(BOUND.e164()));
		Billing byService = billing("closed-by=service-order", "names.charged-until=");
		assertThat(byService.stopCharging(BOUND, MovingClock.START, REFERENCE))
			.isEqualTo(new BillingAnswer.Refused("not-agreed"));
		assertThat(byService.close(BOUND, REFERENCE)).isEqualTo(DONE);
		assertThat(byService.close(BOUND, REFERENCE)).isEqualTo(DONE);
		assertThat(this.backEnd.entries(ORDERS)).isEmpty();
		assertThat(this.backEnd.entries(SERVICE_ORDERS)).singleElement()
			.satisfies(order -> assertThat(order.path("serviceOrderItem"))
				.hasToString("[{\"id\":\"1\",\"action\":\"delete\",\"service\":{\"id\":\"svc-1\"}}]"));
	}

	@Test
	void allThatIsAskedEndsInTime() {
		this.backEnd.next("", Fate.WELL, Fate.HANG, Fate.HANG, Fate.HANG, Fate.HANG, Fate.HANG);
		long begin = System.nanoTime();
		assertThat(refund(REFERENCE)).isInstanceOf(BillingAnswer.Later.class);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(this.billing.longestCall());
	}

}
