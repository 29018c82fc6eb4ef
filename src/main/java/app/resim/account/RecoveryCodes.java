package app.resim.account;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Codes that a customer prints and keeps at home, for the day when the phone is gone.
 * Each opens once. They are shown when they are made and never again: only hashes are
 * kept.
 */
@Service
public class RecoveryCodes {

	/** How many codes a list has. */
	public static final int COUNT = 10;

	/** With fewer unused codes than this the customer is told to print new ones. */
	public static final int FEW = 4;

	/** Letters and digits that nobody takes for one another. */
	private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

	/** Five bits each; the first one is the slot, the other 75 bits are secret. */
	private static final int LENGTH = 16;

	private static final int LONGEST_INPUT = 100;

	private final JdbcClient database;

	private final SlowDown slowDown;

	/** Compared where there is no such code, so that the work is the same. */
	private final String decoy = Passwords.encode("no code is like this");

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	RecoveryCodes(JdbcClient database, SlowDown slowDown, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock, RandomGenerator chance) {
		this.database = database;
		this.slowDown = slowDown;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * Makes a new list. The codes of an older one open nothing any more.
	 * @param customer whose
	 * @return the codes, in groups of four, to be shown once
	 */
	public List<String> make(SubscriberId customer) {
		List<String> codes = draw();
		List<String> hashes = codes.stream().map(Passwords::encode).toList();
		this.transaction.executeWithoutResult(status -> {
			forget(customer);
			Instant now = this.clock.instant();
			for (int i = 0; i < COUNT; i++) {
				this.database.sql("INSERT INTO recovery_code (subscriber, slot, hash, made_at) VALUES (?, ?, ?, ?)")
					.param(customer.subscriber())
					.param(slot(codes.get(i)))
					.param(hashes.get(i))
					.param(utc(now))
					.update();
			}
			this.events.publishEvent(
					new FactorChange(now, Actor.customer(customer), FactorChange.ADDED, Factor.RECOVERY_CODE));
		});
		return codes.stream().map(RecoveryCodes::grouped).toList();
	}

	/**
	 * How many codes still open.
	 * @param customer whose
	 * @return from 0 to {@link #COUNT}
	 */
	public int left(SubscriberId customer) {
		return this.database.sql("SELECT COUNT(*) FROM recovery_code WHERE subscriber = ? AND used_at IS NULL")
			.param(customer.subscriber())
			.query(Integer.class)
			.single();
	}

	/**
	 * Tries a code and uses it up. Ten wrong ones in a quarter of an hour slow the
	 * customer's further tries down.
	 * @param customer whose it should be
	 * @param typed in any spelling
	 * @return what is proven; empty if the code is wrong or used, or the customer has to
	 * wait
	 */
	public Optional<Proven> enter(SubscriberId customer, String typed) {
		String code = read(typed);
		String turns = turns(customer);
		boolean turn = this.slowDown.takeTurn(turns);
		Optional<Kept> kept = find(customer, slot(code));
		boolean right = Passwords.match(code, kept.map(Kept::hash).orElse(this.decoy));
		Optional<Proven> proven = kept.filter(found -> turn && right).flatMap(found -> use(customer, code, found));
		if (proven.isPresent()) {
			this.slowDown.forgive(turns);
		}
		else {
			publish(customer, FactorEvent.REFUSED);
		}
		return proven;
	}

	/** The name under which wrong codes of a customer are counted. */
	static String turns(SubscriberId customer) {
		return "recovery-code " + customer.subscriber();
	}

	private Optional<Proven> use(SubscriberId customer, String code, Kept kept) {
		return Optional.ofNullable(this.transaction.execute(status -> {
			Instant now = this.clock.instant();
			// two at the same moment: the database lets one through; a list made anew has
			// other hashes
			boolean first = this.database.sql("""
					UPDATE recovery_code SET used_at = ?
					WHERE subscriber = ? AND slot = ? AND hash = ? AND used_at IS NULL""")
				.param(utc(now))
				.param(customer.subscriber())
				.param(slot(code))
				.param(kept.hash())
				.update() == 1;
			if (first) {
				this.events.publishEvent(
						new FactorEvent(now, Actor.customer(customer), FactorEvent.PROVEN, Factor.RECOVERY_CODE));
			}
			return first ? new Proven(Factor.RECOVERY_CODE, now, kept.madeAt()) : null;
		}));
	}

	private Optional<Kept> find(SubscriberId customer, String slot) {
		return this.database
			.sql("SELECT hash, made_at FROM recovery_code WHERE subscriber = ? AND slot = ? AND used_at IS NULL")
			.param(customer.subscriber())
			.param(slot)
			.query((row, index) -> new Kept(row.getString("hash"),
					row.getObject("made_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	private void forget(SubscriberId customer) {
		this.database.sql("DELETE FROM recovery_code WHERE subscriber = ?").param(customer.subscriber()).update();
	}

	private void publish(SubscriberId customer, String deed) {
		this.transaction.executeWithoutResult(status -> this.events
			.publishEvent(new FactorEvent(this.clock.instant(), Actor.customer(customer), deed, Factor.RECOVERY_CODE)));
	}

	private List<String> draw() {
		var slots = new ArrayList<>(ALPHABET.chars().mapToObj(c -> String.valueOf((char) c)).toList());
		var codes = new ArrayList<String>();
		for (int i = 0; i < COUNT; i++) {
			var code = new StringBuilder(slots.remove(this.chance.nextInt(slots.size())));
			while (code.length() < LENGTH) {
				code.append(ALPHABET.charAt(this.chance.nextInt(ALPHABET.length())));
			}
			codes.add(code.toString());
		}
		return codes;
	}

	private static String read(String typed) {
		String cut = typed.substring(0, Math.min(typed.length(), LONGEST_INPUT));
		return Contact.read(cut).text().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
	}

	private static String slot(String code) {
		return code.isEmpty() ? "" : code.substring(0, 1);
	}

	private static String grouped(String code) {
		return code.replaceAll("(.{4})(?=.)", "$1-");
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	private record Kept(String hash, Instant madeAt) {
	}

}
