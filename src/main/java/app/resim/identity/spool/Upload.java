package app.resim.identity.spool;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file as it was received. Gone when closed.
 */
public interface Upload extends AutoCloseable {

	/**
	 * How much there is.
	 * @return bytes
	 */
	long size();

	/**
	 * A hash of it.
	 * @return SHA-256
	 */
	byte[] hash();

	/**
	 * Reads it from the start; one reader at a time.
	 * @return the bytes in clear
	 * @throws IOException if the disk fails
	 */
	InputStream open() throws IOException;

	/** Deletes it. */
	@Override
	void close();

}
