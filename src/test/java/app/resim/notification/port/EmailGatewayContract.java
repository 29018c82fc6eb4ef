package app.resim.notification.port;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every mail gateway must do.
 */
public abstract class EmailGatewayContract {

	/**
	 * The gateway under test.
	 * @return one whose other side is up
	 */
	protected abstract EmailGateway gateway();

	/**
	 * What arrived.
	 * @param address the mailbox
	 * @return the messages, oldest first
	 */
	protected abstract List<Arrived> arrived(String address);

	@Test
	public void aMessageArrivesWithAllItsWords() {
		var message = new Email("sam.demo@example.com", "有人申請新的 eSIM：RS-7K4M-29QD",
				"Первая строка.\nЗдесь & там <b>\n\n第二段：\nhttps://esim.example.com/requests/RS-7K4M-29QD\n",
				Locale.forLanguageTag("zh-Hant"));

		assertThat(gateway().send(message)).isEqualTo(Outcome.TAKEN);

		assertThat(arrived("sam.demo@example.com")).singleElement().satisfies(mail -> {
			assertThat(mail.subject()).isEqualTo(message.subject());
			assertThat(mail.text().strip()).isEqualTo(message.text().strip());
		});
	}

	@Test
	public void eachMessageArrivesOnceAndInItsMailbox() {
		EmailGateway gateway = gateway();
		gateway.send(new Email("one@example.com", "One", "Text", Locale.ENGLISH));
		gateway.send(new Email("two@example.com", "Two", "Text", Locale.ENGLISH));
		gateway.send(new Email("one@example.com", "Three", "Text", Locale.ENGLISH));

		assertThat(arrived("one@example.com")).extracting(Arrived::subject).containsExactly("One", "Three");
		assertThat(arrived("two@example.com")).extracting(Arrived::subject).containsExactly("Two");
	}

	/**
	 * A message as its reader sees it.
	 *
	 * @param subject the subject
	 * @param text the plain text, lines ending in a line feed
	 */
	public record Arrived(String subject, String text) {
	}

}
