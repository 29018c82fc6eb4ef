package app.resim.notification.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.GatewayUnreachable;
import app.resim.notification.port.Outcome;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/**
 * Mail over SMTP, as plain text with an HTML twin. Active when {@code spring.mail.host}
 * is set.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class SmtpMail implements EmailGateway {

	private static final String UTF_8 = StandardCharsets.UTF_8.name();

	private final JavaMailSender server;

	private final InternetAddress from;

	private final Clock clock;

	SmtpMail(JavaMailSender server, @Value("${resim.notification.from}") String from, Clock clock)
			throws AddressException {
		this.server = server;
		this.from = new InternetAddress(from, true);
		this.clock = clock;
	}

	@Override
	public Outcome send(Email message) {
		try {
			this.server.send(written(message));
			return Outcome.TAKEN;
		}
		catch (AddressException ex) {
			return Outcome.REFUSED;
		}
		catch (MessagingException ex) {
			throw new GatewayUnreachable("mail", ex);
		}
		catch (MailException ex) {
			if (refused(ex)) {
				return Outcome.REFUSED;
			}
			throw new GatewayUnreachable("mail", ex);
		}
	}

	private MimeMessage written(Email email) throws MessagingException {
		MimeMessage message = this.server.createMimeMessage();
		message.setFrom(this.from);
		message.setRecipient(RecipientType.TO, new InternetAddress(email.to(), true));
		message.setSubject(email.subject(), UTF_8);
		message.setSentDate(Date.from(this.clock.instant()));
		message.setHeader("Content-Language", email.language().toLanguageTag());
		// no "out of office" in answer to a code
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setContent(
				new MimeMultipart("alternative", part(email.text(), "plain"), part(HtmlTwin.of(email), "html")));
		return message;
	}

	private static MimeBodyPart part(String text, String kind) throws MessagingException {
		var part = new MimeBodyPart();
		part.setText(text, UTF_8, kind);
		return part;
	}

	private static boolean refused(MailException fault) {
		return fault instanceof MailSendException several && several.getFailedMessages()
			.values()
			.stream()
			.anyMatch(each -> each instanceof SendFailedException failed && failed.getInvalidAddresses() != null
					&& failed.getInvalidAddresses().length > 0);
	}

}
