package app.resim.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import app.resim.account.port.SubscriberDirectory;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChargesTest {

	private final Billing billing = new Billing();

	private final Charges charges = new Charges(this.billing);

	@Test
	void aFeeGoesToTheDirectory() {
		this.charges.charge(new SubscriberId("c-1"), new Money(3000, "HKD"), "RS-7K4M-29QD");

		assertThat(this.billing.references).containsExactly("RS-7K4M-29QD");
	}

	@Test
	void nothingIsNotCharged() {
		this.charges.charge(new SubscriberId("c-1"), new Money(0, "HKD"), "RS-7K4M-29QD");

		assertThat(this.billing.references).isEmpty();
	}

	private static final class Billing implements SubscriberDirectory {

		private final List<String> references = new ArrayList<>();

		@Override
		public Optional<Subscriber> find(SubscriberId id) {
			return Optional.empty();
		}

		@Override
		public Optional<Subscriber> byEmail(String email) {
			return Optional.empty();
		}

		@Override
		public Optional<Subscriber> byNumber(Msisdn number) {
			return Optional.empty();
		}

		@Override
		public List<Line> lines(SubscriberId id) {
			return List.of();
		}

		@Override
		public RegisteredIdentity identity(SubscriberId id) {
			return RegisteredIdentity.NOTHING;
		}

		@Override
		public void charge(SubscriberId id, Money fee, String reference) {
			this.references.add(reference);
		}

	}

}
