package app.resim.notification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import app.resim.account.Factor;
import app.resim.account.FactorChange;
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
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells a customer whenever a way to sign in was added or removed: by e-mail, on each of
 * their lines and on the backup phone. Whoever took one of these over cannot keep the
 * others from being told.
 */
@Component
class FactorNotices {

	private static final Logger log = LoggerFactory.getLogger(FactorNotices.class);

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
	FactorNotices(Subscribers subscribers, Catalogue catalogue, Texts texts, Links links, Delivery delivery,
			EmailGateway mail, ShortMessageGateway sms) {
		this(subscribers::find, subscribers::lines, catalogue::brand, texts, links, delivery, mail, sms);
	}

	FactorNotices(Function<SubscriberId, Optional<Subscriber>> subscribers, Function<SubscriberId, List<Line>> lines,
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

	@ApplicationModuleListener(id = "notification.factor-notices", propagation = Propagation.NOT_SUPPORTED)
	void on(FactorChange change) {
		change.customer().ifPresent(customer -> tell(change, customer));
	}

	private void tell(FactorChange change, SubscriberId customer) {
		Optional<Subscriber> owner = this.subscribers.apply(customer);
		if (owner.isEmpty()) {
			log.warn("The directory has nobody to tell about {}", change.deed());
			return;
		}
		Undelivered undelivered = new Undelivered();
		letters(change, owner.get()).forEach(
				(by, letter) -> undelivered.collect(() -> this.delivery.deliver(slot(change, customer, by), letter)));
		undelivered.complain();
	}

	/** The moment tells a change from the next one of the same factor. */
	private static Slot slot(FactorChange change, SubscriberId customer, String by) {
		return new Slot(customer.subscriber(),
				(change.added() ? "ADDED-" : "REMOVED-") + change.factor() + "-" + change.at().toEpochMilli(), by);
	}

	private Map<String, Supplier<Outcome>> letters(FactorChange change, Subscriber owner) {
		Brand brand = this.brands.apply(owner.brand());
		Email letter = email(change, owner, brand);
		Map<String, Supplier<Outcome>> letters = new LinkedHashMap<>();
		letters.put(Channel.EMAIL.name(), () -> this.mail.send(letter));
		List<Msisdn> numbers = this.lines.apply(owner.id()).stream().map(Line::number).limit(MOST_LINES).toList();
		String words = words("sms", change, owner.language(), brand);
		for (int i = 0; i < numbers.size(); i++) {
			var message = new ShortMessage(numbers.get(i), words);
			letters.put(Channel.SMS_LINE + ((i == 0) ? "" : "-" + (i + 1)), () -> this.sms.send(message));
		}
		owner.backupPhone()
			.filter(phone -> !numbers.contains(phone))
			.map(phone -> new ShortMessage(phone, words))
			.ifPresent(message -> letters.put(Channel.SMS_BACKUP.name(), () -> this.sms.send(message)));
		return letters;
	}

	private Email email(FactorChange change, Subscriber owner, Brand brand) {
		Locale language = owner.language();
		String close = this.texts.text(language, "notification.close", this.links.notMe(), brand.name(),
				Composer.spaced(brand.hotline()));
		return new Email(owner.email(), words("subject", change, language, brand),
				words("body", change, language, brand) + "\n\n" + close, language);
	}

	private String words(String part, FactorChange change, Locale language, Brand brand) {
		return this.texts.text(language, key(change.factor(), change.added(), part), brand.name(),
				this.texts.moment(language, change.at(), brand.zone()), this.links.notMe());
	}

	/**
	 * The key of one of its texts.
	 * @param factor which factor
	 * @param added whether it was added
	 * @param part {@code subject}, {@code body} or {@code sms}
	 * @return for example {@code notification.factor.added.passkey.subject}
	 */
	static String key(Factor factor, boolean added, String part) {
		return "notification.factor." + (added ? "added." : "removed.") + factor.name().toLowerCase(Locale.ROOT) + "."
				+ part;
	}

}
