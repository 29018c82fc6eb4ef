package app.resim.account;

import java.util.List;
import java.util.Optional;

import app.resim.account.port.SubscriberDirectory;
import app.resim.account.port.SubscriberDirectory.DirectoryUnreachable;
import app.resim.kernel.BrandId;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

import org.springframework.stereotype.Service;

/**
 * The operator's customers and their lines, read from its directory.
 */
@Service
public class Subscribers {

	private final SubscriberDirectory directory;

	Subscribers(SubscriberDirectory directory) {
		this.directory = directory;
	}

	/**
	 * A customer by key.
	 * @param id the directory's key
	 * @return the customer, or empty if the directory has none
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public Optional<Subscriber> find(SubscriberId id) {
		return this.directory.find(id);
	}

	/**
	 * A customer by e-mail address or line, for staff who have to find one.
	 * @param contact as typed, in any usual spelling
	 * @param region ISO 3166 country assumed for numbers without country code
	 * @return the customer, or empty if it is none's or not only one's
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public Optional<Subscriber> byContact(String contact, String region) {
		return Contact.read(contact).owner(this.directory, region);
	}

	/**
	 * All lines in a customer's name, in a stable order.
	 * @param id the directory's key
	 * @return the lines, empty for an unknown customer
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public List<Line> lines(SubscriberId id) {
		return this.directory.lines(id);
	}

	/**
	 * One line of a customer.
	 * @param id the directory's key
	 * @param number the line
	 * @return the line, or empty if it is not this customer's
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public Optional<Line> line(SubscriberId id, Msisdn number) {
		return lines(id).stream().filter(line -> line.number().equals(number)).findFirst();
	}

	/**
	 * What was recorded of a customer's identity at registration.
	 * @param id the directory's key
	 * @return what there is; nothing for an unknown customer
	 * @throws DirectoryUnreachable if the directory does not answer
	 */
	public RegisteredIdentity identity(SubscriberId id) {
		return this.directory.identity(id);
	}

	/**
	 * Whose customer somebody is.
	 * @param id the directory's key
	 * @return the brand, or empty for an unknown customer and where the directory does
	 * not answer
	 */
	public Optional<BrandId> brand(SubscriberId id) {
		try {
			return this.directory.find(id).map(Subscriber::brand);
		}
		catch (DirectoryUnreachable ex) {
			return Optional.empty();
		}
	}

	/**
	 * How long a customer has been one.
	 * @param id the directory's key
	 * @return what is known; nothing where the directory does not answer
	 */
	public Tenure tenure(SubscriberId id) {
		try {
			return this.directory.tenure(id);
		}
		catch (DirectoryUnreachable ex) {
			return Tenure.UNKNOWN;
		}
	}

}
