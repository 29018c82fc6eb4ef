package app.resim.ui;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.resim.notification.simulated.CaughtMessages;
import app.resim.ui.Browserlike.Answer;

import static org.awaitility.Awaitility.await;

/**
 * A customer's mailbox, in which the codes for signing in arrive.
 */
final class Mailbox {

	static final String SAM = "sam.demo@example.com";

	private static final Pattern CODE = Pattern.compile("\\b([0-9]{6})\\b");

	private final CaughtMessages messages;

	Mailbox(CaughtMessages messages) {
		this.messages = messages;
	}

	/** Asks for a code and shows the page on which it is typed. */
	static Answer askForCode(Browserlike browser, String contact) {
		return browser.follow(browser.submit(browser.get("/sign-in"), "/sign-in", Map.of("contact", contact)));
	}

	static Answer enter(Browserlike browser, Answer codePage, String code) {
		return browser.submit(codePage, "/sign-in/code", Map.of("code", code));
	}

	/** Sam signs in with nothing but this mailbox. */
	Answer signIn(Browserlike browser) {
		this.messages.clear();
		return enter(browser, askForCode(browser, SAM), code());
	}

	String code() {
		return code(1);
	}

	/** Mail goes its own way, so that it takes the same time for everybody. */
	String code(int mails) {
		await().until(() -> codes().size() == mails);
		return codes().getFirst();
	}

	/** The newest first; other mail lies between them. */
	private List<String> codes() {
		return this.messages.newest(50)
			.stream()
			.map(message -> CODE.matcher(message.text()))
			.filter(Matcher::find)
			.map(found -> found.group(1))
			.toList();
	}

}
