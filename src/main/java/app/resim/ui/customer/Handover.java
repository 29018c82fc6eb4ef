package app.resim.ui.customer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

import app.resim.identity.Acceptance;
import app.resim.identity.Picture;
import app.resim.request.Requests;
import com.vaadin.flow.shared.Registration;

/**
 * One picture of one draft that another device may add: the code is read, the number on
 * the first screen is chosen, a picture is accepted, and that is all. Whatever state it
 * is in, it ends with the first screen's page, with the sign-in that began it, and with
 * time. Used by two pages at once.
 *
 * @see "decision 0011"
 */
final class Handover {

	/** How long the code can be read. */
	static final Duration READABLE = Duration.ofMinutes(5);

	/** How long the other device then has for the picture. */
	static final Duration USABLE = Duration.ofMinutes(10);

	private final Wanted wanted;

	private final List<Integer> numbers;

	private final int right;

	private final BooleanSupplier present;

	private final Adding add;

	private final Clock clock;

	private final Set<Runnable> watching = ConcurrentHashMap.newKeySet();

	private final Object delivery = new Object();

	private State state;

	/** How far it has come. */
	sealed interface State {

		/**
		 * Nobody has read the code yet.
		 *
		 * @param until when it ends
		 */
		record Waiting(Instant until) implements State {
		}

		/**
		 * A device has read the code, and nobody knows yet whose.
		 *
		 * @param number to be chosen on that device
		 * @param until when it ends
		 */
		record Connected(int number, Instant until) implements State {
		}

		/**
		 * The device may add the picture.
		 *
		 * @param until when it ends
		 */
		record Confirmed(Instant until) implements State {
		}

		/**
		 * Done.
		 *
		 * @param picture what was stored
		 */
		record Arrived(Picture picture) implements State {
		}

		/**
		 * Ended without a picture.
		 *
		 * @param why for a sentence
		 */
		record Over(Why why) implements State {
		}

	}

	/** Why it ended; each has a sentence {@code hand.over.*}. */
	enum Why {

		/** Time ran out. */
		EXPIRED,
		/** Another number was chosen. */
		WRONG_NUMBER,
		/** The first screen stopped it, was left, or its customer signed out. */
		STOPPED,
		/** The other device left. */
		LEFT

	}

	Handover(Wanted wanted, List<Integer> numbers, int right, BooleanSupplier present, Adding add, Clock clock) {
		this.wanted = wanted;
		this.numbers = numbers;
		this.right = right;
		this.present = present;
		this.add = add;
		this.clock = clock;
		this.state = new State.Waiting(clock.instant().plus(READABLE));
	}

	Wanted wanted() {
		return this.wanted;
	}

	/** What the other device lets choose from. */
	List<Integer> numbers() {
		return this.numbers;
	}

	/**
	 * Listens for changes.
	 * @param told called on the thread of the change: hand over to the page at once
	 * @return ends the listening
	 */
	Registration watch(Runnable told) {
		return Registration.addAndRemove(this.watching, told);
	}

	synchronized State state() {
		Instant now = this.clock.instant();
		boolean late = switch (this.state) {
			case State.Waiting(Instant until) -> !now.isBefore(until);
			case State.Connected(int number, Instant until) -> !now.isBefore(until);
			case State.Confirmed(Instant until) -> !now.isBefore(until);
			case State.Arrived(Picture picture) -> false;
			case State.Over(Why why) -> false;
		};
		if (late) {
			this.state = new State.Over(Why.EXPIRED);
		}
		else if (open(this.state) && !this.present.getAsBoolean()) {
			this.state = new State.Over(Why.STOPPED);
		}
		return this.state;
	}

	boolean open() {
		return open(state());
	}

	private static boolean open(State state) {
		return !(state instanceof State.Arrived || state instanceof State.Over);
	}

	/**
	 * A device has read the code.
	 * @return false if it came too late
	 */
	boolean connect() {
		return move(State.Waiting.class, new State.Connected(this.right, this.clock.instant().plus(READABLE)));
	}

	/**
	 * A number was chosen on the other device. There is no second try.
	 * @param number which
	 * @return whether the device may now add the picture
	 */
	boolean choose(int number) {
		boolean matches = number == this.right;
		return move(State.Connected.class,
				matches ? new State.Confirmed(this.clock.instant().plus(USABLE)) : new State.Over(Why.WRONG_NUMBER))
				&& matches;
	}

	/**
	 * A picture has come from the other device.
	 * @param upload its bytes
	 * @return the answer to it, or empty if nothing may be added any more; the same
	 * picture sent again after a broken line is answered as the first time
	 */
	Optional<Acceptance> deliver(InputStream upload) throws IOException {
		// one at a time, and not under the lock that the first screen needs
		synchronized (this.delivery) {
			return switch (state()) {
				case State.Confirmed confirmed -> added(upload);
				case State.Arrived(Picture picture) -> Optional.of(new Acceptance.Accepted(picture));
				case State.Waiting waiting -> Optional.empty();
				case State.Connected connected -> Optional.empty();
				case State.Over over -> Optional.empty();
			};
		}
	}

	private Optional<Acceptance> added(InputStream upload) throws IOException {
		try {
			Acceptance answer = this.add.add(upload);
			if (answer instanceof Acceptance.Accepted(Picture picture)) {
				become(new State.Arrived(picture));
			}
			return Optional.of(answer);
		}
		catch (Requests.NoSuchRequest ex) {
			end(Why.STOPPED);
			return Optional.empty();
		}
	}

	/**
	 * Ends it, unless it has ended.
	 * @param why for a sentence
	 */
	void end(Why why) {
		if (open()) {
			become(new State.Over(why));
		}
	}

	private boolean move(Class<? extends State> from, State to) {
		synchronized (this) {
			if (!from.isInstance(state())) {
				return false;
			}
			this.state = to;
		}
		tell();
		return true;
	}

	private void become(State to) {
		synchronized (this) {
			this.state = to;
		}
		tell();
	}

	private void tell() {
		this.watching.forEach(Runnable::run);
	}

	/** Adds the picture to its draft. */
	@FunctionalInterface
	interface Adding {

		Acceptance add(InputStream upload) throws IOException;

	}

}
