package app.resim.help.port;

import java.util.Locale;

import app.resim.account.Subscriber;

/**
 * Writes to the e-mail address on file how somebody finds the numbers they have
 * forgotten. Filled by the notification module.
 *
 * <p>
 * The letter leads to sign-in and names no number. Called where nobody waits for it; may
 * throw when the letter cannot be sent now, and then nothing was sent.
 */
public interface NumberLetter {

	void send(Subscriber to, Locale language);

}
