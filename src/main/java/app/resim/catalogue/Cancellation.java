package app.resim.catalogue;

import java.time.Duration;
import java.util.List;

/**
 * How a line is given up.
 *
 * @param graceDays for how many days the number is kept for its owner afterwards
 * @param refundWays how what is left comes back, in the order shown
 * @param promise working time from sending to the answer
 */
public record Cancellation(int graceDays, List<RefundWay> refundWays, Duration promise) {

	public Cancellation {
		Rule.check(graceDays >= 0, "a number of days cannot be negative");
		Rule.check(!refundWays.isEmpty(), "what is left must come back on at least one way");
		Rule.check(promise.isPositive(), "the promise must be some time");
		refundWays = List.copyOf(refundWays);
	}

	/** How what is left comes back. */
	public enum RefundWay {

		/** To a bank account. */
		BANK_ACCOUNT,
		/** On the way on which it was paid. */
		AS_PAID,
		/** To another line of the same owner. */
		OTHER_LINE,
		/** In cash, at a shop. */
		STORE

	}

}
