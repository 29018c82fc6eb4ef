package app.resim.privacy;

import java.time.Instant;

import app.resim.kernel.SubscriberId;

/**
 * A legal hold that lies on a customer.
 *
 * @param customer on whom
 * @param reason why, in the words of the one who placed it; for staff only
 * @param by sign-in name of the one who placed it
 * @param at when
 */
public record Hold(SubscriberId customer, String reason, String by, Instant at) {

	@Override
	public String toString() {
		return "Hold[" + this.customer + "]";
	}

}
