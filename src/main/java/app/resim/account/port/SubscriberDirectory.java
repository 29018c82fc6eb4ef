package app.resim.account.port;

import java.util.List;
import java.util.Optional;

import app.resim.account.Line;
import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Tenure;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * The operator's customer directory (CRM, billing). The directory owns all that it
 * answers; Resim keeps no copy. Every call may fail with {@link DirectoryUnreachable} and
 * may be repeated.
 */
public interface SubscriberDirectory {

	Optional<Subscriber> find(SubscriberId id);

	/**
	 * Who has this e-mail address on file.
	 * @param email as typed, compared without regard to case
	 * @return the customer; empty if none or more than one has it
	 */
	Optional<Subscriber> byEmail(String email);

	/**
	 * Whose line this is.
	 * @param number the line
	 * @return the customer, or empty
	 */
	Optional<Subscriber> byNumber(Msisdn number);

	List<Line> lines(SubscriberId id);

	/**
	 * What was recorded of a customer's identity at registration. Asked only when a
	 * document is compared with it.
	 * @param id whose
	 * @return what there is; nothing for an unknown customer
	 */
	RegisteredIdentity identity(SubscriberId id);

	/**
	 * How long a customer has been one, and since when the ways to reach them are what
	 * they are. Asked each time a replacement is weighed. A directory that does not keep
	 * such dates leaves this out, and nothing is assumed in their place.
	 * @param id whose
	 * @return what is known; nothing for an unknown customer
	 */
	default Tenure tenure(SubscriberId id) {
		return Tenure.UNKNOWN;
	}

	/**
	 * Puts a fee on the bill. A repeat with the same reference changes nothing.
	 * @param id who pays
	 * @param fee how much, never zero
	 * @param reference what for
	 */
	void charge(SubscriberId id, Money fee, String reference);

	/**
	 * Thrown when the directory does not answer or answers nonsense; trying again later
	 * may help.
	 */
	class DirectoryUnreachable extends RuntimeException {

		public DirectoryUnreachable(Throwable cause) {
			super("The customer directory does not answer", cause);
		}

	}

}
