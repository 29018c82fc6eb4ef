package app.resim.notification;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import app.resim.catalogue.Store;
import app.resim.kernel.BrandId;
import app.resim.kernel.SubscriberId;
import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.Email;
import app.resim.notification.port.EmailGateway;
import app.resim.visit.Appointment;
import app.resim.visit.Appointments;
import app.resim.visit.VisitEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells a customer by e-mail that an appointment is booked, moved, cancelled or soon:
 * when, where and what to bring. What a later change has overtaken is not told.
 */
@Component
class VisitNotices {

	private static final Logger log = LoggerFactory.getLogger(VisitNotices.class);

	private final Function<SubscriberId, Optional<Subscriber>> subscribers;

	private final Function<BrandId, Brand> brands;

	private final Appointments appointments;

	private final Texts texts;

	private final Links links;

	private final Delivery delivery;

	private final EmailGateway mail;

	@Autowired
	VisitNotices(Subscribers subscribers, Catalogue catalogue, Appointments appointments, Texts texts, Links links,
			Delivery delivery, EmailGateway mail) {
		this(subscribers::find, catalogue::brand, appointments, texts, links, delivery, mail);
	}

	VisitNotices(Function<SubscriberId, Optional<Subscriber>> subscribers, Function<BrandId, Brand> brands,
			Appointments appointments, Texts texts, Links links, Delivery delivery, EmailGateway mail) {
		this.subscribers = subscribers;
		this.brands = brands;
		this.appointments = appointments;
		this.texts = texts;
		this.links = links;
		this.delivery = delivery;
		this.mail = mail;
	}

	@ApplicationModuleListener(id = "notification.visit-notices", propagation = Propagation.NOT_SUPPORTED)
	void on(VisitEvent event) {
		switch (event) {
			case VisitEvent.Booked booked -> tell("booked", booked);
			case VisitEvent.Moved moved -> tell("moved", moved);
			case VisitEvent.Cancelled cancelled -> tell("cancelled", cancelled);
			case VisitEvent.Reminded reminded -> tell("reminded", reminded);
			// they stood in the shop, or know that they did not
			case VisitEvent.Arrived _, VisitEvent.Missed _ -> {
			}
		}
	}

	private void tell(String news, VisitEvent event) {
		Optional<Subscriber> owner = this.subscribers.apply(event.subscriber());
		Brand brand = this.brands.apply(event.brand());
		Optional<Store> store = brand.store(event.store());
		Optional<Appointment> now = this.appointments.find(event.subscriber(), event.reference())
			.filter(found -> found.revision() == event.revision());
		if (owner.isEmpty() || store.isEmpty()) {
			log.warn("Nobody can be told that {} is {}", event.reference(), news);
			return;
		}
		if (now.isPresent()) {
			Email letter = letter(news, now.get(), owner.get(), brand, store.get());
			this.delivery.deliver(new Slot(event.subscriber().subscriber(), named(news, event), Channel.EMAIL.name()),
					() -> this.mail.send(letter));
		}
	}

	/** The moment tells one reminder from the next. */
	private static String named(String news, VisitEvent event) {
		return "VISIT-" + news.toUpperCase(Locale.ROOT) + "-" + event.reference() + "-" + event.at().toEpochMilli();
	}

	private Email letter(String news, Appointment visit, Subscriber to, Brand brand, Store store) {
		Locale language = to.language();
		String key = "notification.visit." + news;
		Object[] facts = { brand.name(), store.name(language), this.links.visit(visit.reference()),
				this.texts.moment(language, visit.begins(), brand.zone()), store.address(language),
				this.texts.text(language, bring(visit.purpose())), visit.reference().reference() };
		String demo = store.demo() ? this.texts.text(language, "notification.visit.demo") + "\n\n" : "";
		String close = this.texts.text(language, "notification.close", this.links.notMe(), brand.name(),
				Composer.spaced(brand.hotline()));
		return new Email(to.email(), this.texts.text(language, key + ".subject", facts),
				this.texts.text(language, key + ".body", facts) + "\n\n" + demo + close, language);
	}

	/**
	 * The key of what to bring.
	 * @param purpose of the appointment
	 * @return for example {@code notification.visit.bring.card}
	 */
	static String bring(Store.Service purpose) {
		return "notification.visit.bring." + purpose.name().toLowerCase(Locale.ROOT);
	}

}
