package app.resim.identity.cleaning;

/**
 * A picture file cut down to what its decoder needs: no metadata, no colour profile, no
 * further frames, no tail. What a decoder never sees it cannot stumble over.
 *
 * @param file the bytes that are left
 * @param width in pixels, as the header says
 * @param height in pixels, as the header says
 * @param pixelBytes how many bytes a decoded pixel takes
 */
record Still(byte[] file, int width, int height, int pixelBytes) {

	/** What a decoded picture may take; 24 megapixels of four bytes. */
	private static final long DECODED_BYTES = 96_000_000;

	/**
	 * Only every how-many-th row and column to decode.
	 * @return 1 for all
	 */
	int step() {
		int step = 1;
		while ((long) this.width * this.height * this.pixelBytes / ((long) step * step) > DECODED_BYTES) {
			step++;
		}
		return step;
	}

}
