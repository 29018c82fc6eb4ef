package app.resim.account;

import java.io.Serializable;
import java.time.Instant;

/**
 * One factor that was proven.
 *
 * @param factor which
 * @param at when
 * @param since when the customer got this factor; {@link Instant#EPOCH} where the
 * operator's directory keeps it
 */
public record Proven(Factor factor, Instant at, Instant since) implements Serializable {

	/**
	 * A code from the mailbox on file.
	 * @param at when it was typed
	 * @return the factor
	 */
	public static Proven mailCode(Instant at) {
		return new Proven(Factor.MAIL_CODE, at, Instant.EPOCH);
	}

}
