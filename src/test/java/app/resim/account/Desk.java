package app.resim.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import app.resim.MovingClock;
import app.resim.account.port.CodeSender;
import app.resim.kernel.AuditedEvent;
import app.resim.keys.FreshSeal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sign-in on a database of its own, with a mailbox to look into. The codes are 402718,
 * 402719 and so on.
 */
final class Desk {

	static final String FIRST_CODE = "402718";

	final SmallDirectory directory = new SmallDirectory();

	final MovingClock clock = new MovingClock();

	final Postbox postbox = new Postbox();

	final List<AuditedEvent> trail = new CopyOnWriteArrayList<>();

	final JdbcClient database;

	final TransactionTemplate transaction;

	final Challenges challenges;

	final SignIn signIn;

	Desk(DataSource database) {
		this.database = JdbcClient.create(database);
		this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
		this.challenges = new Challenges(this.database, FreshSeal.make(), this.clock, new CountingChance());
		this.signIn = new SignIn(this.directory, this.postbox, this.challenges, this.transaction,
				event -> this.trail.add((AuditedEvent) event), this.clock);
	}

	CodeSent ask(String contact) {
		return this.signIn.begin(contact, "HK", Locale.ENGLISH);
	}

	/** A letter as the sender was handed it. */
	record Letter(Subscriber to, String code, Instant usableUntil, Locale language) {
	}

	/** Keeps what it is asked to send. */
	static final class Postbox implements CodeSender {

		final List<Letter> letters = new CopyOnWriteArrayList<>();

		@Override
		public void send(Subscriber to, String code, Instant usableUntil, Locale language) {
			this.letters.add(new Letter(to, code, usableUntil, language));
		}

		String lastCode() {
			return this.letters.getLast().code();
		}

	}

	/** Random, but for the codes. */
	private static final class CountingChance extends Random {

		private final AtomicInteger next = new AtomicInteger(Integer.parseInt(FIRST_CODE));

		@Override
		public int nextInt(int bound) {
			return this.next.getAndIncrement();
		}

	}

}
