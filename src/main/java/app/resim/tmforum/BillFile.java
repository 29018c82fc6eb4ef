package app.resim.tmforum;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import app.resim.account.Standing.BillLine;
import app.resim.kernel.Money;
import tools.jackson.databind.JsonNode;

/**
 * A bill (TMF678) as the back end told it.
 *
 * @param bill the bill
 * @param agreed how to read it
 */
record BillFile(JsonNode bill, TmForumProperties agreed) {

	static final String FIELDS = "id,billNo,billDate,paymentDueDate,state,category,billingPeriod,billingAccount,"
			+ "remainingAmount,amountDue,taxIncludedAmount";

	static final String RATE_FIELDS = "id,name,description,date,bill,product,periodCoverage,taxIncludedAmount,"
			+ "taxExcludedAmount";

	private static final int LONGEST_TEXT = 200;

	String id() {
		return Told.text(this.bill, "id");
	}

	String number() {
		String number = Told.text(this.bill, "billNo");
		return number.isEmpty() ? id() : number;
	}

	boolean isOf(String account) {
		return Told.text(this.bill.path("billingAccount"), "id").equals(account);
	}

	/** A bill of which no amount can be read is open as long as its state says so. */
	boolean isOpen() {
		return !Told.oneOf(this.agreed.states().notDue(), Told.text(this.bill, "state"))
				&& unpaid().filter(money -> money.minor() <= 0).isEmpty();
	}

	Optional<Money> unpaid() {
		return Amount.first(this.bill, "remainingAmount", "amountDue");
	}

	Optional<LocalDate> due() {
		return Told.day(Told.text(this.bill, "paymentDueDate"));
	}

	Optional<LocalDate> madeOn() {
		return Told.day(Told.text(this.bill, "billDate"));
	}

	/** The bill in one line, where its lines are not told. */
	Optional<BillLine> whole() {
		String category = Told.text(this.bill, "category");
		return line(category.isEmpty() ? number() : category, this.bill.path("billingPeriod"), this.bill);
	}

	/** A line of this bill. */
	Optional<BillLine> line(JsonNode rate) {
		String text = Stream.of(Told.text(rate, "name"), Told.text(rate, "description"))
			.filter(words -> !words.isEmpty())
			.findFirst()
			.orElseGet(this::number);
		JsonNode period = rate.path("periodCoverage");
		return line(text, period.isObject() ? period : this.bill.path("billingPeriod"), rate);
	}

	private Optional<BillLine> line(String text, JsonNode period, JsonNode amounts) {
		Optional<LocalDate> day = Told.day(Told.text(amounts, "date")).or(this::madeOn);
		Optional<LocalDate> from = Told.day(Told.text(period, "startDateTime")).or(() -> day);
		Optional<LocalDate> until = Told.day(Told.text(period, "endDateTime")).or(() -> day);
		Optional<Money> amount = Amount.first(amounts, "taxIncludedAmount", "amountDue", "taxExcludedAmount");
		if (from.isEmpty() || until.isEmpty() || amount.isEmpty()) {
			return Optional.empty();
		}
		LocalDate begin = from.get().isAfter(until.get()) ? until.get() : from.get();
		String words = (text.length() > LONGEST_TEXT) ? text.substring(0, LONGEST_TEXT) : text;
		return Optional.of(new BillLine(begin, until.get(), words, amount.get()));
	}

	@Override
	public String toString() {
		return "BillFile[]";
	}

}
