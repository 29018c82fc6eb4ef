package app.resim.notification;

import java.util.Locale;

import app.resim.account.Factor;
import app.resim.account.FactorChange;

import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Tells a customer on every way whenever a way to sign in was added or removed.
 */
@Component
class FactorNotices {

	private final EveryWay ways;

	private final Texts texts;

	private final Links links;

	FactorNotices(EveryWay ways, Texts texts, Links links) {
		this.ways = ways;
		this.texts = texts;
		this.links = links;
	}

	@ApplicationModuleListener(id = "notification.factor-notices", propagation = Propagation.NOT_SUPPORTED)
	void on(FactorChange change) {
		change.customer()
			.ifPresent(customer -> this.ways.tell(customer, named(change),
					(part, language, brand) -> this.texts.text(language, key(change.factor(), change.added(), part),
							brand.name(), this.texts.moment(language, change.at(), brand.zone()), this.links.notMe())));
	}

	/** The moment tells a change from the next one of the same factor. */
	private static String named(FactorChange change) {
		return (change.added() ? "ADDED-" : "REMOVED-") + change.factor() + "-" + change.at().toEpochMilli();
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
