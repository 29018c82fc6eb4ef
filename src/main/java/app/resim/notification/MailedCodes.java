package app.resim.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import app.resim.account.Subscriber;
import app.resim.account.port.CodeSender;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;
import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends one-time codes by e-mail, in threads of its own: whoever asked for a code waits
 * for nothing, whether or not there is anybody to send it to. A code that no server takes
 * is tried twice more; it is not kept across a restart, because a new one is quickly
 * asked for.
 */
@Component
class MailedCodes implements CodeSender, DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(MailedCodes.class);

	private static final int THREADS = 2;

	/** More waiting than this and the mail server is down: codes would come too late. */
	static final int MOST_WAITING = 1000;

	private static final int ATTEMPTS = 3;

	private static final Duration LAST_POST = Duration.ofSeconds(5);

	private final EmailGateway mail;

	private final Texts texts;

	private final Links links;

	private final Clock clock;

	private final Limits limits;

	private final Duration pause;

	/** Till the answer is out: sending must not slow it down for those who are known. */
	private final Duration headStart;

	private final ScheduledThreadPoolExecutor post = new ScheduledThreadPoolExecutor(THREADS,
			Thread.ofPlatform().name("codes-", 0).daemon().factory());

	@Autowired
	MailedCodes(EmailGateway mail, Texts texts, Links links, Clock clock, Limits limits,
			@Value("${resim.notification.head-start:PT0.25S}") Duration headStart) {
		this(mail, texts, links, clock, limits, headStart, Duration.ofSeconds(5));
	}

	MailedCodes(EmailGateway mail, Texts texts, Links links, Clock clock, Limits limits, Duration headStart,
			Duration pause) {
		this.mail = mail;
		this.texts = texts;
		this.links = links;
		this.clock = clock;
		this.limits = limits;
		this.pause = pause;
		this.headStart = headStart;
	}

	@Override
	public void send(Subscriber to, String code, Instant usableUntil, Locale language) {
		if (this.post.getQueue().size() >= MOST_WAITING) {
			log.warn("A code was not sent: {} are waiting before it", MOST_WAITING);
			return;
		}
		later(() -> first(to, code, usableUntil, language), this.headStart);
	}

	@Override
	public void destroy() throws InterruptedException {
		this.post.shutdown();
		this.post.awaitTermination(LAST_POST.toSeconds(), TimeUnit.SECONDS);
	}

	/** Counted here, where nobody waits: what is told does not depend on it. */
	private void first(Subscriber to, String code, Instant usableUntil, Locale language) {
		if (this.limits.take(Deed.MAIL_CODE, Asker.account(to.id().subscriber())) instanceof Turn.Granted) {
			attempt(to, code, usableUntil, language, 1);
		}
		else {
			log.warn("A code was not sent: the day's ceiling is reached, or nobody can count");
		}
	}

	private void attempt(Subscriber to, String code, Instant usableUntil, Locale language, int attempt) {
		try {
			if (this.mail.send(message(to, code, usableUntil, language)) == Outcome.REFUSED) {
				log.warn("A code was refused by the mail server for good");
			}
		}
		catch (RuntimeException ex) {
			log.warn("A code was not sent, attempt {} of {}: {}", attempt, ATTEMPTS, ex.getClass().getSimpleName());
			if (attempt < ATTEMPTS) {
				later(() -> attempt(to, code, usableUntil, language, attempt + 1), this.pause.multipliedBy(attempt));
			}
		}
	}

	private void later(Runnable attempt, Duration pause) {
		try {
			this.post.schedule(attempt, pause.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			log.warn("A code was not sent: the portal is stopping");
		}
	}

	private Email message(Subscriber to, String code, Instant usableUntil, Locale language) {
		// rounded: the mail is written a moment after the code was drawn
		long minutes = Math.max(1, Duration.between(this.clock.instant(), usableUntil).plusSeconds(30).toMinutes());
		return new Email(to.email(), this.texts.text(language, "notification.code.subject"), this.texts.text(language,
				"notification.code.body", code, minutes, this.links.notMe(), this.links.host()), language);
	}

}
