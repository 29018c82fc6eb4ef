package app.resim.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import app.resim.account.Staff;
import app.resim.audit.AuditEntry;
import app.resim.audit.AuditTrail;
import app.resim.kernel.Actor;
import app.resim.kernel.LegalHolds;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A customer's rights: everything that is kept about them, handed out or erased. Whoever
 * asks is a senior member of staff or the operator's own system: the caller has checked
 * that.
 */
@Service
public class Privacy {

	private static final Logger log = LoggerFactory.getLogger(Privacy.class);

	private final List<PersonalData> parts;

	private final Function<Set<String>, List<AuditEntry>> trail;

	private final LegalHolds holds;

	private final Function<String, Set<SubscriberId>> linked;

	private final ErasureOrders orders;

	private final TransactionTemplate transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	@Autowired
	Privacy(List<PersonalData> parts, AuditTrail trail, Holds holds, Staff staff, ErasureOrders orders,
			PlatformTransactionManager transactions, ApplicationEventPublisher events, Clock clock) {
		this(parts, trail::about, holds, staff::linkedOfSenior, orders, transactions, events, clock);
	}

	Privacy(List<PersonalData> parts, Function<Set<String>, List<AuditEntry>> trail, LegalHolds holds,
			Function<String, Set<SubscriberId>> linked, ErasureOrders orders, PlatformTransactionManager transactions,
			ApplicationEventPublisher events, Clock clock) {
		this.parts = List.copyOf(parts);
		this.trail = trail;
		this.holds = holds;
		this.linked = linked;
		this.orders = orders;
		this.transaction = new TransactionTemplate(transactions);
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Whether anything at all is kept about a customer. Views no document.
	 * @param customer whose
	 * @return false also if there is no such customer
	 */
	public boolean keeps(SubscriberId customer) {
		Set<String> subjects = subjects(customer);
		return subjects.size() > 1 || !this.trail.apply(subjects).isEmpty();
	}

	/**
	 * Gathers everything that is kept about a customer and that they have a right to see.
	 * @param customer whose
	 * @param by who asks
	 * @return the export, or why there is none
	 */
	public ExportAnswer export(SubscriberId customer, Actor by) {
		if (isTooClose(customer, by)) {
			return new ExportAnswer.OwnAccount();
		}
		if (!keeps(customer)) {
			return new ExportAnswer.NothingKept();
		}
		var export = new Export(customer, now());
		this.parts.forEach(part -> export.add(part.section(), part.export(customer, by)));
		export.add("audit", TrailOfACustomer.told(this.trail.apply(subjects(customer)), customer));
		publish("privacy.exported", customer, by, "");
		return new ExportAnswer.Ready(export);
	}

	/**
	 * Erases what may be erased. Once it is ordered it is carried out, also if the
	 * process is stopped in the middle; a repeat changes nothing.
	 * @param customer whose
	 * @param by who asks
	 * @return what became of it
	 */
	public ErasureAnswer erase(SubscriberId customer, Actor by) {
		if (isTooClose(customer, by)) {
			return ErasureAnswer.OWN_ACCOUNT;
		}
		if (!keeps(customer)) {
			return ErasureAnswer.NOTHING_KEPT;
		}
		if (this.holds.lieOn(customer)) {
			publish("privacy.erasure-refused", customer, by, "legal hold");
			return ErasureAnswer.HELD;
		}
		if (this.parts.stream().anyMatch(part -> part.isUnderway(customer))) {
			publish("privacy.erasure-refused", customer, by, "open request");
			return ErasureAnswer.OPEN_REQUEST;
		}
		this.transaction.executeWithoutResult(status -> {
			this.orders.take(customer, by, now());
			publish("privacy.erasure-ordered", customer, by, "");
		});
		return this.orders.open(customer).stream().allMatch(this::carryOut) ? ErasureAnswer.ERASED
				: ErasureAnswer.GOES_ON;
	}

	/**
	 * Orders to erase that are not finished yet.
	 * @return the oldest first
	 */
	public List<ErasureOrder> unfinished() {
		return this.orders.open();
	}

	/** Goes on with what a stop or a fault has left. A hold placed meanwhile wins. */
	void finish() {
		this.orders.open().forEach(this::carryOut);
	}

	private boolean carryOut(ErasureOrder order) {
		if (this.holds.lieOn(order.customer())) {
			return false;
		}
		boolean whole = true;
		for (PersonalData part : this.parts) {
			whole &= erased(part, order);
		}
		if (whole) {
			this.transaction.executeWithoutResult(status -> {
				if (this.orders.close(order, now())) {
					publish("privacy.erased", order.customer(), order.by(), "");
				}
			});
		}
		return whole;
	}

	private static boolean erased(PersonalData part, ErasureOrder order) {
		try {
			part.erase(order.customer(), order.by(), order.at());
			return true;
		}
		catch (RuntimeException ex) {
			log.warn("The part {} of an erasure has failed and is tried again", part.section(), ex);
			return false;
		}
	}

	private Set<String> subjects(SubscriberId customer) {
		var subjects = new HashSet<String>();
		subjects.add(customer.subscriber());
		this.parts.forEach(part -> subjects.addAll(part.subjects(customer)));
		return subjects;
	}

	private boolean isTooClose(SubscriberId customer, Actor by) {
		return by.kind() == Actor.Kind.STAFF && this.linked.apply(by.id()).contains(customer);
	}

	private void publish(String deed, SubscriberId customer, Actor by, String details) {
		this.transaction.executeWithoutResult(
				status -> this.events.publishEvent(new PrivacyEvent(deed, customer, by, now(), details)));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
