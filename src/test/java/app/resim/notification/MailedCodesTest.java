package app.resim.notification;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import app.resim.MovingClock;
import app.resim.limits.FreshLimits;
import app.resim.limits.Limits;
import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a sign-in code gets into the mailbox on file.
 */
class MailedCodesTest {

	private static final Instant UNTIL = MovingClock.START.plus(Duration.ofMinutes(10));

	private final Server server = new Server();

	private final MovingClock clock = new MovingClock();

	private final MailedCodes codes = codes(FreshLimits.wide(this.clock));

	@AfterEach
	void stop() throws InterruptedException {
		this.server.open.countDown();
		this.codes.destroy();
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "zh-Hant", "zh-Hans", "ru" })
	void theLastLineBindsTheCodeToTheSite(String language) {
		this.server.open.countDown();
		send(language);

		Email message = firstMessage();
		assertThat(message.to()).isEqualTo("sam.demo@example.com");
		assertThat(message.text().lines().toList().getLast()).isEqualTo("@esim.example.com #402718");
		assertThat(message.text().lines()).contains("https://esim.example.com/help/not-me");
		assertThat(message.text()).contains("10");
	}

	@Test
	void theCodeIsInTheTextOnly() {
		this.server.open.countDown();
		send("en");

		assertThat(firstMessage().subject()).isEqualTo("Your sign-in code");
		assertThat(firstMessage().text()).startsWith("Your code is 402718\n");
		assertThat(firstMessage().toString()).doesNotContain("402718", "example.com");
	}

	@Test
	void theLanguageIsTheOneAskedForAndNotTheOneOnFile() {
		this.server.open.countDown();
		send("ru");

		assertThat(firstMessage().subject()).isEqualTo("Код для входа");
	}

	@Test
	void theCallerWaitsForNothing() {
		for (int i = 0; i < 50; i++) {
			send("en");
		}

		assertThat(this.server.taken).isEmpty();
	}

	@Test
	void whatAServerDoesNotTakeIsTriedTwiceMore() {
		this.server.open.countDown();
		this.server.failures.set(2);
		send("en");

		assertThat(firstMessage()).isNotNull();
		assertThat(this.server.asked).hasValue(3);
	}

	@Test
	void thenItIsGivenUp() throws InterruptedException {
		this.server.open.countDown();
		this.server.failures.set(99);
		send("en");

		Awaitility.await().untilAtomic(this.server.asked, Matchers.is(3));
		this.codes.destroy();
		assertThat(this.server.taken).isEmpty();
		assertThat(this.server.asked).hasValue(3);
	}

	@Test
	void moreThanAThousandDoNotPileUp() throws InterruptedException {
		for (int i = 0; i < MailedCodes.MOST_WAITING + 500; i++) {
			send("en");
		}
		this.server.open.countDown();
		this.codes.destroy();

		assertThat(this.server.taken).hasSizeBetween(MailedCodes.MOST_WAITING, MailedCodes.MOST_WAITING + 2);
	}

	@Test
	void askingWhileThePortalStopsHurtsNobody() throws InterruptedException {
		this.server.open.countDown();
		this.codes.destroy();

		send("en");

		assertThat(this.server.taken).isEmpty();
	}

	@Test
	void oneMailboxHasACeilingForADay() throws InterruptedException {
		this.server.open.countDown();
		MailedCodes limited = codes(FreshLimits.make(this.clock));
		for (int i = 0; i < 35; i++) {
			send(limited, "en");
		}
		Awaitility.await().until(() -> this.server.taken.size() == 30);
		this.clock.move(Duration.ofDays(1));
		send(limited, "en");

		Awaitility.await().until(() -> this.server.taken.size() == 31);
		limited.destroy();
	}

	private MailedCodes codes(Limits limits) {
		return new MailedCodes(this.server, new Texts(), new Links(URI.create("https://esim.example.com")), this.clock,
				limits, Duration.ZERO, Duration.ofMillis(1));
	}

	private void send(String language) {
		send(this.codes, language);
	}

	private static void send(MailedCodes codes, String language) {
		codes.send(Sam.reading("en"), "402718", UNTIL, Locale.forLanguageTag(language));
	}

	private Email firstMessage() {
		Awaitility.await().until(() -> !this.server.taken.isEmpty());
		return this.server.taken.getFirst();
	}

	/** Takes nothing before it is opened, and may fail at first. */
	private static final class Server implements EmailGateway {

		private final CountDownLatch open = new CountDownLatch(1);

		private final AtomicInteger asked = new AtomicInteger();

		private final AtomicInteger failures = new AtomicInteger();

		private final List<Email> taken = new CopyOnWriteArrayList<>();

		@Override
		public Outcome send(Email message) {
			try {
				this.open.await(30, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
			this.asked.incrementAndGet();
			if (this.failures.getAndDecrement() > 0) {
				throw new GatewayUnreachable("mail", new IOException());
			}
			this.taken.add(message);
			return Outcome.TAKEN;
		}

	}

}
