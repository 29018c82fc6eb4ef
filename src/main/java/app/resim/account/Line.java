package app.resim.account;

import app.resim.kernel.BrandId;
import app.resim.kernel.Msisdn;

/**
 * A line of a subscriber.
 *
 * @param number its phone number
 * @param brand whose line
 * @param sim what it lives on
 * @param device the phone it was last seen in, as a person would name it; may be empty
 */
public record Line(Msisdn number, BrandId brand, SimKind sim, String device) {

	/** What a line lives on. */
	public enum SimKind {

		ESIM, CARD

	}

}
