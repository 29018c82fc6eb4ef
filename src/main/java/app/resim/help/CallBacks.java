package app.resim.help;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

import app.resim.account.Staff;
import app.resim.account.StaffMember.Role;
import app.resim.catalogue.Brand;
import app.resim.help.CallBack.Outcome;
import app.resim.kernel.Actor;
import app.resim.limits.Asker;
import app.resim.limits.Deed;
import app.resim.limits.Limits;
import app.resim.limits.Turn;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * People who want to be called back, and the colleagues who do it. A call proves nothing,
 * in neither direction: whoever calls asks for no code, and whoever is called gets
 * nothing that they could not get without.
 *
 * @see "decision 0037"
 */
@Service
public class CallBacks {

	/** So often nobody is reached; then it ends. */
	public static final int TRIES = 3;

	/** How long one that nobody took on is kept after its window. */
	static final Duration PATIENCE = Duration.ofDays(7);

	/** How long one that has ended is seen, without where somebody was reached. */
	static final Duration SEEN = Duration.ofDays(7);

	private static final Role[] ROLES = { Role.REVIEWER, Role.SENIOR };

	private final CallBackTable table;

	private final Staff staff;

	private final Limits limits;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	private final RandomGenerator chance;

	CallBacks(CallBackTable table, Staff staff, Limits limits, TransactionOperations transaction,
			ApplicationEventPublisher events, Clock clock, RandomGenerator chance) {
		this.table = table;
		this.staff = staff;
		this.limits = limits;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
		this.chance = chance;
	}

	/**
	 * The windows that somebody may choose now.
	 * @param brand whose hotline calls
	 * @return in order
	 */
	public List<CallWindow> offered(Brand brand) {
		return CallWindow.next(brand.hotlineHours(), brand.zone(), now());
	}

	/**
	 * Notes somebody who wants to be called back. A later wish to be reached at the same
	 * place takes the place of the earlier one.
	 * @param brand on whose pages
	 * @param contact a number or an e-mail address, as typed
	 * @param topic what about
	 * @param window one of {@link #offered}
	 * @param language to be spoken
	 * @return what became of it
	 */
	public CallBackAsked ask(Brand brand, String contact, CallTopic topic, CallWindow window, Locale language) {
		return switch (CallContact.read(contact, brand.region())) {
			case CallContact.Reading.Unreadable() -> CallBackAsked.UNREADABLE;
			case CallContact.Reading.Dear() -> CallBackAsked.DEAR;
			case CallContact.Reading.Read(var read) ->
				switch (this.limits.take(Deed.CALL_SOMEBODY, Asker.account(read.text()))) {
					case Turn.Granted() -> noted(wish(brand, read, topic, window, language), read);
					case Turn.TooOften _ -> CallBackAsked.TOO_OFTEN;
					case Turn.Uncounted _ -> CallBackAsked.AWAY;
				};
		};
	}

	private CallBack wish(Brand brand, CallContact contact, CallTopic topic, CallWindow window, Locale language) {
		return new CallBack(new UUID(this.chance.nextLong(), this.chance.nextLong()), brand.id(), contact.phone(),
				topic, language, window, now(), 0, Optional.empty(), Optional.empty());
	}

	private CallBackAsked noted(CallBack wish, CallContact contact) {
		this.transaction.executeWithoutResult(status -> {
			this.table.waitingFor(contact).forEach(earlier -> end(earlier, Outcome.REPLACED, stranger()));
			this.table.add(wish, contact);
			tell("asked", wish.id(), stranger());
		});
		return CallBackAsked.NOTED;
	}

	/**
	 * All of them: the most pressing first, those that have ended last.
	 * @return none says where anybody is reached
	 */
	public List<CallBack> all() {
		return this.table.all();
	}

	/**
	 * Takes one on, so that nobody is called twice. What somebody took on two hours ago
	 * is free again.
	 * @param id which
	 * @param staff sign-in name
	 * @return false if a colleague was faster or it has ended
	 */
	public boolean claim(UUID id, String staff) {
		return done("claimed", id, staff, () -> this.table.claim(id, staff, now()));
	}

	/**
	 * Where somebody is reached.
	 * @param id which
	 * @param staff sign-in name of who has taken it on
	 * @return a number in E.164 or an e-mail address; empty for everybody else
	 */
	public Optional<String> contact(UUID id, String staff) {
		this.staff.demand(staff, ROLES);
		return this.table.contact(id, staff);
	}

	/**
	 * Gives one back that was taken on.
	 * @param id which
	 * @param staff sign-in name
	 * @return false if it is not theirs
	 */
	public boolean giveBack(UUID id, String staff) {
		return done("given-back", id, staff, () -> this.table.giveBack(id, staff));
	}

	/**
	 * Says that somebody was spoken to. From now on nobody knows where.
	 * @param id which
	 * @param staff sign-in name
	 * @return false if it is not theirs
	 */
	public boolean finish(UUID id, String staff) {
		return done("done", id, staff, () -> this.table.finish(id, staff, now()));
	}

	/**
	 * Says that nobody was reached. After {@value #TRIES} times it ends.
	 * @param id which
	 * @param staff sign-in name
	 * @return false if it is not theirs
	 */
	public boolean notReached(UUID id, String staff) {
		return done("not-reached", id, staff, () -> {
			boolean tried = this.table.tried(id, staff);
			boolean enough = this.table.find(id).filter(found -> found.tries() >= TRIES).isPresent();
			return tried && (!enough || this.table.end(id, Outcome.NOT_REACHED, now()));
		});
	}

	/** Ends what nobody took on, and forgets what ended long ago. */
	void tidy() {
		Instant now = now();
		this.transaction.executeWithoutResult(status -> {
			this.table.lapsed(now.minus(PATIENCE)).forEach(id -> end(id, Outcome.LAPSED, Actor.RESIM));
			this.table.purge(now.minus(SEEN));
		});
	}

	private void end(UUID id, Outcome outcome, Actor by) {
		if (this.table.end(id, outcome, now())) {
			tell(outcome.name().toLowerCase(Locale.ROOT), id, by);
		}
	}

	/** Changes the table and leaves its row, together or not at all. */
	private boolean done(String deed, UUID id, String staff, BooleanSupplier change) {
		this.staff.demand(staff, ROLES);
		return Objects.requireNonNull(this.transaction.execute(status -> {
			boolean changed = change.getAsBoolean();
			if (changed) {
				tell(deed, id, Actor.staff(staff));
			}
			return changed;
		}));
	}

	private void tell(String deed, UUID id, Actor by) {
		this.events.publishEvent(new CallBackEvent("call-back." + deed, id, by, now()));
	}

	private static Actor stranger() {
		return Actor.stranger("help");
	}

	private Instant now() {
		return this.clock.instant();
	}

}
