package app.resim.account.port;

import java.time.Duration;
import java.time.Instant;

import app.resim.account.BillingAnswer;
import app.resim.account.RefundWay;
import app.resim.account.Standing;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * The operator's billing, as far as giving up a line needs it. It owns bills, balances,
 * terms and what was done with them; Resim keeps no copy.
 *
 * <p>
 * The contract of every deed ({@link #stopCharging}, {@link #refund}, {@link #close}):
 * <ul>
 * <li>It is idempotent by its reference: repeating it, at once or much later, from this
 * node or another, does nothing twice and answers the same. A caller repeats whatever did
 * not answer {@link BillingAnswer.Done}. One reference may be used once for each of the
 * three.
 * <li>The three are independent: a refund may come before or after the end of the line.
 * <li>It answers within {@link #longestCall()} and does not throw for what a billing or a
 * network can do; an outcome that nobody knows is {@link BillingAnswer.Later}.
 * <li>What the billing does not know or cannot do is {@link BillingAnswer.Refused}, and
 * then nothing was done.
 * <li>No fault word holds a number.
 * </ul>
 * A reference has 1 to 40 letters, digits and hyphens. All calls belong outside of
 * transactions.
 */
public interface Billing {

	/**
	 * The longest time that a call takes, from start to outcome.
	 * @return a positive duration
	 */
	Duration longestCall();

	/**
	 * How a customer stands. Always asked anew: a bill may just have been paid elsewhere.
	 * @param subscriber who asks
	 * @param line one of their lines
	 * @return what the billing tells; {@link Standing#UNKNOWN} also if the line is not
	 * this customer's
	 * @throws BillingUnreachable if the billing does not answer; may be repeated
	 */
	Standing standing(SubscriberId subscriber, Msisdn line);

	/**
	 * Charges nothing more for a line from an instant on. What was used before may still
	 * be billed.
	 * @param line the number
	 * @param at from when; a repeat does not move it
	 * @param reference what for
	 * @return how it ended
	 */
	BillingAnswer stopCharging(Msisdn line, Instant at, String reference);

	/**
	 * Gives money back, or takes note that it is to be given back. How long it then takes
	 * until it arrives is the billing's affair.
	 * @param subscriber who gets it
	 * @param line the line that it was left on
	 * @param amount how much, more than zero and not more than is left
	 * @param way one of those that {@link Standing#refundWays()} named
	 * @param reference what for; refused if it stands for another amount already
	 * @return how it ended
	 */
	BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way, String reference);

	/**
	 * Ends the contract of a line for good. May be refused while something is unpaid.
	 * @param line the number
	 * @param reference what for
	 * @return how it ended
	 */
	BillingAnswer close(Msisdn line, String reference);

	/**
	 * Thrown when the billing does not answer; trying again later may help.
	 */
	class BillingUnreachable extends RuntimeException {

		public BillingUnreachable(Throwable cause) {
			super("The billing does not answer", cause);
		}

	}

}
