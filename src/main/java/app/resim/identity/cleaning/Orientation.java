package app.resim.identity.cleaning;

import java.awt.geom.AffineTransform;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;

/**
 * How the camera was held.
 *
 * @param exif the EXIF value, 1 (upright) to 8
 */
record Orientation(int exif) {

	static final Orientation UPRIGHT = new Orientation(1);

	/**
	 * Reads a JPEG's EXIF segment.
	 * @param segment the segment's content, from {@code Exif} on
	 * @return upright if it does not say
	 */
	static Orientation of(byte[] segment) {
		var metadata = new Metadata();
		try {
			new ExifReader().extract(new ByteArrayReader(segment), metadata, ExifReader.JPEG_SEGMENT_PREAMBLE.length());
		}
		catch (RuntimeException ex) {
			return UPRIGHT;
		}
		var directory = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
		Integer exif = (directory != null) ? directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION) : null;
		return (exif != null && exif >= 1 && exif <= 8) ? new Orientation(exif) : UPRIGHT;
	}

	boolean swapsEdges() {
		return this.exif >= 5;
	}

	/**
	 * Turns a picture upright.
	 * @param w its width before
	 * @param h its height before
	 * @return from a point before to the point after
	 */
	AffineTransform upright(int w, int h) {
		return switch (this.exif) {
			case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
			case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
			case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
			case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
			case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
			case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
			case 8 -> new AffineTransform(0, -1, 1, 0, 0, w);
			default -> new AffineTransform();
		};
	}

}
