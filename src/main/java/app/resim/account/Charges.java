package app.resim.account;

import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.Money;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * Puts fees on the customer's bill.
 */
@Service
public class Charges {

	private final SubscriberDirectory directory;

	Charges(SubscriberDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Charges a fee once: a repeat with the same reference changes nothing. Calls an
	 * outer system, so it belongs outside a transaction.
	 * @param subscriber who pays
	 * @param fee how much; zero charges nothing
	 * @param reference what for, for example a request reference
	 * @throws DirectoryUnreachable if the directory does not answer; a repeat is safe
	 */
	public void charge(SubscriberId subscriber, Money fee, String reference) {
		if (!fee.isZero()) {
			this.directory.charge(subscriber, fee, reference);
		}
	}

}
