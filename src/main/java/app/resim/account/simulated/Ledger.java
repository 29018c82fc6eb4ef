package app.resim.account.simulated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import app.resim.account.RefundWay;
import app.resim.account.Standing.BillLine;
import app.resim.account.Standing.Commitment;
import app.resim.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the file says of a line's billing, in months from today, so that the invented
 * people do not grow old.
 *
 * @param currency ISO 4217
 * @param monthly what every month's bill holds
 * @param once what one month's bill holds
 * @param unpaid bills that nobody has paid yet
 * @param credit what is left, in whole units
 * @param commitments terms that run
 * @param hanging what hangs on the number
 * @param refundWays how a refund can go
 */
record Ledger(String currency, @Nullable List<Item> monthly, @Nullable List<Item> once, @Nullable List<Unpaid> unpaid,
		@Nullable BigDecimal credit, @Nullable List<Term> commitments, @Nullable List<String> hanging,
		@Nullable List<RefundWay> refundWays) {

	private static final int MONTHS = 3;

	/** The day of the next month until which a bill is to be paid. */
	private static final int DUE = 21;

	/** Of the last three whole months, the newest first. */
	List<BillLine> lately(LocalDate today) {
		return IntStream.rangeClosed(1, MONTHS).boxed().flatMap(ago -> month(ago, today)).toList();
	}

	private Stream<BillLine> month(int ago, LocalDate today) {
		YearMonth month = YearMonth.from(today).minusMonths(ago);
		return Stream.concat(list(this.monthly), list(this.once).filter(item -> Objects.equals(item.monthsAgo(), ago)))
			.map(item -> new BillLine(month.atDay(1), month.atEndOfMonth(), item.text(), money(item.amount())));
	}

	Stream<SimulatedBill> unpaid(LocalDate today) {
		return list(this.unpaid).map(bill -> new SimulatedBill(bill.number(), sum(month(bill.monthsAgo(), today)),
				YearMonth.from(today).minusMonths(bill.monthsAgo() - 1L).atDay(DUE)));
	}

	private Money sum(Stream<BillLine> lines) {
		return new Money(lines.mapToLong(line -> line.amount().minor()).sum(), this.currency);
	}

	List<Commitment> commitments(LocalDate today) {
		return list(this.commitments)
			.map(term -> new Commitment(term.name(), YearMonth.from(today).plusMonths(term.monthsLeft()).atEndOfMonth(),
					Optional.ofNullable(term.leavingCosts()).map(this::money)))
			.toList();
	}

	Money left() {
		return money((this.credit != null) ? this.credit : BigDecimal.ZERO);
	}

	List<String> whatHangs() {
		return list(this.hanging).toList();
	}

	List<RefundWay> ways() {
		return list(this.refundWays).toList();
	}

	private Money money(BigDecimal amount) {
		int digits = Currency.getInstance(this.currency).getDefaultFractionDigits();
		return new Money(amount.setScale(digits, RoundingMode.UNNECESSARY).unscaledValue().longValueExact(),
				this.currency);
	}

	private static <T> Stream<T> list(@Nullable List<T> entries) {
		return (entries != null) ? entries.stream() : Stream.empty();
	}

	@Override
	public String toString() {
		return "Ledger[•••]";
	}

	/**
	 * A line of a bill.
	 *
	 * @param text as it stands there
	 * @param amount in whole units
	 * @param monthsAgo in which month, where not in every one
	 */
	record Item(String text, BigDecimal amount, @Nullable Integer monthsAgo) {
	}

	/**
	 * A bill that is not paid.
	 *
	 * @param number its own, the only one of its kind in the file
	 * @param monthsAgo for which month
	 */
	record Unpaid(String number, int monthsAgo) {
	}

	/**
	 * A term.
	 *
	 * @param name what for
	 * @param monthsLeft how long it still runs
	 * @param leavingCosts in whole units, where it is known
	 */
	record Term(String name, int monthsLeft, @Nullable BigDecimal leavingCosts) {
	}

}
