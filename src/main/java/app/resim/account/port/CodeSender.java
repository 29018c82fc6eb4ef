package app.resim.account.port;

import java.time.Instant;
import java.util.Locale;

import app.resim.account.Subscriber;

/**
 * Delivers a one-time code to the e-mail address on file. Filled by the notification
 * module.
 *
 * <p>
 * Must return at once and at the same speed whatever becomes of the message, must never
 * throw, and must never use the customer's line. {@code code} is a secret: it stands in
 * the message and nowhere else.
 */
public interface CodeSender {

	void send(Subscriber to, String code, Instant usableUntil, Locale language);

}
