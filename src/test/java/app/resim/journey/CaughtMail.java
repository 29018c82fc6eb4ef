package app.resim.journey;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import app.resim.notification.simulated.CaughtMessage;
import app.resim.notification.simulated.CaughtMessages;

import static org.awaitility.Awaitility.await;

/**
 * Reads the catcher in the same virtual machine.
 */
class CaughtMail implements Mailbox {

	/** The line that phones and browsers read: {@code @host #123456}. */
	private static final Pattern CODE = Pattern.compile("@\\S+ #(\\d{6})");

	private final CaughtMessages messages;

	CaughtMail(CaughtMessages messages) {
		this.messages = messages;
	}

	@Override
	public String code(String email, int before) {
		return await().until(() -> all(email), codes -> codes.size() > before).getFirst();
	}

	@Override
	public int codes(String email) {
		return all(email).size();
	}

	private List<String> all(String email) {
		return this.messages.newest(1000)
			.stream()
			.filter(message -> message.to().equals(email))
			.map(CaughtMessage::text)
			.map(CODE::matcher)
			.filter(Matcher::find)
			.map(found -> found.group(1))
			.toList();
	}

}
