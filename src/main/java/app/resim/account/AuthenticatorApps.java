package app.resim.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;
import app.resim.keys.Seal;
import com.bastiaanjansen.otp.TOTPGenerator;
import org.apache.commons.codec.binary.Base32;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Codes from an authenticator app (RFC 6238: six digits, half a minute, SHA-1, which all
 * apps understand). Everybody has at most one app; each code is taken once, and so is no
 * older one after it.
 */
@Service
public class AuthenticatorApps {

	private static final Duration STEP = Duration.ofSeconds(30);

	/** Clocks of phones are late or early, and people type slowly. */
	private static final int DRIFT = 1;

	private static final int SECRET_BYTES = 20;

	private final JdbcClient database;

	private final Seal seal;

	private final SlowDown slowDown;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	AuthenticatorApps(JdbcClient database, Seal seal, SlowDown slowDown, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock, RandomGenerator chance) {
		this.database = database;
		this.seal = seal;
		this.slowDown = slowDown;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Draws a secret for an app. It opens nothing before it is confirmed.
	 * @param brand names the entry in the app
	 * @param account names it too, for example a masked address
	 * @return the secret
	 */
	public AppSecret draw(String brand, String account) {
		byte[] secret = new byte[SECRET_BYTES];
		this.chance.nextBytes(secret);
		String base32 = new Base32().encodeToString(secret);
		return new AppSecret(base32, "otpauth://totp/" + encoded(brand) + ":" + encoded(account) + "?secret=" + base32
				+ "&issuer=" + encoded(brand));
	}

	/**
	 * Keeps an app that proves it knows its secret; it takes the place of an older one.
	 * @param customer whose
	 * @param secret what {@link #draw} gave
	 * @param typed the code that the app shows
	 * @return false if the code is not right
	 */
	public boolean confirm(SubscriberId customer, AppSecret secret, String typed) {
		return confirm(Actor.customer(customer), secret, typed);
	}

	boolean confirm(Actor holder, AppSecret secret, String typed) {
		OptionalLong step = step(secret.base32(), typed);
		step.ifPresent(used -> this.transaction.executeWithoutResult(status -> {
			forget(holder);
			insert(holder, secret, used);
			change(holder, FactorChange.ADDED);
		}));
		return step.isPresent();
	}

	private void insert(Actor holder, AppSecret secret, long lastStep) {
		this.database
			.sql("INSERT INTO authenticator_app (kind, holder, secret, last_step, made_at) VALUES (?, ?, ?, ?, ?)")
			.param(holder.kind().name())
			.param(holder.id())
			.param(this.seal.close(secret.base32().getBytes(StandardCharsets.US_ASCII), context(holder)))
			.param(lastStep)
			.param(utc(this.clock.instant()))
			.update();
	}

	/**
	 * Gives somebody invented an app that nobody has: {@link #nextCode} stands for it.
	 */
	void pretend(Actor holder) {
		AppSecret secret = draw("demo", holder.id());
		this.transaction.executeWithoutResult(status -> insert(holder, secret, 0));
	}

	/**
	 * The next code that will be taken, for demonstrations only.
	 * @param holder whose
	 * @return six digits; empty without an app, and while all codes of the minute are
	 * used up
	 */
	Optional<String> nextCode(Actor holder) {
		long now = now();
		return find(holder).map(app -> {
			// not an earlier one: it would be too old before it is typed
			long next = Math.max(app.lastStep() + 1, now);
			return (next > now + DRIFT) ? ""
					: new String(code(generator(app.secret()), next), StandardCharsets.US_ASCII);
		}).filter(code -> !code.isEmpty());
	}

	/**
	 * Whether the customer has an app.
	 * @param customer whose
	 * @return true after {@link #confirm}
	 */
	public boolean known(SubscriberId customer) {
		return known(Actor.customer(customer));
	}

	boolean known(Actor holder) {
		return this.database.sql("SELECT COUNT(*) FROM authenticator_app WHERE kind = ? AND holder = ?")
			.param(holder.kind().name())
			.param(holder.id())
			.query(Integer.class)
			.single() > 0;
	}

	/**
	 * Tries a code. Ten wrong ones in a quarter of an hour slow the customer's further
	 * tries down.
	 * @param customer whose it should be
	 * @param typed with or without spaces
	 * @return what is proven; empty if the code is wrong or was used, or the customer has
	 * to wait
	 */
	public Optional<Proven> enter(SubscriberId customer, String typed) {
		return enter(Actor.customer(customer), typed);
	}

	Optional<Proven> enter(Actor holder, String typed) {
		String turns = context(holder);
		boolean turn = this.slowDown.takeTurn(turns);
		Optional<Kept> kept = find(holder).filter(found -> turn);
		Optional<Proven> proven = kept.flatMap(app -> take(holder, app, typed));
		if (proven.isPresent()) {
			this.slowDown.forgive(turns);
		}
		this.transaction.executeWithoutResult(
				status -> publish(holder, proven.isPresent() ? FactorEvent.PROVEN : FactorEvent.REFUSED));
		return proven;
	}

	/**
	 * Forgets the app.
	 * @param customer whose
	 */
	public void remove(SubscriberId customer) {
		remove(Actor.customer(customer));
	}

	/** The name under which wrong codes of a customer are counted. */
	static String turns(SubscriberId customer) {
		return context(Actor.customer(customer));
	}

	boolean remove(Actor holder) {
		return Boolean.TRUE.equals(this.transaction.execute(status -> {
			boolean gone = forget(holder);
			if (gone) {
				change(holder, FactorChange.REMOVED);
			}
			return gone;
		}));
	}

	private Optional<Proven> take(Actor holder, Kept app, String typed) {
		OptionalLong step = step(app.secret(), typed);
		boolean first = step.isPresent() && Boolean.TRUE.equals(this.transaction.execute(status -> this.database.sql(
				"UPDATE authenticator_app SET last_step = ? WHERE kind = ? AND holder = ? AND last_step < ? AND made_at = ?")
			.param(step.getAsLong())
			.param(holder.kind().name())
			.param(holder.id())
			.param(step.getAsLong())
			.param(utc(app.madeAt()))
			.update() == 1));
		return first ? Optional.of(new Proven(Factor.AUTHENTICATOR_APP, this.clock.instant(), app.madeAt()))
				: Optional.empty();
	}

	/** The step whose code was typed: every one is compared completely. */
	private OptionalLong step(String base32, String typed) {
		byte[] digits = OneTimeCode.read(typed).digits().getBytes(StandardCharsets.US_ASCII);
		TOTPGenerator generator = generator(base32);
		long now = now();
		return LongStream.rangeClosed(now - DRIFT, now + DRIFT)
			.filter(step -> MessageDigest.isEqual(digits, code(generator, step)))
			.max();
	}

	private long now() {
		return this.clock.instant().getEpochSecond() / STEP.toSeconds();
	}

	private static TOTPGenerator generator(String base32) {
		return new TOTPGenerator.Builder(base32.getBytes(StandardCharsets.US_ASCII)).build();
	}

	private static byte[] code(TOTPGenerator generator, long step) {
		return generator.at(step * STEP.toSeconds()).getBytes(StandardCharsets.US_ASCII);
	}

	private Optional<Kept> find(Actor holder) {
		return this.database
			.sql("SELECT secret, last_step, made_at FROM authenticator_app WHERE kind = ? AND holder = ?")
			.param(holder.kind().name())
			.param(holder.id())
			.query((row, index) -> new Kept(
					new String(this.seal.open(row.getBytes("secret"), context(holder)), StandardCharsets.US_ASCII),
					row.getLong("last_step"), row.getObject("made_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Removes without a row of its own in the trail. */
	boolean forget(Actor holder) {
		return this.database.sql("DELETE FROM authenticator_app WHERE kind = ? AND holder = ?")
			.param(holder.kind().name())
			.param(holder.id())
			.update() == 1;
	}

	private void publish(Actor holder, String deed) {
		this.events.publishEvent(new FactorEvent(this.clock.instant(), holder, deed, Factor.AUTHENTICATOR_APP));
	}

	private void change(Actor holder, String deed) {
		this.events.publishEvent(new FactorChange(this.clock.instant(), holder, deed, Factor.AUTHENTICATOR_APP));
	}

	private static String context(Actor holder) {
		return ((holder.kind() == Actor.Kind.CUSTOMER) ? "authenticator-app:" : "staff-authenticator-app:")
				+ holder.id();
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/** Holds the clear secret, so it prints nothing. */
	private record Kept(String secret, long lastStep, Instant madeAt) {

		@Override
		public String toString() {
			return "Kept[•••]";
		}

	}

}
