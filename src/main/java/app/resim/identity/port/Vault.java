package app.resim.identity.port;

import java.util.Optional;
import java.util.UUID;

/**
 * Keeps sealed pictures. The vault owns the bytes and learns nothing about them: neither
 * the key they are sealed with nor whose they are.
 *
 * <p>
 * What is kept and deleted is decided by the caller's database transaction, and by
 * nothing else: after a rollback, or a crash at any moment, exactly the names are there
 * that were kept and not deleted in committed transactions. A vault outside the database
 * may hold bytes of other names for a while, which nobody can open and {@link #get} does
 * not give out; it deletes them by itself, and tries until it succeeds.
 *
 * <p>
 * Calls that reach outside are bounded to a few seconds and made outside transactions:
 * {@link #take} and {@link #get}. {@link Deposit#keep} and {@link #delete} are made
 * inside the transaction whose fate they share, and never wait for anything but the
 * database.
 */
public interface Vault {

	/**
	 * Takes bytes in. They are not there before they are {@linkplain Deposit#keep kept};
	 * if that does not happen within some minutes, they are forgotten.
	 * @param name random and never used twice
	 * @param sealed at most 16 MB
	 * @return what makes them stay
	 * @throws Unreachable if the store does not take them; may be tried again under
	 * another name
	 */
	Deposit take(UUID name, byte[] sealed);

	/**
	 * Reads.
	 * @param name the name
	 * @return the bytes that are kept under it, or empty
	 * @throws Unreachable if the store does not answer; may be tried again
	 */
	Optional<byte[]> get(UUID name);

	/**
	 * Deletes for good; a name that holds nothing is ignored.
	 * @param name the name
	 */
	void delete(UUID name);

	/** Bytes that were taken in and are not yet there. */
	@FunctionalInterface
	interface Deposit {

		/**
		 * Lets them be there from the end of the transaction on. To be called once.
		 * @throws IllegalStateException if it comes minutes too late
		 */
		void keep();

	}

	/**
	 * Thrown when the store did not answer, or refused. Nothing was changed that anybody
	 * could see. Trying again later may help.
	 */
	class Unreachable extends RuntimeException {

		/**
		 * Without personal data.
		 * @param deed what failed
		 * @param cause why
		 */
		public Unreachable(String deed, Throwable cause) {
			super("The store of documents failed to " + deed, cause);
		}

	}

}
