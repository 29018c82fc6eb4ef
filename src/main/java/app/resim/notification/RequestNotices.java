package app.resim.notification;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import app.resim.account.Subscriber;
import app.resim.account.Subscribers;
import app.resim.kernel.SubscriberId;
import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.EmailGateway;
import app.resim.notification.port.Outcome;
import app.resim.notification.port.ShortMessageGateway;
import app.resim.request.NoticeChannel;
import app.resim.request.RequestEvent;
import app.resim.request.RequestFacts;
import app.resim.request.RequestReference;
import app.resim.request.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells the owner of a line what happens to a request, by e-mail and, where it matters
 * most, by short message to the line itself and to the backup phone. Runs after the
 * commit of what happened and outside any transaction. If one channel fails the others
 * still go out; the event stays incomplete and is repeated until each has.
 */
@Component
class RequestNotices {

	private static final Logger log = LoggerFactory.getLogger(RequestNotices.class);

	private final Function<SubscriberId, Optional<Subscriber>> subscribers;

	private final Function<RequestReference, RequestFacts> requests;

	private final Consumer<RequestReference> told;

	private final Composer composer;

	private final NoticeLog notices;

	private final Delivery delivery;

	private final EmailGateway mail;

	private final ShortMessageGateway sms;

	@Autowired
	RequestNotices(Subscribers subscribers, Requests requests, Composer composer, NoticeLog notices, Delivery delivery,
			EmailGateway mail, ShortMessageGateway sms) {
		this(subscribers::find, requests::facts, requests::ownerIsTold, composer, notices, delivery, mail, sms);
	}

	RequestNotices(Function<SubscriberId, Optional<Subscriber>> subscribers,
			Function<RequestReference, RequestFacts> requests, Consumer<RequestReference> told, Composer composer,
			NoticeLog notices, Delivery delivery, EmailGateway mail, ShortMessageGateway sms) {
		this.subscribers = subscribers;
		this.requests = requests;
		this.told = told;
		this.composer = composer;
		this.notices = notices;
		this.delivery = delivery;
		this.mail = mail;
		this.sms = sms;
	}

	@ApplicationModuleListener(id = "notification.request-notices", propagation = Propagation.NOT_SUPPORTED)
	void on(RequestEvent event) {
		Kind.of(event).ifPresent(kind -> tell(kind, event));
	}

	private void tell(Kind kind, RequestEvent event) {
		Optional<Subscriber> owner = this.subscribers.apply(event.subscriber());
		if (owner.isEmpty()) {
			log.warn("The directory has nobody to tell about {} of {}", kind, event.reference());
			return;
		}
		Undelivered undelivered = new Undelivered();
		letters(kind, this.requests.apply(event.reference()), owner.get()).forEach((channel, letter) -> undelivered
			.collect(() -> this.delivery.deliver(new Slot(event.reference(), kind, channel, event.round()), letter)));
		if (kind == Kind.SUBMITTED && this.notices.isDelivered(event.reference(), kind)) {
			// before that nothing is issued; one channel is enough, the others are
			// repeated
			this.told.accept(event.reference());
		}
		undelivered.complain();
	}

	private Map<Channel, Supplier<Outcome>> letters(Kind kind, RequestFacts facts, Subscriber owner) {
		Map<Channel, Supplier<Outcome>> letters = new EnumMap<>(Channel.class);
		this.composer.email(kind, facts, owner)
			.ifPresent(message -> letters.put(Channel.EMAIL, () -> this.mail.send(message)));
		if (kind.alsoShort() && !this.composer.isOvertaken(kind, facts)) {
			var toLine = this.composer.shortMessage(kind, facts, facts.line(), NoticeChannel.LINE, owner.language());
			letters.put(Channel.SMS_LINE, () -> this.sms.send(toLine));
			owner.backupPhone()
				.filter(phone -> !phone.equals(facts.line()))
				.map(phone -> this.composer.shortMessage(kind, facts, phone, NoticeChannel.BACKUP, owner.language()))
				.ifPresent(message -> letters.put(Channel.SMS_BACKUP, () -> this.sms.send(message)));
		}
		return letters;
	}

}
