package app.resim.request;

import app.resim.identity.Side;

/**
 * Why another picture is needed. The customer reads a sentence for each
 * ({@code request.picture.*}).
 */
public enum PictureReason {

	BLURRED, GLARE, CUT_OFF, WRONG_DOCUMENT, FACE_NOT_VISIBLE, EXPIRED, OTHER;

	/**
	 * Whether the reason can be given for a picture.
	 * @param side what the picture shows
	 * @return true if it makes sense
	 */
	public boolean fits(Side side) {
		return switch (this) {
			case BLURRED, GLARE, CUT_OFF, OTHER -> true;
			case WRONG_DOCUMENT, EXPIRED -> side != Side.PORTRAIT;
			case FACE_NOT_VISIBLE -> side == Side.PORTRAIT;
		};
	}

}
