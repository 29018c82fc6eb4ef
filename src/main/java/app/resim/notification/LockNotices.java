package app.resim.notification;

import app.resim.request.LockWillOpen;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells a customer on every way that staff will open the lock of a line, while there is
 * time to keep it.
 */
@Component
class LockNotices {

	private final EveryWay ways;

	private final Texts texts;

	private final Links links;

	LockNotices(EveryWay ways, Texts texts, Links links) {
		this.ways = ways;
		this.texts = texts;
		this.links = links;
	}

	@ApplicationModuleListener(id = "notification.lock-notices", propagation = Propagation.NOT_SUPPORTED)
	void on(LockWillOpen event) {
		this.ways.tell(event.subscriber(), "LOCK-" + event.at().toEpochMilli(),
				(part, language, brand) -> this.texts.text(language, "notification.lock." + part, brand.name(),
						event.lastTwo(), this.links.lines(),
						this.texts.moment(language, event.opensAt(), brand.zone())));
	}

}
