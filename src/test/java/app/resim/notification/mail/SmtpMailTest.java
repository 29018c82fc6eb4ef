package app.resim.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;

import app.resim.MovingClock;
import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.EmailGatewayContract;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mail.javamail.JavaMailSenderImpl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SmtpMailTest extends EmailGatewayContract {

	private static final Email CODE = new Email("sam.demo@example.com", "Your sign-in code",
			"Your code is 402718\n\nTell us:\nhttps://esim.example.com/help/not-me\n\n@esim.example.com #402718",
			Locale.ENGLISH);

	@RegisterExtension
	static final GreenMailExtension POST_OFFICE = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort())
		.withPerMethodLifecycle(true);

	@Override
	protected EmailGateway gateway() {
		return at(POST_OFFICE.getSmtp().getPort());
	}

	@Override
	protected List<Arrived> arrived(String address) {
		return Arrays.stream(POST_OFFICE.getReceivedMessagesForDomain(address)).map(SmtpMailTest::read).toList();
	}

	@Test
	void senderDateAndLanguageAreSet() throws Exception {
		gateway().send(CODE);

		MimeMessage message = POST_OFFICE.getReceivedMessages()[0];
		assertThat(message.getFrom()).extracting(Object::toString)
			.containsExactly("Tidewire Mobile <resim@example.com>");
		assertThat(message.getSentDate()).isEqualTo(Date.from(MovingClock.START));
		assertThat(message.getHeader("Content-Language")).containsExactly("en");
		assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
	}

	@Test
	void theHtmlTwinSaysTheSameAndFetchesNothing() throws Exception {
		gateway().send(CODE);

		String html = part(POST_OFFICE.getReceivedMessages()[0], 1);
		assertThat(html).contains("<html lang=\"en\">", "<p>Your code is 402718</p>",
				"<a href=\"https://esim.example.com/help/not-me\">", "<p>@esim.example.com #402718</p>");
		assertThat(html).doesNotContain("src=", "<link", "url(");
	}

	@Test
	void wordsAreNeverMarkup() throws Exception {
		gateway().send(new Email("sam.demo@example.com", "<i>", "<script>alert('x')</script> & \"", Locale.ENGLISH));

		assertThat(part(POST_OFFICE.getReceivedMessages()[0], 1)).doesNotContain("<script", "<i>")
			.contains("&lt;script&gt;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no address", "", "a@b@c", "sam@example.com\r\nBcc: all@example.com", "Sam <@>" })
	void anAddressThatIsNoneIsRefused(String address) {
		assertThat(gateway().send(new Email(address, "Subject", "Text", Locale.ENGLISH))).isEqualTo(Outcome.REFUSED);
		assertThat(POST_OFFICE.getReceivedMessages()).isEmpty();
	}

	@Test
	void anAddressTheServerDoesNotKnowIsRefused() throws Exception {
		try (var server = new Answering("550 5.1.1 <sam.demo@example.com> user unknown")) {
			assertThat(at(server.port()).send(CODE)).isEqualTo(Outcome.REFUSED);
		}
	}

	@Test
	void aServerThatWantsUsBackLaterIsTriedLater() throws Exception {
		try (var server = new Answering("451 4.7.1 <sam.demo@example.com> greylisted")) {
			assertThatItIsTriedLater(server.port());
		}
	}

	@Test
	void aServerThatFallsSilentIsTriedLater() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatItIsTriedLater(silent.getLocalPort());
		}
	}

	@Test
	void aServerThatIsDownIsTriedLater() throws Exception {
		int port;
		try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			port = closed.getLocalPort();
		}
		assertThatItIsTriedLater(port);
	}

	private static void assertThatItIsTriedLater(int port) {
		assertThatExceptionOfType(GatewayUnreachable.class).isThrownBy(() -> at(port).send(CODE))
			.withNoCause()
			.satisfies(fault -> assertThat(fault.getMessage()).doesNotContain("example.com", "402718"));
	}

	private static SmtpMail at(int port) {
		var server = new JavaMailSenderImpl();
		server.setHost("127.0.0.1");
		server.setPort(port);
		server.getJavaMailProperties().put("mail.smtp.connectiontimeout", "500");
		server.getJavaMailProperties().put("mail.smtp.timeout", "500");
		try {
			return new SmtpMail(server, "Tidewire Mobile <resim@example.com>", new MovingClock());
		}
		catch (AddressException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Arrived read(MimeMessage message) {
		try {
			return new Arrived(message.getSubject(), part(message, 0));
		}
		catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String part(MimeMessage message, int index) throws MessagingException, IOException {
		var parts = (MimeMultipart) message.getContent();
		assertThat(parts.getContentType()).startsWith("multipart/alternative");
		return ((String) parts.getBodyPart(index).getContent()).replace("\r\n", "\n");
	}

	/** A mail server that says yes to everything but the recipient. */
	private static final class Answering implements AutoCloseable {

		private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

		private final String toRecipients;

		Answering(String toRecipients) throws IOException {
			this.toRecipients = toRecipients;
			Thread.ofVirtual().start(this::serve);
		}

		int port() {
			return this.door.getLocalPort();
		}

		@Override
		public void close() throws IOException {
			this.door.close();
		}

		private void serve() {
			try (Socket caller = this.door.accept();
					var in = new BufferedReader(
							new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
					var out = new PrintWriter(caller.getOutputStream(), true, StandardCharsets.US_ASCII)) {
				out.print("220 ready\r\n");
				out.flush();
				for (String line = in.readLine(); line != null; line = in.readLine()) {
					out.print((line.startsWith("RCPT") ? this.toRecipients : "250 ok") + "\r\n");
					out.flush();
				}
			}
			catch (IOException ex) {
				// the caller hung up
			}
		}

	}

}
