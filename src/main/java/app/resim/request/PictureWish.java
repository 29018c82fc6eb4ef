package app.resim.request;

import app.resim.identity.Side;

/**
 * A picture that a reviewer asks for again.
 *
 * @param side which
 * @param reason why
 */
public record PictureWish(Side side, PictureReason reason) {

	public PictureWish {
		if (!reason.fits(side)) {
			throw new IllegalArgumentException(reason + " says nothing about " + side);
		}
	}

}
