package app.resim.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import app.resim.account.Line;
import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.BrandId;
import app.resim.kernel.Msisdn;
import app.resim.kernel.SubscriberId;
import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessage;
import app.resim.notification.port.ShortMessageGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Tells a customer something by e-mail, on each of their lines and on the backup phone.
 * Whoever took one of these over cannot keep the others from being told.
 */
@Component
class EveryWay {

	private static final Logger log = LoggerFactory.getLogger(EveryWay.class);

	/** Of a customer with more lines, these are told. */
	private static final int MOST_LINES = 10;

	private final Function<SubscriberId, Optional<Subscriber>> subscribers;

	private final Function<SubscriberId, List<Line>> lines;

	private final Function<BrandId, Brand> brands;

	private final Texts texts;

	private final Links links;

	private final Delivery delivery;

	private final EmailGateway mail;

	private final ShortMessageGateway sms;

	@Autowired
	EveryWay(Subscribers subscribers, Catalogue catalogue, Texts texts, Links links, Delivery delivery,
			EmailGateway mail, ShortMessageGateway sms) {
		this(subscribers::find, subscribers::lines, catalogue::brand, texts, links, delivery, mail, sms);
	}

	EveryWay(Function<SubscriberId, Optional<Subscriber>> subscribers, Function<SubscriberId, List<Line>> lines,
			Function<BrandId, Brand> brands, Texts texts, Links links, Delivery delivery, EmailGateway mail,
			ShortMessageGateway sms) {
		this.subscribers = subscribers;
		this.lines = lines;
		this.brands = brands;
		this.texts = texts;
		this.links = links;
		this.delivery = delivery;
		this.mail = mail;
		this.sms = sms;
	}

	/**
	 * Tells somebody something, once on each way however often it is called.
	 * @param customer whom
	 * @param tells tells this from every other notice to them, at most 60 characters
	 * @param words its words
	 */
	void tell(SubscriberId customer, String tells, Words words) {
		Optional<Subscriber> owner = this.subscribers.apply(customer);
		if (owner.isEmpty()) {
			log.warn("The directory has nobody to tell {}", tells);
			return;
		}
		Undelivered undelivered = new Undelivered();
		letters(owner.get(), words).forEach((by, letter) -> undelivered
			.collect(() -> this.delivery.deliver(new Slot(customer.subscriber(), tells, by), letter)));
		undelivered.complain();
	}

	private Map<String, Supplier<Outcome>> letters(Subscriber owner, Words words) {
		Brand brand = this.brands.apply(owner.brand());
		Email letter = email(owner, brand, words);
		Map<String, Supplier<Outcome>> letters = new LinkedHashMap<>();
		letters.put(Channel.EMAIL.name(), () -> this.mail.send(letter));
		List<Msisdn> numbers = this.lines.apply(owner.id()).stream().map(Line::number).limit(MOST_LINES).toList();
		String text = words.say("sms", owner.language(), brand);
		for (int i = 0; i < numbers.size(); i++) {
			var message = new ShortMessage(numbers.get(i), text);
			letters.put(Channel.SMS_LINE + ((i == 0) ? "" : "-" + (i + 1)), () -> this.sms.send(message));
		}
		owner.backupPhone()
			.filter(phone -> !numbers.contains(phone))
			.map(phone -> new ShortMessage(phone, text))
			.ifPresent(message -> letters.put(Channel.SMS_BACKUP.name(), () -> this.sms.send(message)));
		return letters;
	}

	private Email email(Subscriber owner, Brand brand, Words words) {
		Locale language = owner.language();
		String close = this.texts.text(language, "notification.close", this.links.notMe(), brand.name(),
				Composer.spaced(brand.hotline()));
		return new Email(owner.email(), words.say("subject", language, brand),
				words.say("body", language, brand) + "\n\n" + close, language);
	}

	/** The words of a notice. */
	interface Words {

		/**
		 * One part of it.
		 * @param part {@code subject}, {@code body} or {@code sms}
		 * @param language the reader's
		 * @param brand whose customer
		 * @return the text
		 */
		String say(String part, Locale language, Brand brand);

	}

}
