package app.resim.account.simulated;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import app.resim.account.BillingAnswer;
import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.account.Standing.Debt;
import app.resim.account.Standing.OpenBill;
import app.resim.account.port.Billing;
import app.resim.account.simulated.SimulatedDeed.Kind;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * A billing of invented people. It tells nothing of a line of which the file says
 * nothing, and ends no contract while a bill is unpaid.
 */
@Component
@ConditionalOnProperty(name = "resim.account.billing.adapter", havingValue = "simulated", matchIfMissing = true)
class SimulatedBilling implements Billing {

	private static final BillingAnswer DONE = new BillingAnswer.Done();

	private static final BillingAnswer NO_SUCH_LINE = new BillingAnswer.Refused("no-such-line");

	private final SimulatedBills books;

	private final Clock clock;

	private final Optional<URI> payAt;

	SimulatedBilling(SimulatedBills books, Clock clock, @Value("${resim.account.billing.pay-at:}") String payAt) {
		this.books = books;
		this.clock = clock;
		this.payAt = payAt.isBlank() ? Optional.empty() : Optional.of(URI.create(payAt));
	}

	@Override
	public Duration longestCall() {
		return Duration.ofSeconds(5);
	}

	@Override
	public Standing standing(SubscriberId subscriber, Msisdn line) {
		try {
			return this.books.ledger(line)
				.filter(ledger -> this.books.isOf(line, subscriber))
				.map(ledger -> standing(line, ledger))
				.orElse(Standing.UNKNOWN);
		}
		catch (DataAccessException ex) {
			throw new BillingUnreachable(ex);
		}
	}

	private Standing standing(Msisdn line, Ledger ledger) {
		return new Standing(debt(line), Optional.of(left(line, ledger)), Optional.of(ledger.lately(this.books.today())),
				Optional.of(ledger.commitments(this.books.today())), Optional.of(ledger.whatHangs()), ledger.ways());
	}

	private Debt debt(Msisdn line) {
		List<OpenBill> open = this.books.unpaid(line)
			.stream()
			.map(bill -> new OpenBill(bill.number(), Optional.of(bill.due()), bill.amount(), this.payAt))
			.toList();
		return open.isEmpty() ? new Debt.None()
				: new Debt.Owed(open, new Money(open.stream().mapToLong(bill -> bill.amount().minor()).sum(),
						open.getFirst().amount().currency()));
	}

	private Money left(Msisdn line, Ledger ledger) {
		return new Money(ledger.left().minor() - this.books.refunded(line), ledger.left().currency());
	}

	@Override
	public BillingAnswer stopCharging(Msisdn line, Instant at, String reference) {
		return answered(() -> this.books.knows(line) ? written(Kind.STOPPED, line, reference, at) : NO_SUCH_LINE);
	}

	@Override
	public BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way, String reference) {
		return answered(() -> this.books.deed(Kind.REFUNDED, reference)
			.map(before -> same(before, line, amount))
			.orElseGet(() -> this.books.ledger(line)
				.filter(ledger -> this.books.isOf(line, subscriber))
				.map(ledger -> refund(line, ledger, amount, way, reference))
				.orElse(NO_SUCH_LINE)));
	}

	private static BillingAnswer same(SimulatedDeed before, Msisdn line, Money amount) {
		return (before.line().equals(line) && before.amount().filter(amount::equals).isPresent()) ? DONE
				: new BillingAnswer.Refused("other-refund");
	}

	private BillingAnswer refund(Msisdn line, Ledger ledger, Money amount, RefundWay way, String reference) {
		if (!ledger.ways().contains(way)) {
			return new BillingAnswer.Refused("no-such-way");
		}
		Money left = left(line, ledger);
		if (!left.currency().equals(amount.currency()) || amount.minor() > left.minor() || amount.minor() <= 0) {
			return new BillingAnswer.Refused("not-so-much");
		}
		this.books.write(new SimulatedDeed(Kind.REFUNDED, line, reference, Optional.of(amount), Optional.of(way),
				this.clock.instant()), null);
		return DONE;
	}

	@Override
	public BillingAnswer close(Msisdn line, String reference) {
		return answered(() -> {
			if (!this.books.knows(line)) {
				return NO_SUCH_LINE;
			}
			return (this.books.unpaid(line).isEmpty() || this.books.deed(Kind.CLOSED, reference).isPresent())
					? written(Kind.CLOSED, line, reference, null) : new BillingAnswer.Refused("unpaid");
		});
	}

	private BillingAnswer written(Kind kind, Msisdn line, String reference, @Nullable Instant effective) {
		this.books.write(
				new SimulatedDeed(kind, line, reference, Optional.empty(), Optional.empty(), this.clock.instant()),
				effective);
		return DONE;
	}

	private static BillingAnswer answered(Supplier<BillingAnswer> deed) {
		try {
			return deed.get();
		}
		catch (DataAccessException ex) {
			return new BillingAnswer.Later("unreachable");
		}
	}

}
