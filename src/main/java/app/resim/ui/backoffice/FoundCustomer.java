package app.resim.ui.backoffice;

import java.util.List;
import java.util.Optional;

import app.resim.account.Line;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.kernel.SubscriberId;
import app.resim.ui.Facts;
import app.resim.ui.Words;

/**
 * A customer whom somebody of the staff has found, with no more than what tells them from
 * others.
 *
 * @param id the directory's key
 * @param maskedEmail the address on file
 * @param maskedLines the lines in their name
 */
record FoundCustomer(SubscriberId id, String maskedEmail, List<String> maskedLines) {

	/**
	 * Looks for a customer.
	 * @param subscribers the directory
	 * @param contact a line or an e-mail address, as typed
	 * @param region assumed for numbers without country code
	 * @return the customer, or empty if it is none's or not only one's
	 */
	static Optional<FoundCustomer> find(Subscribers subscribers, String contact, String region) {
		return subscribers.byContact(contact, region).map(customer -> of(subscribers, customer));
	}

	private static FoundCustomer of(Subscribers subscribers, Subscriber customer) {
		return new FoundCustomer(customer.id(), customer.maskedEmail(),
				subscribers.lines(customer.id()).stream().map(Line::number).map(number -> number.masked()).toList());
	}

	Facts facts(Words words) {
		return Facts.box()
			.fact(words.text("backoffice.customer.key"), "`" + this.id + "`")
			.fact(words.text("backoffice.customer.email"), this.maskedEmail)
			.fact(words.text("backoffice.customer.lines"),
					this.maskedLines.isEmpty() ? "–" : words.list(this.maskedLines));
	}

}
