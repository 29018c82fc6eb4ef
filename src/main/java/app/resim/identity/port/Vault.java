package app.resim.identity.port;

import java.util.Optional;
import java.util.UUID;

/**
 * Keeps sealed pictures. The vault owns the bytes and learns nothing about them: neither
 * the key they are sealed with nor whose they are.
 *
 * <p>
 * Every call is made inside a database transaction and must share its fate. A vault on
 * the portal's own database takes part in it; a vault elsewhere deletes only after the
 * commit, and may be left with bytes whose transaction was rolled back, which nobody can
 * open. Any call may fail with a runtime exception, without personal data in it, and may
 * then be repeated.
 */
public interface Vault {

	/**
	 * Keeps bytes under a fresh name. A repeat replaces what the name held.
	 * @param name random and never used for two pictures
	 * @param sealed at most 16 MB
	 */
	void put(UUID name, byte[] sealed);

	/**
	 * Reads.
	 * @param name the name
	 * @return the bytes that were put last, or empty
	 */
	Optional<byte[]> get(UUID name);

	/**
	 * Deletes for good; a name that holds nothing is ignored.
	 * @param name the name
	 */
	void delete(UUID name);

}
