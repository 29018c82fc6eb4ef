package app.resim.ui.customer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import app.resim.identity.Acceptance;
import app.resim.kernel.SubscriberId;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import app.resim.ui.CurrentCustomer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets one picture of a draft be added from another device that reads a code from the
 * first screen. Kept in memory, like the page that shows the code: a restart ends both.
 * Of a code only its hash is kept, and only until it is read.
 *
 * @see "decision 0011"
 */
@Component
class Handovers {

	private static final int TOKEN_BYTES = 32;

	private static final int LONGEST = 64;

	private final RandomGenerator chance;

	private final Clock clock;

	private final Limits limits;

	private final String page;

	private final Map<ByteBuffer, Handover> unread = new ConcurrentHashMap<>();

	/**
	 * What the first screen is given.
	 *
	 * @param handover to be followed
	 * @param address to be shown as a code and nowhere else; its secret stands behind the
	 * number sign, which browsers do not send
	 */
	record Begun(Handover handover, String address) {

		@Override
		public String toString() {
			return "Begun[" + this.handover.wanted() + "]";
		}

	}

	Handovers(RandomGenerator chance, Clock clock, Limits limits, @Value("${resim.public-url}") String home) {
		this.chance = chance;
		this.clock = clock;
		this.limits = limits;
		this.page = home.replaceAll("/+$", "") + "/" + HandView.PATH + "#";
	}

	/**
	 * Makes a code.
	 * @param owner whose draft it is
	 * @param present whether the owner still sits before the first screen, asked at each
	 * step
	 * @param wanted which picture
	 * @param add stores it
	 * @return the handover, or empty if this customer has made too many
	 */
	Optional<Begun> begin(SubscriberId owner, BooleanSupplier present, Wanted wanted, Handover.Adding add) {
		purge();
		if (!mayBegin(owner)) {
			return Optional.empty();
		}
		List<Integer> numbers = this.chance.ints(10, 100).distinct().limit(3).boxed().toList();
		var handover = new Handover(wanted, numbers, numbers.get(this.chance.nextInt(numbers.size())), present, add,
				this.clock);
		byte[] secret = new byte[TOKEN_BYTES];
		this.chance.nextBytes(secret);
		String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
		this.unread.put(hash(token), handover);
		return Optional.of(new Begun(handover, this.page + token));
	}

	/**
	 * Makes a code for the customer who has signed in here.
	 * @param customer who
	 * @param wanted which picture
	 * @param pictures of the draft
	 * @return the handover, or empty if this customer has made too many
	 */
	Optional<Begun> begin(CurrentCustomer customer, Wanted wanted, Pictures pictures) {
		return begin(customer.id(), customer.staying(), wanted, upload -> pictures.add(wanted.subject(), upload));
	}

	/**
	 * Gives the handover to the device that read the code, once.
	 * @param token what stood behind the number sign
	 * @return the connected handover, or empty if the code is wrong, used, too old or was
	 * taken back: nobody learns which
	 */
	Optional<Handover> read(String token) {
		if (token.isEmpty() || token.length() > LONGEST) {
			return Optional.empty();
		}
		return Optional.ofNullable(this.unread.remove(hash(token))).filter(Handover::connect);
	}

	private boolean mayBegin(SubscriberId owner) {
		return this.limits.take(Deed.MAKE_HANDOVER, Asker.account(owner.subscriber())) instanceof Turn.Granted;
	}

	private void purge() {
		this.unread.values().removeIf(handover -> !handover.open());
	}

	/** Codes that nobody has read, for tests. */
	int waiting() {
		return this.unread.size();
	}

	private static ByteBuffer hash(String token) {
		try {
			return ByteBuffer
				.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
