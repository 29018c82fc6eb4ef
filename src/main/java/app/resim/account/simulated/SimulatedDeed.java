package app.resim.account.simulated;

import java.time.Instant;
import java.util.Optional;

import app.resim.account.RefundWay;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;

/**
 * Something that was done at the simulated billing.
 *
 * @param kind what
 * @param line for which line
 * @param reference what for: a request, or the number of a bill
 * @param amount how much, where it is about money
 * @param way how a refund went
 * @param at when
 */
public record SimulatedDeed(Kind kind, Msisdn line, String reference, Optional<Money> amount, Optional<RefundWay> way,
		Instant at) {

	/** What is done. */
	public enum Kind {

		PAID, STOPPED, REFUNDED, CLOSED

	}

	@Override
	public String toString() {
		return "SimulatedDeed[" + this.kind + "]";
	}

}
