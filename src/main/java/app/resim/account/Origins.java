package app.resim.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

import app.resim.keys.Seal;
import app.resim.kernel.SubscriberId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Knows browsers and networks again, without keeping what would name them to others.
 */
@Service
public class Origins {

	/** For how long a browser is known that is not seen again. */
	public static final Duration KEPT = Duration.ofDays(400);

	private final JdbcClient database;

	private final Seal seal;

	private final RandomGenerator chance;

	private final Clock clock;

	Origins(JdbcClient database, Seal seal, RandomGenerator chance, Clock clock) {
		this.database = database;
		this.seal = seal;
		this.chance = chance;
		this.clock = clock;
	}

	/**
	 * What a browser is given to be known again.
	 * @return 43 letters, digits, hyphens and underscores
	 */
	public String newBrowser() {
		return Tokens.draw(this.chance);
	}

	/**
	 * Notes that a customer has signed in.
	 * @param customer who
	 * @param browser what {@link #newBrowser} once gave the browser
	 * @param network the network, in one spelling
	 * @return from where that is
	 */
	@Transactional
	public Origin note(SubscriberId customer, String browser, String network) {
		String mark = Tokens.mark(browser);
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.database.sql("""
				INSERT INTO known_browser (subscriber, mark, since, seen_at) VALUES (?, ?, ?, ?)
				ON CONFLICT DO NOTHING""").params(customer.subscriber(), mark, now, now).update();
		this.database.sql("UPDATE known_browser SET seen_at = ? WHERE subscriber = ? AND mark = ?")
			.params(now, customer.subscriber(), mark)
			.update();
		Instant since = this.database.sql("SELECT since FROM known_browser WHERE subscriber = ? AND mark = ?")
			.params(customer.subscriber(), mark)
			.query(OffsetDateTime.class)
			.single()
			.toInstant();
		return new Origin(since, HexFormat.of().formatHex(this.seal.fingerprint(network, "network")));
	}

	/** Forgets browsers that were not seen for long. */
	@Transactional
	void purge() {
		this.database.sql("DELETE FROM known_browser WHERE seen_at < ?")
			.param(this.clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
			.update();
	}

}
