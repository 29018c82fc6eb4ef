package app.resim.identity.cleaning;

import java.awt.image.BufferedImage;

import app.resim.identity.Acceptance.Refusal;

/**
 * What became of a file.
 */
public sealed interface Cleaning {

	/**
	 * A harmless picture.
	 *
	 * @param jpeg a fresh baseline JPEG, upright, without metadata or tail
	 * @param picture the same as pixels; each edge at most 2400
	 */
	record Cleaned(byte[] jpeg, BufferedImage picture) implements Cleaning {

		public int width() {
			return this.picture.getWidth();
		}

		public int height() {
			return this.picture.getHeight();
		}

	}

	/**
	 * Not a picture that can be used.
	 *
	 * @param refusal why
	 */
	record Unfit(Refusal refusal) implements Cleaning {
	}

}
