package app.resim.request;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import app.resim.account.Line;
import app.resim.account.Staff;
import app.resim.account.StaffMember;
import app.resim.account.StaffMember.Role;
import app.resim.account.Subscribers;
import app.resim.catalogue.Catalogue;
import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.Msisdn;
import app.resim.kernel.Particulars;
import app.resim.kernel.PersonalData;
import app.resim.kernel.SubscriberId;
import app.resim.protection.SimLocks;

import org.springframework.stereotype.Service;

/**
 * The way to a locked line for somebody who has lost the passkey that opens it: two
 * colleagues, one of them senior, look at the evidence; the owner is told on every way on
 * file; and after the brand's cooling time the lock opens, unless the owner keeps it.
 *
 * @see "decision 0024"
 */
@Service
public class LockOpenings implements PersonalData {

	/** How long a reason may be, in characters. */
	public static final int LONGEST = 500;

	private final LockOpeningTable table;

	private final SimLocks locks;

	private final Subscribers subscribers;

	private final Staff staff;

	private final Catalogue catalogue;

	private final Changes change;

	private final Clock clock;

	LockOpenings(LockOpeningTable table, SimLocks locks, Subscribers subscribers, Staff staff, Catalogue catalogue,
			Changes change, Clock clock) {
		this.table = table;
		this.locks = locks;
		this.subscribers = subscribers;
		this.staff = staff;
		this.catalogue = catalogue;
		this.change = change;
		this.clock = clock;
	}

	/**
	 * The lines of a customer that are locked and for which nobody has asked yet.
	 * @param customer whose
	 * @return in the directory's order
	 */
	public List<Msisdn> lockedLines(SubscriberId customer) {
		return this.subscribers.lines(customer)
			.stream()
			.map(Line::number)
			.filter(line -> this.locks.since(line, customer).isPresent() && this.table.find(line).isEmpty())
			.toList();
	}

	/**
	 * Everything that is asked for or agreed upon.
	 * @return the oldest first
	 */
	public List<LockOpening> all() {
		return this.table.all();
	}

	/**
	 * Asks to open a lock, after a look at the evidence.
	 * @param customer whose line
	 * @param line which
	 * @param staff sign-in name
	 * @param why what was looked at, at most {@value #LONGEST} characters
	 * @return what became of it
	 */
	public Answer ask(SubscriberId customer, Msisdn line, String staff, String why) {
		this.staff.demand(staff, Role.REVIEWER, Role.SENIOR);
		if (why.isBlank() || why.length() > LONGEST) {
			throw new IllegalArgumentException("A reason of at most " + LONGEST + " characters is needed");
		}
		if (this.staff.linked(staff).contains(customer)) {
			return Answer.OWN_ACCOUNT;
		}
		if (this.locks.since(line, customer).isEmpty()) {
			return Answer.GONE;
		}
		var asked = new LockOpening(customer, line, staff, why.strip(), now(), Optional.empty(), Optional.empty());
		boolean added = done(() -> this.table.add(asked), event("line.opening-asked", customer, Actor.staff(staff)));
		return added ? Answer.DONE : Answer.GONE;
	}

