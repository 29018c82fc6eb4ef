package app.resim.identity.worker;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Finds and reads machine-readable zones.
 */
@FunctionalInterface
public interface ZoneReader {

	/**
	 * Reads.
	 * @param upright the cleaned picture
	 * @return the best reading first; empty if there is no zone
	 */
	List<ReadZone> read(BufferedImage upright);

}
