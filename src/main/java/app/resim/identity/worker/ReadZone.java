package app.resim.identity.worker;

import java.util.List;

/**
 * A machine-readable zone as it was read, unchecked.
 *
 * @param unverifiedLines top to bottom; capital letters, digits and fillers
 * @param certain whether the reader is sure of every symbol that matters; if not, digits
 * that fit may do so by chance
 * @param box where it stands on the picture
 */
public record ReadZone(List<String> unverifiedLines, boolean certain, Box box) {

	/** Names and numbers are not for logs. */
	@Override
	public String toString() {
		return "ReadZone";
	}

	/**
	 * A part of the picture, in pixels.
	 *
	 * @param x from the left
	 * @param y from the top
	 * @param width its width
	 * @param height its height
	 */
	public record Box(int x, int y, int width, int height) {
	}

}
