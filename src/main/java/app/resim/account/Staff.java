package app.resim.account;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import app.resim.account.StaffMember.Role;
import app.resim.account.StaffTable.Entry;
import app.resim.kernel.SubscriberId;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The operator's staff and their sign-in, apart from customers in every respect.
 */
@Service
public class Staff {

	private static final int LONGEST_NAME = 60;

	/** In characters. BCrypt looks at the first 72 bytes only. */
	private static final int LONGEST_PASSWORD = 72;

	private final StaffTable table;

	private final SlowDown slowDown;

	/** Compared where nobody has the name, so that the work is the same. */
	private final String decoy = Passwords.encode("nobody has this password");

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Staff(StaffTable table, SlowDown slowDown, TransactionOperations transaction, ApplicationEventPublisher events,
			Clock clock) {
		this.table = table;
		this.slowDown = slowDown;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Checks a name and a password, with the same work for names that do not exist. Ten
	 * wrong passwords in a quarter of an hour slow the name down: while it waits, the
	 * right password is refused too. The password alone opens nothing: what follows is a
	 * factor, see {@link StaffFactors}.
	 * @param name as typed
	 * @param password as typed
	 * @return who it is, or empty
	 */
	public Optional<StaffMember> check(String name, CharSequence password) {
		String spelled = spelled(name);
		boolean turn = this.slowDown.takeTurn(spelled);
		Optional<Entry> entry = this.table.find(spelled);
		boolean right = fits(password, entry.map(Entry::password).orElse(this.decoy));
		Optional<StaffMember> member = entry.map(Entry::member);
		Optional<StaffMember> answer = member.filter(found -> turn && right);
		answer.ifPresent(found -> this.slowDown.forgive(found.name()));
		audit(answer.<SignInEvent>map(found -> new SignInEvent.PasswordProven(this.clock.instant(), found.name()))
			.orElseGet(() -> new SignInEvent.StaffRefused(this.clock.instant(), member.map(StaffMember::name), !turn)));
		return answer;
	}

	/**
	 * Who could sign in with a password that everybody knows from the demonstration.
	 * @return sign-in names, in alphabetical order
	 */
	public List<String> withPublishedPasswords() {
		return DemoStaff.PASSWORDS.entrySet()
			.stream()
			.filter(published -> this.table.find(published.getKey())
				.filter(entry -> fits(published.getValue(), entry.password()))
				.isPresent())
			.map(Map.Entry::getKey)
			.sorted()
			.toList();
	}

	/**
	 * Somebody by sign-in name.
	 * @param name the sign-in name
	 * @return who it is, or empty
	 */
	public Optional<StaffMember> find(String name) {
		return this.table.find(spelled(name)).map(Entry::member);
	}

	/**
	 * Refuses whoever has none of some roles now, whatever a page believed.
	 * @param name sign-in name
	 * @param any one of them is enough
	 * @throws AccessDeniedException if they have none
	 */
	public void demand(String name, Role... any) {
		Set<Role> roles = find(name).map(StaffMember::roles).orElse(Set.of());
		if (Stream.of(any).noneMatch(roles::contains)) {
			throw new AccessDeniedException("A role is missing");
		}
	}

	/**
	 * Everybody of the staff.
	 * @return by sign-in name
	 */
	public List<StaffMember> everybody() {
		return this.table.everybody();
	}

	/**
	 * Accounts of somebody's own, or of people close to them: they decide nothing about
	 * these.
	 * @param name the sign-in name
	 * @return keys of subscribers, often none
	 */
	public Set<SubscriberId> linked(String name) {
		return this.table.linked(spelled(name));
	}

	/**
	 * The same, for deeds of seniors only.
	 * @param name the sign-in name
	 * @return as {@link #linked}
	 * @throws AccessDeniedException if they are not senior
	 */
	public Set<SubscriberId> linkedOfSenior(String name) {
		demand(name, Role.SENIOR);
		return linked(name);
	}

	/**
	 * All accounts that somebody of the staff must not decide about.
	 * @return by sign-in name
	 */
	public List<StaffLink> links() {
		return this.table.links();
	}

	/**
	 * Notes that an account is a member's own, or of somebody close to them.
	 * @param name the member's sign-in name
	 * @param account whose account
	 * @param by sign-in name of the senior member who notes it
	 * @return false if it was noted before or there is no such member
	 */
	public boolean link(String name, SubscriberId account, String by) {
		return changed("staff.linked", new StaffLink(spelled(name), account), by, this.table::link);
	}

	/**
	 * Takes such a note away. Nobody does it about themselves: they could then decide
	 * about their own account.
	 * @param name the member's sign-in name
	 * @param account whose account
	 * @param by sign-in name of the senior member who does it
	 * @return false if there is none, or it is about the asking person
	 */
	public boolean unlink(String name, SubscriberId account, String by) {
		return !spelled(name).equals(spelled(by))
				&& changed("staff.unlinked", new StaffLink(spelled(name), account), by, this.table::unlink);
	}

	private boolean changed(String deed, StaffLink link, String by, Predicate<StaffLink> change) {
		demand(by, Role.SENIOR);
		return Boolean.TRUE.equals(this.transaction.execute(status -> {
			boolean changed = change.test(link);
			if (changed) {
				this.events.publishEvent(new LinkEvent(this.clock.instant(), deed, link, spelled(by)));
			}
			return changed;
		}));
	}

	private boolean fits(CharSequence typed, String encoded) {
		CharSequence cut = typed.subSequence(0, Math.min(typed.length(), LONGEST_PASSWORD));
		return Passwords.match(cut, encoded) && typed.length() <= LONGEST_PASSWORD;
	}

	private void audit(SignInEvent event) {
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(event));
	}

	private static String spelled(String name) {
		String cut = name.substring(0, Math.min(name.length(), LONGEST_NAME + 1));
		return cut.strip().toLowerCase(Locale.ROOT);
	}

}
