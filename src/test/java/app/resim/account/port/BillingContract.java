package app.resim.account.port;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;

import app.resim.MovingClock;
import app.resim.account.BillingAnswer;
import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.account.Standing.BillLine;
import app.resim.account.Standing.Debt;
import app.resim.account.Standing.OpenBill;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every billing must do. The one under test works at {@link MovingClock#START} and
 * knows one customer with three lines: one in debt, one with 73.50 HKD left, and one
 * under a contract of which another service hangs. Each has had bills lately.
 */
public abstract class BillingContract {

	/** The customer. */
	protected static final SubscriberId KNOWN = new SubscriberId("t-1");

	/**
	 * Two bills are unpaid, the older one over 153 HKD and the newer one over 214 HKD.
	 */
	protected static final Msisdn IN_DEBT = new Msisdn("+85255500108");

	/** 73.50 HKD are left. */
	protected static final Msisdn WITH_CREDIT = new Msisdn("+85255500176");

	/** A contract runs until the end of February 2027, and leaving costs 938 HKD. */
	protected static final Msisdn BOUND = new Msisdn("+85255500155");

	private static final Msisdn NOBODYS = new Msisdn("+85255500999");

	private static final LocalDate TODAY = LocalDate.ofInstant(MovingClock.START, ZoneOffset.UTC);

	private static final Money ALL = new Money(7350, "HKD");

	private static final BillingAnswer DONE = new BillingAnswer.Done();

	private static final String REFERENCE = "RS-7K4M-29QD";

	/**
	 * The billing under test.
	 * @return the same one within a test
	 */
	protected abstract Billing billing();

	/**
	 * Lets the customer pay a bill elsewhere.
	 * @param number as it stands on the bill
	 */
	protected abstract void pay(String number);

	/**
	 * What was given back for a reference.
	 * @param reference the reference
	 * @return each amount
	 */
	protected abstract List<Money> refunds(String reference);

	/**
	 * How often a line was closed.
	 * @param line which
	 * @return the number of times
	 */
	protected abstract long closings(Msisdn line);

	private Standing standing(Msisdn line) {
		return billing().standing(KNOWN, line);
	}

	private BillingAnswer refund(Money amount, String reference) {
		return billing().refund(KNOWN, WITH_CREDIT, amount, RefundWay.AS_PAID, reference);
	}

	private static void assertRefused(BillingAnswer answer) {
		assertThat(answer).isInstanceOfSatisfying(BillingAnswer.Refused.class,
				refused -> assertThat(refused.fault()).matches("[a-z-]+[a-z0-9-]*").doesNotContainPattern("[0-9]{4}"));
	}

	@Test
	void aDebtIsToldBillByBillTheOldestFirst() {
		assertThat(standing(IN_DEBT).debt()).isInstanceOfSatisfying(Debt.Owed.class, owed -> {
			assertThat(owed.inAll()).isEqualTo(new Money(36700, "HKD"));
			assertThat(owed.bills()).extracting(OpenBill::amount)
				.containsExactly(new Money(15300, "HKD"), new Money(21400, "HKD"));
			assertThat(owed.bills()).extracting(OpenBill::number).doesNotHaveDuplicates().doesNotContain("");
			assertThat(owed.bills()).extracting(bill -> bill.due().orElseThrow()).isSorted();
		});
	}

	@Test
	void aBillThatIsPaidElsewhereIsNoticed() {
		List<OpenBill> open = ((Debt.Owed) standing(IN_DEBT).debt()).bills();
		pay(open.getLast().number());
		assertThat(standing(IN_DEBT).debt()).isEqualTo(new Debt.Owed(open.subList(0, 1), open.getFirst().amount()));
		pay(open.getFirst().number());
		assertThat(standing(IN_DEBT).debt()).isEqualTo(new Debt.None());
	}

	@Test
	void whatIsLeftIsTold() {
		assertThat(standing(WITH_CREDIT).refundable()).contains(ALL);
		assertThat(standing(WITH_CREDIT).hasRefund()).isTrue();
		assertThat(standing(WITH_CREDIT).debt()).isEqualTo(new Debt.None());
		assertThat(standing(WITH_CREDIT).refundWays()).contains(RefundWay.AS_PAID).doesNotHaveDuplicates();
	}

	@Test
	void theBillsOfTheLastThreeMonthsAreToldTheNewestFirst() {
		List<BillLine> lines = standing(IN_DEBT).lately().orElseThrow();
		assertThat(lines).isNotEmpty().isSortedAccordingTo(Comparator.comparing(BillLine::until).reversed());
		assertThat(lines).allSatisfy(line -> {
			assertThat(line.from()).isBetween(TODAY.minusMonths(4).withDayOfMonth(1), line.until());
			assertThat(line.text()).isNotBlank();
			assertThat(line.amount().currency()).isEqualTo("HKD");
		});
	}

	@Test
	void aContractAndWhatHangsOnANumberAreTold() {
		Standing bound = standing(BOUND);
		assertThat(bound.commitments().orElseThrow()).singleElement().satisfies(term -> {
			assertThat(term.until()).isEqualTo(LocalDate.of(2027, 2, 28));
			assertThat(term.leavingCosts()).contains(new Money(93800, "HKD"));
		});
		assertThat(bound.hanging().orElseThrow()).containsExactly("Family line");
		assertThat(standing(IN_DEBT).hanging().orElseThrow()).isEmpty();
	}

	@Test
	void nobodyLearnsOfALineOfSomebodyElse() {
		assertThat(billing().standing(new SubscriberId("stranger"), WITH_CREDIT)).isEqualTo(Standing.UNKNOWN);
		assertThat(standing(NOBODYS)).isEqualTo(Standing.UNKNOWN);
		assertRefused(billing().refund(new SubscriberId("stranger"), WITH_CREDIT, ALL, RefundWay.AS_PAID, REFERENCE));
		assertThat(refunds(REFERENCE)).isEmpty();
	}

	@Test
	void aRepeatedRefundIsGivenOnce() {
		assertThat(refund(ALL, REFERENCE)).isEqualTo(DONE);
		assertThat(refund(ALL, REFERENCE)).isEqualTo(DONE);
		assertThat(refunds(REFERENCE)).containsExactly(ALL);
		assertThat(standing(WITH_CREDIT).refundable()).contains(new Money(0, "HKD"));
		assertThat(standing(WITH_CREDIT).hasRefund()).isFalse();
	}

	@Test
	void aReferenceStandsForOneAmount() {
		assertThat(refund(new Money(1000, "HKD"), REFERENCE)).isEqualTo(DONE);
		assertRefused(refund(new Money(2000, "HKD"), REFERENCE));
		assertThat(refunds(REFERENCE)).containsExactly(new Money(1000, "HKD"));
	}

	@Test
	void nobodyIsGivenMoreThanIsLeft() {
		assertRefused(refund(new Money(7351, "HKD"), REFERENCE));
		assertThat(refund(ALL, REFERENCE)).isEqualTo(DONE);
		assertRefused(refund(new Money(1, "HKD"), "RS-7K4M-29QE"));
	}

	@Test
	void aWayThatWasNotOfferedIsRefused() {
		assertThat(standing(WITH_CREDIT).refundWays()).doesNotContain(RefundWay.BANK_ACCOUNT);
		assertRefused(billing().refund(KNOWN, WITH_CREDIT, ALL, RefundWay.BANK_ACCOUNT, REFERENCE));
		assertThat(refunds(REFERENCE)).isEmpty();
	}

	@Test
	void chargesAreStoppedAndTheLineClosedOnceHoweverOftenAsked() {
		for (int i = 0; i < 2; i++) {
			assertThat(billing().stopCharging(BOUND, MovingClock.START, REFERENCE)).isEqualTo(DONE);
			assertThat(billing().close(BOUND, REFERENCE)).isEqualTo(DONE);
		}
		assertThat(closings(BOUND)).isEqualTo(1);
		assertThat(closings(WITH_CREDIT)).isZero();
	}

	@Test
	void moneyIsGivenBackBeforeOrAfterTheLineEnds() {
		assertThat(billing().close(WITH_CREDIT, REFERENCE)).isEqualTo(DONE);
		assertThat(refund(ALL, REFERENCE)).isEqualTo(DONE);
		assertThat(refunds(REFERENCE)).containsExactly(ALL);
	}

	@Test
	void aLineThatNobodyKnowsIsRefused() {
		assertRefused(billing().stopCharging(NOBODYS, MovingClock.START, REFERENCE));
		assertRefused(billing().close(NOBODYS, REFERENCE));
		assertRefused(billing().refund(KNOWN, NOBODYS, ALL, RefundWay.AS_PAID, REFERENCE));
	}

	@Test
	void nothingOfACustomerIsPrinted() {
		assertThat(standing(IN_DEBT).toString() + ((Debt.Owed) standing(IN_DEBT).debt()).bills()
				+ standing(BOUND).commitments() + standing(IN_DEBT).lately())
			.doesNotContain("HKD", "TW-")
			.doesNotContainPattern("[0-9]");
		assertThat(billing().longestCall()).isGreaterThan(Duration.ZERO);
	}

}
