package app.resim.help;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.help.port.NumberLetter;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Somebody has forgotten their number. Whoever asks is told the same; whether anybody has
 * that address is looked up later and elsewhere, so that no answer takes longer because
 * of it. A number is told to nobody: the owner of the mailbox is led to sign-in.
 *
 * @see "decision 0037"
 */
@Service
public class ForgottenNumbers implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(ForgottenNumbers.class);

	/** More waiting than this and the directory or the mail server is down. */
	static final int MOST_WAITING = 1000;

	/** The longest e-mail address (RFC 5321, 4.5.3.1), in characters. */
	private static final int LONGEST = 320;

	private static final Duration LAST = Duration.ofSeconds(5);

	private final Subscribers subscribers;

	private final NumberLetter letter;

	private final Limits limits;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	/** Till the answer is out. */
	private final Duration headStart;

	private final ScheduledThreadPoolExecutor desk = new ScheduledThreadPoolExecutor(1,
			Thread.ofPlatform().name("forgotten-numbers").daemon().factory());

	ForgottenNumbers(Subscribers subscribers, NumberLetter letter, Limits limits, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock,
			@Value("${resim.notification.head-start:PT0.25S}") Duration headStart) {
		this.subscribers = subscribers;
		this.letter = letter;
		this.limits = limits;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.headStart = headStart;
	}

	/**
	 * Has the owner of an address written to, if there is one and they were not written
	 * to often. Returns at once and says nothing.
	 * @param email as typed
	 * @param language of the page on which it was asked
	 */
	public void ask(String email, Locale language) {
		if (this.desk.getQueue().size() >= MOST_WAITING) {
			log.warn("A forgotten number was not looked up: {} are waiting before it", MOST_WAITING);
			return;
		}
		try {
			this.desk.schedule(() -> lookUp(email, language), this.headStart.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			log.warn("A forgotten number was not looked up: the portal is stopping");
		}
	}

	private void lookUp(String email, Locale language) {
		try {
			// a number in place of an address would tell whether somebody has it
			if (email.indexOf('@') >= 0 && email.length() <= LONGEST) {
				this.subscribers.byContact(email, "ZZ").ifPresent(owner -> write(owner, language));
			}
		}
		catch (RuntimeException ex) {
			log.warn("A forgotten number was not looked up: {}", ex.getClass().getSimpleName());
		}
	}

	private void write(Subscriber owner, Locale language) {
		if (this.limits.take(Deed.MAIL_REMINDER, Asker.account(owner.id().subscriber())) instanceof Turn.Granted) {
			this.letter.send(owner, language);
			this.transaction.executeWithoutResult(
					status -> this.events.publishEvent(new NumberReminded(this.clock.instant(), owner.id())));
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		this.desk.shutdown();
		this.desk.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS);
	}

}
