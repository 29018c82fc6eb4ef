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
	 * @param picture upright; each edge at most 2400
	 */
	record Cleaned(BufferedImage picture) implements Cleaning {

		public int width() {
			return this.picture.getWidth();
		}

		public int height() {
			return this.picture.getHeight();
		}

		/**
		 * The same as a file. Takes as long as decoding did, so ask once, beside other
		 * work.
		 * @return a fresh baseline JPEG without metadata or tail
		 */
		public byte[] jpeg() {
			return FreshJpeg.written(this.picture);
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
