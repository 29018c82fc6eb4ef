package app.resim.account.port;

import java.util.List;
import java.util.Locale;

import app.resim.account.Line;
import app.resim.account.RegisteredIdentity;
import app.resim.account.Subscriber;
import app.resim.account.Tenure;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every customer directory must do. The directory under test knows one customer with
 * two lines, two customers who share an e-mail address, and nobody else by the names used
 * here.
 */
public abstract class SubscriberDirectoryContract {

	private static final Money FEE = new Money(3000, "HKD");

	/**
	 * The directory under test.
	 * @return a fresh one
	 */
	protected abstract SubscriberDirectory directory();

	/**
	 * A customer with two lines.
	 * @return the key
	 */
	protected abstract SubscriberId known();

	/**
	 * The address of that customer.
	 * @return an address with letters that have an upper case
	 */
	protected abstract String knownEmail();

	/**
	 * The lines of that customer.
	 * @return two numbers, in the directory's order
	 */
	protected abstract List<Msisdn> knownNumbers();

	/**
	 * An address that two customers have on file.
	 * @return the address
	 */
	protected abstract String sharedEmail();

	/**
	 * What was put on a customer's bill.
	 * @param id whose
	 * @return the fees
	 */
	protected abstract List<Money> bill(SubscriberId id);

	@Test
	void aCustomerIsFoundByKeyAddressAndEachNumber() {
		Subscriber subscriber = directory().find(known()).orElseThrow();

		assertThat(subscriber.id()).isEqualTo(known());
		assertThat(directory().byEmail(knownEmail())).contains(subscriber);
		assertThat(knownNumbers()).allSatisfy(number -> assertThat(directory().byNumber(number)).contains(subscriber));
	}

	@Test
	void caseOfAnAddressDoesNotMatter() {
		assertThat(directory().byEmail(knownEmail().toUpperCase(Locale.ROOT))).isPresent();
	}

	@Test
	void anAddressThatTwoHaveIsNobodys() {
		assertThat(directory().byEmail(sharedEmail())).isEmpty();
	}

	@Test
	void nobodyIsFoundByWhatNobodyHas() {
		assertThat(directory().find(new SubscriberId("no-such-customer"))).isEmpty();
		assertThat(directory().byEmail("no.such.customer@example.com")).isEmpty();
		assertThat(directory().byEmail("")).isEmpty();
		assertThat(directory().byEmail("' OR '1'='1")).isEmpty();
		assertThat(directory().byNumber(new Msisdn("+85255500999"))).isEmpty();
	}

	@Test
	void linesComeInAStableOrder() {
		assertThat(directory().lines(known())).extracting(Line::number).containsExactlyElementsOf(knownNumbers());
		assertThat(directory().lines(known())).isEqualTo(directory().lines(known()));
	}

	@Test
	void nobodyHasNoLines() {
		assertThat(directory().lines(new SubscriberId("no-such-customer"))).isEmpty();
	}

	@Test
	void aRepeatedChargeIsChargedOnce() {
		SubscriberDirectory directory = directory();
		directory.charge(known(), FEE, "RS-7K4M-29QD");
		directory.charge(known(), FEE, "RS-7K4M-29QD");
		directory.charge(known(), FEE, "RS-7K4M-29QE");

		assertThat(bill(known())).containsExactly(FEE, FEE);
	}

	@Test
	void nobodyHasNoTenureAndContactDataIsNoOlderThanTheAccount() {
		assertThat(directory().tenure(new SubscriberId("nobody"))).isEqualTo(Tenure.UNKNOWN);
		Tenure tenure = directory().tenure(known());
		tenure.customerSince()
			.ifPresent(opened -> assertThat(tenure.contactSince())
				.hasValueSatisfying(changed -> assertThat(changed).isAfterOrEqualTo(opened)));
	}

	@Test
	void nothingIsRecordedOfSomebodyUnknown() {
		assertThat(directory().identity(known())).isNotNull();
		assertThat(directory().identity(new SubscriberId("nobody"))).isEqualTo(RegisteredIdentity.NOTHING);
	}

}
