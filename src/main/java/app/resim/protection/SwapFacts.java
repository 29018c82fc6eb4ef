package app.resim.protection;

import java.time.Instant;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Reason;
import app.resim.kernel.Msisdn;

/**
 * What the rules look at.
 *
 * @param line the line to be replaced
 * @param brand whose rules hold
 * @param reason why
 * @param deviceFits whether the new device surely takes an eSIM
 * @param papers what is doubtful about the identity document
 * @param background what is known about who asks
 * @param at now
 */
public record SwapFacts(Msisdn line, Brand brand, Reason reason, boolean deviceFits, Papers papers,
		Background background, Instant at) {

	/**
	 * Doubts about the identity document. That there are none never vouches for it.
	 *
	 * @param toBeLookedAt whether a picture should be seen by a person
	 * @param contradict whether a field differs from what the operator has on file, or
	 * the document has expired
	 */
	public record Papers(boolean toBeLookedAt, boolean contradict) {

		/** Nothing was noticed. */
		public static final Papers NO_DOUBT = new Papers(false, false);

	}

}
