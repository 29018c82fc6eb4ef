package app.resim.kernel;

import java.io.Serializable;

/**
 * Who does something, as the audit trail keeps it.
 *
 * @param kind what sort of actor
 * @param id the actor's own key: a subscriber id, a staff name, the name of a system
 */
public record Actor(Kind kind, String id) implements Serializable {

	/** The portal itself, for example a scheduled step. */
	public static final Actor RESIM = new Actor(Kind.SYSTEM, "resim");

	/** Sorts of actors. */
	public enum Kind {

		CUSTOMER, STAFF, SYSTEM, STRANGER

	}

	public static Actor customer(SubscriberId subscriber) {
		return new Actor(Kind.CUSTOMER, subscriber.subscriber());
	}

	public static Actor staff(String name) {
		return new Actor(Kind.STAFF, name);
	}

	/**
	 * Somebody who has not signed in.
	 * @param from over which door, for example {@code notice}
	 * @return the actor
	 */
	public static Actor stranger(String from) {
		return new Actor(Kind.STRANGER, from);
	}

	/**
	 * An outer system.
	 * @param name for example {@code sm-dp+}
	 * @return the actor
	 */
	public static Actor system(String name) {
		return new Actor(Kind.SYSTEM, name);
	}

}
