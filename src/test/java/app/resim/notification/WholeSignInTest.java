package app.resim.notification;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import app.resim.account.CodeAnswer;
import app.resim.account.CodeSent;
import app.resim.account.SignIn;
import app.resim.account.Staff;
import app.resim.account.Subscribers;
import app.resim.audit.AuditEntry;
import app.resim.audit.AuditTrail;
import app.resim.kernel.SubscriberId;
import app.resim.notification.simulated.CaughtMessage;
import app.resim.notification.simulated.CaughtMessages;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A demo customer signs in from the first word to the last, and nothing of it is left in
 * the log.
 */
@Wired
class WholeSignInTest {

	private static final SubscriberId SAM = new SubscriberId("demo-1001");

	private static final Pattern CODE = Pattern.compile("^@esim\\.example\\.com #([0-9]{6})$", Pattern.MULTILINE);

	@Autowired
	private SignIn signIn;

	@Autowired
	private Staff staff;

	@Autowired
	private Subscribers subscribers;

	@Autowired
	private CaughtMessages caught;

	@Autowired
	private AuditTrail trail;

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger ours = (Logger) LoggerFactory.getLogger("app.resim");

	private final ListAppender<ILoggingEvent> log = new ListAppender<>();

	private final Level level = this.root.getLevel();

	@BeforeEach
	void listen() {
		this.caught.clear();
		this.root.setLevel(Level.DEBUG);
		this.ours.setLevel(Level.TRACE);
		this.log.start();
		this.root.addAppender(this.log);
	}

	@AfterEach
	void stopListening() {
		this.root.detachAppender(this.log);
		this.root.setLevel(this.level);
		this.ours.setLevel(null);
	}

	@Test
	void theCodeFromTheCaughtMailSignsInAndTheLogKeepsNothing() {
		CodeSent sent = this.signIn.begin("+852 5550 0142", "HK", Locale.ENGLISH);
		String first = codeIn(mail());
		this.caught.clear();
		this.signIn.begin("stranger@example.com", "HK", Locale.ENGLISH);
		assertThat(this.signIn.enter(sent.challenge(), "00000")).isEqualTo(new CodeAnswer.Wrong(4));
		assertThat(this.signIn.enter(sent.challenge(), first)).isEqualTo(new CodeAnswer.SignedIn(SAM));
		CodeSent again = this.signIn.again(SAM, Locale.forLanguageTag("zh-Hant"));
		String second = codeIn(mail());
		assertThat(this.signIn.enter(again.challenge(), second)).isEqualTo(new CodeAnswer.SignedIn(SAM));
		this.staff.check("kay", "demo-kay");
		String name = this.subscribers.find(SAM).orElseThrow().name();

		assertThat(logged()).as("the log is really listened to").contains("sign_in_code");
		assertThat(logged()).doesNotContain("sam.demo", "stranger", "55500142", "5550 0142", first, second, name,
				"demo-kay", "00000");
	}

	@Test
	void everyStepIsInTheTrail() {
		CodeSent sent = this.signIn.begin("sam.demo@example.com", "HK", Locale.ENGLISH);
		this.signIn.enter(sent.challenge(), codeIn(mail()));

		assertThat(this.trail.about(SAM.subscriber()).reversed().stream().limit(2)).extracting(AuditEntry::deed)
			.containsExactly("sign-in.succeeded", "sign-in.code-sent");
	}

	private CaughtMessage mail() {
		Awaitility.await().until(() -> !this.caught.newest(1).isEmpty());
		return this.caught.newest(1).getFirst();
	}

	private static String codeIn(CaughtMessage message) {
		return CODE.matcher(message.text()).results().map(MatchResult::group).findFirst().orElseThrow().substring(18);
	}

	private String logged() {
		return String.join("\n", List.copyOf(this.log.list).stream().flatMap(WholeSignInTest::lines).toList());
	}

	private static Stream<String> lines(ILoggingEvent event) {
		IThrowableProxy thrown = event.getThrowableProxy();
		return Stream.of(event.getFormattedMessage(), (thrown == null) ? "" : ThrowableProxyUtil.asString(thrown));
	}

}
