package app.resim.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What members of staff prove after their password: a passkey or an authenticator app,
 * always. The rules are those of customers; the keys are apart, so that nobody's factor
 * ever opens the other side.
 *
 * @see "decision 0019"
 */
@Service
public class StaffFactors {

	/** How long a reset waits for a second colleague. */
	private static final Duration WAITS = Duration.ofDays(1);

	private final Passkeys passkeys;

	private final AuthenticatorApps apps;

	private final Staff staff;

	private final StaffResets resets;

	private final TransactionOperations transaction;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	StaffFactors(Passkeys passkeys, AuthenticatorApps apps, Staff staff, StaffResets resets,
			TransactionOperations transaction, ApplicationEventPublisher events, Clock clock) {
		this.passkeys = passkeys;
		this.apps = apps;
		this.staff = staff;
		this.resets = resets;
		this.transaction = transaction;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What somebody can prove.
	 * @param name sign-in name
	 * @return without printed codes: staff has none
	 */
	public Readiness of(String name) {
		return new Readiness(this.passkeys.of(Actor.staff(name)), this.apps.known(Actor.staff(name)), 0, 0);
	}

	/**
	 * Draws a secret for an app. It opens nothing before it is confirmed.
	 * @param brand names the entry in the app
	 * @param name sign-in name
	 * @return the secret
	 */
	public AppSecret draw(String brand, String name) {
		return this.apps.draw(brand, name);
	}

	/**
	 * Keeps an app that proves that it knows its secret.
	 * @param name sign-in name
	 * @param secret what {@link #draw} gave
	 * @param typed the code that the app shows
	 * @return false if the code is not right
	 */
	public boolean confirm(String name, AppSecret secret, String typed) {
		return this.apps.confirm(Actor.staff(name), secret, typed);
	}

	/**
	 * Tries the code of an app.
	 * @param name sign-in name
	 * @param typed with or without spaces
	 * @return what is proven; empty if it is not right or the name has to wait
	 */
	public Optional<Proven> enter(String name, String typed) {
		return this.apps.enter(Actor.staff(name), typed);
	}

	/**
	 * Asks for one of somebody's passkeys.
	 * @param name sign-in name
	 * @return to be kept in the session
	 */
	public PasskeyQuestion ask(String name) {
		return this.passkeys.ask(Actor.staff(name));
	}

	/**
	 * Takes what a browser answered.
	 * @param name sign-in name
	 * @param question the one that it answers; it takes one answer
	 * @param answer a {@code PublicKeyCredential} in JSON
	 * @return what is proven; empty for a passkey of anybody else
	 */
	public Optional<Proven> enter(String name, PasskeyQuestion question, String answer) {
		return this.passkeys.enter(Actor.staff(name), question, answer);
	}

	/**
	 * Asks for a new passkey.
	 * @param name sign-in name, also shown on the device
	 * @return to be kept in the session
	 */
	public PasskeyOffer offer(String name) {
		return this.passkeys.offer(Actor.staff(name), name);
	}

	/**
	 * Keeps a passkey that a browser made.
	 * @param name sign-in name
	 * @param offer the one that it answers; it takes one answer
	 * @param answer a {@code PublicKeyCredential} in JSON
	 * @param label what its owner calls it
	 * @return false if it does not fit or came too late
	 */
	public boolean add(String name, PasskeyOffer offer, String answer, String label) {
		return this.passkeys.add(Actor.staff(name), offer, answer, label);
	}

	/**
	 * Notes that somebody has proven all that it takes, and so is in.
	 * @param name sign-in name
	 * @param by what they began with
	 * @return who it is now; empty if they have left meanwhile
	 */
	public Optional<StaffMember> signIn(String name, Entrance by) {
		Optional<StaffMember> member = this.staff.find(name);
		member.ifPresent(found -> publish(new SignInEvent.StaffSignedIn(this.clock.instant(), found.name(), by)));
		return member;
	}

	/**
	 * Whether somebody has proven so lately that they may change their own factors: who
	 * finds a seat that was left open makes themselves none.
	 * @param provenAt when they last proved a factor
	 * @return false if they have to do it once more
	 */
	public boolean isFresh(Instant provenAt) {
		return Proof.isFresh(provenAt, this.clock.instant());
	}

	/**
	 * Forgets a passkey, unless it is the only factor: the password would be left alone.
	 * @param name sign-in name
	 * @param passkey which; another's is not touched
	 * @return false if it is the only factor
	 */
	public boolean remove(String name, UUID passkey) {
		return unlessLast(name, () -> this.passkeys.remove(Actor.staff(name), passkey));
	}

	/**
	 * Forgets the app, unless it is the only factor.
	 * @param name sign-in name
	 * @return false if it is the only factor
	 */
	public boolean removeApp(String name) {
		return unlessLast(name, () -> this.apps.remove(Actor.staff(name)));
	}

	private boolean unlessLast(String name, Runnable removal) {
		Readiness ready = of(name);
		boolean several = ready.passkeys().size() + (ready.app() ? 1 : 0) > 1;
		if (several) {
			removal.run();
		}
		return several;
	}

	/**
	 * Asks that all factors of a colleague are taken away who has lost them. Nothing
	 * happens before a second colleague confirms it within a day. Nobody asks for
	 * themselves, because a stolen seat could then make itself a factor.
	 * @param name the colleague's sign-in name
	 * @param by sign-in name of who asks
	 * @return false if it is themselves, there is no such colleague, or nothing to take
	 * away
	 * @throws org.springframework.security.access.AccessDeniedException if the one who
	 * asks is not senior
	 */
	public boolean askReset(String name, String by) {
		this.staff.demand(by, StaffMember.Role.SENIOR);
		if (name.equals(by) || this.staff.find(name).isEmpty() || !of(name).any()) {
			return false;
		}
		this.transaction.executeWithoutResult(status -> {
			var asked = new ResetAsked(name, by, this.clock.instant());
			this.resets.ask(asked);
			this.events.publishEvent(new AskedFor(asked.at(), Actor.staff(by), name));
		});
		return true;
	}

	/**
	 * Resets that wait for a second colleague.
	 * @return by name
	 */
	public List<ResetAsked> resetsAsked() {
		return this.resets.since(this.clock.instant().minus(WAITS));
	}

	/**
	 * Confirms a reset as the second of two: all factors of the colleague are gone, and
	 * at the next sign-in they set one up.
	 * @param name the colleague's sign-in name
	 * @param by sign-in name of who confirms; neither who asked nor the colleague
	 * @return false if nobody has asked, it was too long ago, or it is for somebody else
	 * to confirm
	 * @throws org.springframework.security.access.AccessDeniedException if the one who
	 * confirms does not work on cases
	 */
	public boolean confirmReset(String name, String by) {
		this.staff.demand(by, StaffMember.Role.SENIOR, StaffMember.Role.REVIEWER, StaffMember.Role.FRAUD);
		boolean theirs = resetsAsked().stream()
			.anyMatch(asked -> asked.name().equals(name) && !asked.by().equals(by) && !name.equals(by));
		return theirs && Boolean.TRUE
			.equals(this.transaction.execute(status -> this.resets.take(name, this.clock.instant().minus(WAITS))
				.filter(asked -> !asked.by().equals(by) && isSenior(asked.by()))
				.map(asked -> reset(asked, by))
				.isPresent()));
	}

	private boolean isSenior(String name) {
		return this.staff.find(name).filter(found -> found.roles().contains(StaffMember.Role.SENIOR)).isPresent();
	}

	private ResetAsked reset(ResetAsked asked, String by) {
		Actor holder = Actor.staff(asked.name());
		this.apps.forget(holder);
		this.passkeys.forget(holder);
		this.events.publishEvent(new Reset(this.clock.instant(), Actor.staff(by), asked.name(), asked.by()));
		return asked;
	}

	private void publish(SignInEvent event) {
		this.transaction.executeWithoutResult(status -> this.events.publishEvent(event));
	}

	/** A senior colleague asked to take somebody's factors away. */
	private record AskedFor(Instant at, Actor actor, String subject) implements AuditedEvent {

		@Override
		public String deed() {
			return "staff.reset-asked";
		}

	}

	/** A second colleague agreed, and somebody's factors are gone. */
	private record Reset(Instant at, Actor actor, String subject,
			String askedBy) implements AuditedEvent, FactorsChanged {

		@Override
		public Actor who() {
			return Actor.staff(this.subject);
		}

		@Override
		public String deed() {
			return "staff.factors-reset";
		}

		@Override
		public String details() {
			return "asked by " + this.askedBy;
		}

	}

}
