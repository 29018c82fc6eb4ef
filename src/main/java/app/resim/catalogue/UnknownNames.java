package app.resim.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts the device names that the list did not know, so that the operator can let it
 * grow. Holds nothing about a person: what could be one's number or is not about a device
 * is not kept. Counting never fails the check that it belongs to.
 */
@Component
class UnknownNames {

	static final int LONGEST = 80;

	static final int MOST = 5000;

	private static final int SHOWN = 200;

	private static final Logger LOG = LoggerFactory.getLogger(UnknownNames.class);

	/** A word that ends in six digits or holds nine may be the number of a document. */
	private static final Pattern PERSONAL = Pattern.compile("\\d{6}$|\\d{9}");

	private static final int MOST_PLAIN_DIGITS = 5;

	private final JdbcClient database;

	private final TransactionTemplate ownTransaction;

	private final Clock clock;

	UnknownNames(JdbcClient database, PlatformTransactionManager transactions, Clock clock) {
		this.database = database;
		this.clock = clock;
		// its own, because a failed statement spoils the transaction of the caller on
		// PostgreSQL
		this.ownTransaction = new TransactionTemplate(transactions);
		this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Counts a name.
	 * @param typed as typed
	 * @param device whether a word belongs to devices
	 */
	void count(String typed, Predicate<String> device) {
		if (typed.length() > Spelling.LONGEST || typed.contains("@")) {
			return;
		}
		List<String> words = Spelling.words(typed);
		String name = String.join(" ", words);
		if (name.length() <= LONGEST && isAboutADevice(words, device) && !mayBePersonal(words)) {
			try {
				countInOwnTransaction(name);
			}
			catch (DataAccessException | TransactionException ex) {
				LOG.warn("An unknown device name was not counted: {}", ex.getClass().getSimpleName());
			}
		}
	}

	private static boolean isAboutADevice(List<String> words, Predicate<String> device) {
		return words.stream().anyMatch(word -> word.matches(".*\\p{L}.*"))
				&& words.stream().anyMatch(word -> word.matches(".*\\d.*") || device.test(word));
	}

	private static boolean mayBePersonal(List<String> words) {
		int plainDigits = words.stream().filter(word -> word.matches("\\d+")).mapToInt(String::length).sum();
		return plainDigits > MOST_PLAIN_DIGITS || words.stream().anyMatch(word -> PERSONAL.matcher(word).find());
	}

	private void countInOwnTransaction(String name) {
		try {
			this.ownTransaction.executeWithoutResult(status -> countOrInsert(name));
		}
		catch (DuplicateKeyException ex) {
			// somebody else was first with the same name
			this.ownTransaction.executeWithoutResult(status -> countAgain(name));
		}
	}

	private void countOrInsert(String name) {
		if (!countAgain(name) && size() < MOST) {
			this.database.sql("INSERT INTO unknown_device (name, asked, last_asked) VALUES (?, 1, ?)")
				.param(name)
				.param(now())
				.update();
		}
	}

	private boolean countAgain(String name) {
		return this.database.sql("UPDATE unknown_device SET asked = asked + 1, last_asked = ? WHERE name = ?")
			.param(now())
			.param(name)
			.update() > 0;
	}

	private long size() {
		return this.database.sql("SELECT COUNT(*) FROM unknown_device").query(Long.class).single();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/**
	 * The names asked for most often.
	 * @return at most 200, most often first
	 */
	List<UnknownName> mostAsked() {
		return this.database
			.sql("SELECT name, asked, last_asked FROM unknown_device ORDER BY asked DESC, name FETCH FIRST " + SHOWN
					+ " ROWS ONLY")
			.query(UnknownNames::read)
			.list();
	}

	private static UnknownName read(ResultSet row, int number) throws SQLException {
		Instant last = row.getObject("last_asked", OffsetDateTime.class).toInstant();
		return new UnknownName(row.getString("name"), row.getLong("asked"), last);
	}

}