	/**
	 * Agrees as the second colleague. From now on the owner has the brand's cooling time
	 * to keep the lock.
	 * @param line which
	 * @param staff sign-in name
	 * @return what became of it
	 */
	public Answer agree(Msisdn line, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.SENIOR);
		Optional<LockOpening> asked = this.table.find(line).filter(found -> found.agreedBy().isEmpty());
		if (asked.isEmpty()) {
			return Answer.GONE;
		}
		if (this.staff.linked(staff).contains(asked.get().customer())) {
			return Answer.OWN_ACCOUNT;
		}
		if (asked.get().askedBy().equals(staff)) {
			return Answer.SOMEBODY_ELSE;
		}
		return (isSenior(staff) || isSenior(asked.get().askedBy())) ? agreed(asked.get(), staff) : Answer.NEEDS_SENIOR;
	}

	private Answer agreed(LockOpening asked, String staff) {
		Instant at = now();
		Instant opensAt = at.plus(waiting(asked.customer()));
		var event = new LockWillOpen(at, Actor.staff(staff), asked.customer(), asked.line().lastTwo(), opensAt);
		return done(() -> this.table.agree(asked, staff, opensAt), event) ? Answer.DONE : Answer.GONE;
	}

	private Duration waiting(SubscriberId customer) {
		return this.subscribers.find(customer)
			.map(owner -> this.catalogue.brand(owner.brand()))
			.orElseGet(this.catalogue::front)
			.protection()
			.cooling();
	}

	private boolean isSenior(String name) {
		return this.staff.find(name).map(StaffMember::roles).filter(roles -> roles.contains(Role.SENIOR)).isPresent();
	}

	/**
	 * Takes back what was asked or agreed upon: the lock stays.
	 * @param line which
	 * @param staff sign-in name
	 * @return what became of it
	 */
	public Answer drop(Msisdn line, String staff) {
		this.staff.demand(staff, Role.REVIEWER, Role.SENIOR);
		return this.table.find(line)
			.filter(found -> kept(found.customer(), line, Actor.staff(staff)))
			.map(found -> Answer.DONE)
			.orElse(Answer.GONE);
	}

	/**
	 * When staff will open a lock.
	 * @param customer whose line
	 * @param line which
	 * @return empty if nobody will
	 */
	public Optional<Instant> opensAt(SubscriberId customer, Msisdn line) {
		return this.table.find(line)
			.filter(found -> found.customer().equals(customer) && isForTheLockOfToday(found))
			.flatMap(LockOpening::opensAt);
	}

	/**
	 * Its owner keeps a lock that staff would open. No factor is too weak for it: it
	 * opens nothing.
	 * @param customer who is signed in
	 * @param line which
	 * @return false if nobody would open it any more
	 */
	public boolean keep(SubscriberId customer, Msisdn line) {
		return kept(customer, line, Actor.customer(customer));
	}

	private boolean kept(SubscriberId customer, Msisdn line, Actor by) {
		return done(() -> this.table.remove(customer, line), event("line.opening-refused", customer, by));
	}

	/** Opens the locks whose time has come. */
	void openDue() {
		this.table.due(now())
			.forEach(due -> done(
					() -> this.table.remove(due) && isForTheLockOfToday(due)
							&& this.locks.open(due.line(), due.customer()),
					event("line.unlocked", due.customer(), Actor.RESIM)));
	}

	/**
	 * Whoever opened the lock and set it again meanwhile has the passkey and wants it.
	 */
	private boolean isForTheLockOfToday(LockOpening opening) {
		return this.locks.since(opening.line(), opening.customer())
			.filter(at -> !at.isAfter(opening.askedAt()))
			.isPresent();
	}

	private CaseEvent event(String deed, SubscriberId customer, Actor by) {
		return new CaseEvent(deed, customer.subscriber(), by, now());
	}

	/** Changes the table and leaves its row, together or not at all. */
	private boolean done(Supplier<Boolean> deed, AuditedEvent event) {
		var done = new AtomicReference<>(false);
		this.change.together(() -> {
			done.set(deed.get());
			return done.get() ? List.of(event) : List.of();
		});
		return done.get();
	}

	private Instant now() {
		return this.clock.instant();
	}

	@Override
	public String section() {
		return "lockOpenings";
	}

	@Override
	public Part export(SubscriberId customer, Actor by) {
		return new Part(this.table.of(customer)
			.stream()
			.map(opening -> new Particulars().say("line", opening.line().e164())
				.say("askedAt", opening.askedAt())
				.say("opensAt", opening.opensAt()))
			.toList(), List.of());
	}

	@Override
	public void erase(SubscriberId customer, Actor by, Instant ordered) {
		this.table.of(customer)
			.stream()
			.filter(opening -> !opening.askedAt().isAfter(ordered))
			.forEach(opening -> this.change.together(() -> {
				this.table.remove(opening);
				return List.of();
			}));
	}

	/** What became of it. */
	public enum Answer {

		/** It is as asked. */
		DONE,
		/** The line is not locked, or somebody was faster. */
		GONE,
		/** It takes a second colleague. */
		SOMEBODY_ELSE,
		/** One of the two has to be senior. */
		NEEDS_SENIOR,
		/** It is about an account of their own or of somebody close to them. */
		OWN_ACCOUNT

	}

}
