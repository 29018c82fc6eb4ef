package app.resim.account;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import app.resim.account.port.SubscriberDirectory;
import app.resim.kernel.BrandId;
import app.resim.kernel.Money;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;

/**
 * A directory with one customer, Sam, that can be taken off the net.
 */
final class SmallDirectory implements SubscriberDirectory {

	static final Subscriber SAM = new Subscriber(new SubscriberId("c-1"), new BrandId("tidewire"), "Wong Siu Man",
			"Sam.Demo@example.com", Optional.empty(), Locale.ENGLISH);

	static final Msisdn SAMS_NUMBER = new Msisdn("+85255500142");

	boolean reachable = true;

	@Override
	public Optional<Subscriber> find(SubscriberId id) {
		return sam(SAM.id().equals(id));
	}

	@Override
	public Optional<Subscriber> byEmail(String email) {
		return sam(SAM.email().equalsIgnoreCase(email));
	}

	@Override
	public Optional<Subscriber> byNumber(Msisdn number) {
		return sam(SAMS_NUMBER.equals(number));
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
		throw new UnsupportedOperationException();
	}

	private Optional<Subscriber> sam(boolean meant) {
		if (!this.reachable) {
			throw new DirectoryUnreachable(new IOException("timed out"));
		}
		return meant ? Optional.of(SAM) : Optional.empty();
	}

}
