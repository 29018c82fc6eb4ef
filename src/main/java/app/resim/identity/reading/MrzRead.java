package app.resim.identity.reading;

import java.util.List;

import app.resim.identity.mrz.Mrz;

/**
 * A zone as it was read off a picture.
 *
 * @param mrz what it says and which of its checks hold
 * @param confidences for each line how sure the reader is of its symbols, 0 to 1
 * @param box where it is in the picture
 * @param certain whether the reader is sure enough of every symbol that matters; if not,
 * digits that pass may do so by chance
 */
public record MrzRead(Mrz mrz, List<Double> confidences, Box box, boolean certain) {

	/**
	 * A part of a picture, upright.
	 *
	 * @param x of its left edge, in pixels
	 * @param y of its upper edge
	 * @param width in pixels
	 * @param height in pixels
	 */
	public record Box(int x, int y, int width, int height) {
	}

	public MrzRead {
		confidences = List.copyOf(confidences);
	}

	/**
	 * The lines, from the top.
	 * @return two or three
	 */
	public List<String> lines() {
		return this.mrz.lines();
	}

	/**
	 * Whether all check digits pass and the symbols are clear enough for that to mean
	 * something.
	 * @return false if the reading must not be relied on
	 */
	public boolean digitsPass() {
		return this.certain && this.mrz.digitsPass();
	}

	/**
	 * Whether, beyond the digits, dates and countries can be what they were read as. Only
	 * such a reading may be compared with an account.
	 * @return false if a person must look
	 */
	public boolean verified() {
		return digitsPass() && this.mrz.plausible();
	}

}
