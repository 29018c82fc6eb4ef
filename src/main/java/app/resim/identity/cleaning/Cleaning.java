package app.resim.identity.cleaning;

import app.resim.identity.Acceptance.Refusal;

/**
 * What became of a file.
 */
public sealed interface Cleaning {

	/**
	 * A harmless picture.
	 *
	 * @param jpeg a fresh baseline JPEG, upright, without metadata or tail
	 * @param width in pixels, at most 2400
	 * @param height in pixels, at most 2400
	 */
	record Cleaned(byte[] jpeg, int width, int height) implements Cleaning {
	}

	/**
	 * Not a picture that can be used.
	 *
	 * @param refusal why
	 */
	record Unfit(Refusal refusal) implements Cleaning {
	}

}
