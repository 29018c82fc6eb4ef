package app.resim.identity.cleaning;

import app.resim.identity.Acceptance.Refusal;

/**
 * How big a picture may be, and how small.
 */
final class Limits {

	/** Longest edge of a stored picture, in pixels. */
	static final int STORED_EDGE = 2400;

	private static final int PIXELS = 60_000_000;

	private static final int EDGE = 30_000;

	/** A reviewer cannot read less. */
	private static final int LEAST_LONG_EDGE = 600;

	private static final int LEAST_SHORT_EDGE = 200;

	private Limits() {
	}

	/**
	 * Refuses dimensions that would take too much memory, before anything is decoded.
	 * @param width as the header says
	 * @param height as the header says
	 * @throws UnfitFile if they are too big, or none
	 */
	static void most(long width, long height) throws UnfitFile {
		if (width < 1 || height < 1) {
			throw new UnfitFile(Refusal.DAMAGED);
		}
		if (width > EDGE || height > EDGE || width * height > PIXELS) {
			throw new UnfitFile(Refusal.TOO_MANY_PIXELS);
		}
	}

	/**
	 * Refuses dimensions in which nothing can be read.
	 * @param width in pixels
	 * @param height in pixels
	 * @throws UnfitFile if they are too small
	 */
	static void least(int width, int height) throws UnfitFile {
		int longEdge = Math.max(width, height);
		double shortEdge = Math.min(width, height) * Math.min(1, (double) STORED_EDGE / longEdge);
		if (longEdge < LEAST_LONG_EDGE || shortEdge < LEAST_SHORT_EDGE) {
			throw new UnfitFile(Refusal.TOO_SMALL);
		}
	}

}
