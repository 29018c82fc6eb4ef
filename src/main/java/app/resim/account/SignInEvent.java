package app.resim.account;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Actor;
import app.resim.kernel.AuditedEvent;
import app.resim.kernel.SubscriberId;

/**
 * What sign-in leaves in the audit trail: keys, never what was typed.
 */
sealed interface SignInEvent extends AuditedEvent {

	Actor STRANGER = new Actor(Actor.Kind.STRANGER, "unknown");

	/** The subject where a contact or a name belongs to nobody. */
	String NOBODY = "nobody";

	/** A code was made; it was sent only to somebody known who had not had too many. */
	record CodeMade(Instant at, Optional<SubscriberId> who, boolean sent) implements SignInEvent {

		@Override
		public Actor actor() {
			return STRANGER;
		}

		@Override
		public String deed() {
			return this.sent ? "sign-in.code-sent" : "sign-in.code-withheld";
		}

		@Override
		public String subject() {
			return this.who.map(SubscriberId::subscriber).orElse(NOBODY);
		}

	}

	/** A customer typed the right code. */
	record CustomerSignedIn(Instant at, SubscriberId who) implements SignInEvent {

		@Override
		public Actor actor() {
			return Actor.customer(this.who);
		}

		@Override
		public String deed() {
			return "sign-in.succeeded";
		}

		@Override
		public String subject() {
			return this.who.subscriber();
		}

	}

	/** Somebody typed a code that did not open. */
	record CodeRefused(Instant at, Optional<SubscriberId> who, String why) implements SignInEvent {

		@Override
		public Actor actor() {
			return STRANGER;
		}

		@Override
		public String deed() {
			return "sign-in.failed";
		}

		@Override
		public String subject() {
			return this.who.map(SubscriberId::subscriber).orElse(NOBODY);
		}

		@Override
		public String details() {
			return this.why;
		}

	}

	/** Somebody of the staff gave the right password; it opens nothing alone. */
	record PasswordProven(Instant at, String name) implements SignInEvent {

		@Override
		public Actor actor() {
			return Actor.staff(this.name);
		}

		@Override
		public String deed() {
			return "staff.password-proven";
		}

		@Override
		public String subject() {
			return this.name;
		}

	}

	/** Somebody of the staff has proven all that it takes. */
	record StaffSignedIn(Instant at, String name, Entrance by) implements SignInEvent {

		@Override
		public Actor actor() {
			return Actor.staff(this.name);
		}

		@Override
		public String deed() {
			return "staff.signed-in";
		}

		@Override
		public String subject() {
			return this.name;
		}

		@Override
		public String details() {
			return this.by.name();
		}

	}

	/** A staff name and password did not fit, or the name is slowed down. */
	record StaffRefused(Instant at, Optional<String> name, boolean slowed) implements SignInEvent {

		@Override
		public Actor actor() {
			return STRANGER;
		}

		@Override
		public String deed() {
			return "staff.refused";
		}

		@Override
		public String subject() {
			return this.name.orElse(NOBODY);
		}

		@Override
		public String details() {
			return this.slowed ? "slowed down" : "";
		}

	}

}
