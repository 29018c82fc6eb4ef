package app.resim.account;

import java.time.Duration;
import java.time.Instant;

import app.resim.account.port.Billing;
import app.resim.account.port.Billing.BillingUnreachable;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * What the operator's billing tells of a line, and what it is asked to do when the line
 * is given up. Each method calls an outer system, so it belongs outside a transaction. A
 * deed may be repeated with its reference; it is never done twice.
 */
@Service
public class Bills {

	private final Billing billing;

	Bills(Billing billing) {
		this.billing = billing;
	}

	/**
	 * The longest time that one of the other calls takes.
	 * @return a positive duration
	 */
	public Duration longestCall() {
		return this.billing.longestCall();
	}

	/**
	 * How a customer stands now.
	 * @param subscriber who asks
	 * @param line one of their lines
	 * @return what the billing tells; {@link Standing#UNKNOWN} if it tells nothing or the
	 * line is not theirs
	 * @throws BillingUnreachable if the billing does not answer; trying again helps
	 */
	public Standing standing(SubscriberId subscriber, Msisdn line) {
		return this.billing.standing(subscriber, line);
	}

	/**
	 * Lets nothing more be charged.
	 * @param line for which line
	 * @param at from when; a repeat does not move it
	 * @param reference what for, for example a request reference
	 * @return how it ended
	 */
	public BillingAnswer stopCharging(Msisdn line, Instant at, String reference) {
		return this.billing.stopCharging(line, at, checked(reference));
	}

	/**
	 * Gives back what is left.
	 * @param subscriber who gets it
	 * @param line the line that it was left on
	 * @param amount how much; zero gives nothing back and is done
	 * @param way one of those that were offered
	 * @param reference what for, for example a request reference
	 * @return how it ended
	 */
	public BillingAnswer refund(SubscriberId subscriber, Msisdn line, Money amount, RefundWay way, String reference) {
		if (amount.minor() < 0) {
			throw new IllegalArgumentException("Nobody can be given back less than nothing");
		}
		return amount.isZero() ? new BillingAnswer.Done()
				: this.billing.refund(subscriber, line, amount, way, checked(reference));
	}

	/**
	 * Ends the contract of a line for good.
	 * @param line which
	 * @param reference what for, for example a request reference
	 * @return how it ended
	 */
	public BillingAnswer close(Msisdn line, String reference) {
		return this.billing.close(line, checked(reference));
	}

	private static String checked(String reference) {
		if (!reference.matches("[A-Za-z0-9-]{1,40}")) {
			throw new IllegalArgumentException("A reference has 1 to 40 letters, digits and hyphens");
		}
		return reference;
	}

}
