package app.resim.account;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import app.resim.kernel.Loopback;
import app.resim.kernel.Money;

/**
 * How a customer stands with the operator for one line, at the moment when it was asked.
 * What is empty the billing does not tell, and nothing is assumed in its place: a person
 * has to look.
 *
 * @param debt what is to be paid before the line can be given up
 * @param refundable what the customer has left, prepaid credit or a credit note; zero if
 * surely nothing
 * @param lately what was billed in the last three months, the newest first; an empty list
 * if surely nothing
 * @param commitments terms that have not ended yet; an empty list if surely none
 * @param hanging what else stops working without this number, as the billing calls it,
 * such as a family member's line, shared data or an insurance; an empty list if surely
 * nothing
 * @param refundWays the ways that a refund can go, each once, in the order in which they
 * are offered; empty where the billing names none
 */
public record Standing(Debt debt, Optional<Money> refundable, Optional<List<BillLine>> lately,
		Optional<List<Commitment>> commitments, Optional<List<String>> hanging, List<RefundWay> refundWays) {

	/** The billing tells nothing, or has nothing of this customer's by that number. */
	public static final Standing UNKNOWN = new Standing(new Debt.NotTold(), Optional.empty(), Optional.empty(),
			Optional.empty(), Optional.empty(), List.of());

	public Standing {
		lately = lately.map(List::copyOf);
		commitments = commitments.map(List::copyOf);
		hanging = hanging.map(List::copyOf);
		refundWays = List.copyOf(refundWays);
	}

	/**
	 * Whether there is something to give back.
	 * @return false also where the billing does not tell
	 */
	public boolean hasRefund() {
		return this.refundable.filter(money -> money.minor() > 0).isPresent();
	}

	@Override
	public String toString() {
		return "Standing[" + this.debt + "]";
	}

	/** What is unpaid. */
	public sealed interface Debt {

		/** Surely nothing. */
		record None() implements Debt {
		}

		/**
		 * Something.
		 *
		 * @param bills the unpaid ones, the one that is due first before the others;
		 * empty where the billing tells only the amount
		 * @param inAll what is owed in all, more than zero
		 */
		record Owed(List<OpenBill> bills, Money inAll) implements Debt {

			public Owed {
				bills = List.copyOf(bills);
			}

			@Override
			public String toString() {
				return "Owed[•••]";
			}

		}

		/** Nobody knows. */
		record NotTold() implements Debt {
		}

	}

	/**
	 * A bill that is not paid, or not wholly.
	 *
	 * @param number as it stands on the bill; may be empty
	 * @param due until when it is to be paid, where known
	 * @param amount what is still to be paid
	 * @param payAt where the customer can pay: an address of the operator's with
	 * {@code https}, or on this machine
	 */
	public record OpenBill(String number, Optional<LocalDate> due, Money amount, Optional<URI> payAt) {

		/** Leaves an address out on whose way others could read along. */
		public OpenBill {
			payAt = payAt.filter(address -> Loopback.orEncrypted(address.toString()));
		}

		@Override
		public String toString() {
			return "OpenBill[•••]";
		}

	}

	/**
	 * A line of a bill.
	 *
	 * @param from first day of what it is for
	 * @param until last day; the same where only one day is known
	 * @param text as it stands on the bill
	 * @param amount negative for what was given back
	 */
	public record BillLine(LocalDate from, LocalDate until, String text, Money amount) {

		@Override
		public String toString() {
			return "BillLine[•••]";
		}

	}

	/**
	 * A contract, or paying for a device by the month, that has not ended.
	 *
	 * @param name as the billing calls it; may be empty
	 * @param until its last day
	 * @param leavingCosts what it costs to leave before that day, where known
	 */
	public record Commitment(String name, LocalDate until, Optional<Money> leavingCosts) {

		@Override
		public String toString() {
			return "Commitment[•••]";
		}

	}

}
