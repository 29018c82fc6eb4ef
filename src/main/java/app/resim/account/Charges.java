package app.resim.account;

import app.resim.kernel.Money;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * Puts fees on the customer's bill.
 */
@Service
public class Charges {

	/**
	 * Charges a fee once: a repeat with the same reference changes nothing.
	 * @param subscriber who pays
	 * @param fee how much; zero charges nothing
	 * @param reference what for, for example a request reference
	 */
	public void charge(SubscriberId subscriber, Money fee, String reference) {
		throw new UnsupportedOperationException();
	}

}
