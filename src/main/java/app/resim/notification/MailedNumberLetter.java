package app.resim.notification;

import java.util.Locale;

import app.resim.account.Subscriber;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.help.port.NumberLetter;
import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Leads somebody who has forgotten their number to sign-in, by e-mail. No number stands
 * in it: others may read the mailbox.
 */
@Component
class MailedNumberLetter implements NumberLetter {

	private static final Logger log = LoggerFactory.getLogger(MailedNumberLetter.class);

	private final EmailGateway mail;

	private final Texts texts;

	private final Links links;

	private final Catalogue catalogue;

	MailedNumberLetter(EmailGateway mail, Texts texts, Links links, Catalogue catalogue) {
		this.mail = mail;
		this.texts = texts;
		this.links = links;
		this.catalogue = catalogue;
	}

	@Override
	public void send(Subscriber to, Locale language) {
		Brand brand = this.catalogue.brand(to.brand());
		String body = this.texts.text(language, "notification.number.body", brand.name(), this.links.lines());
		String close = this.texts.text(language, "notification.close", this.links.notMe(), brand.name(),
				Composer.spaced(brand.hotline()));
		var letter = new Email(to.email(), this.texts.text(language, "notification.number.subject", brand.name()),
				body + "\n\n" + close, language);
		if (this.mail.send(letter) == Outcome.REFUSED) {
			log.warn("A letter about forgotten numbers was refused by the mail server for good");
		}
	}

}
