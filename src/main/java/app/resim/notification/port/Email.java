package app.resim.notification.port;

import java.util.Locale;

/**
 * A message for one mailbox. Prints neither the address nor the text.
 *
 * @param to the address
 * @param subject one line
 * @param text plain text; an empty line ends a paragraph
 * @param language the language of both
 */
public record Email(String to, String subject, String text, Locale language) {

	@Override
	public String toString() {
		return "Email[" + this.language + "]";
	}

}
