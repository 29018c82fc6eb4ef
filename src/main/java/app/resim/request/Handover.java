package app.resim.request;

import java.time.Instant;
import java.util.UUID;

import app.resim.identity.DocumentId;

/**
 * One picture of one request that another device may add, as the first screen sees it:
 * the code is read, the number that this screen shows is chosen there, a picture is
 * accepted, and that is all. Whatever state it is in, it ends with the page that shows
 * it, with the sign-in that began it, and with time.
 *
 * @see "decision 0011"
 */
public final class Handover {

	private final Handovers all;

	private final HandoverId id;

	/** Which page this is: another one may have taken over. */
	private final UUID screen;

	/** How far it has come. */
	public sealed interface State {

		/** Still of use. */
		sealed interface Open extends State {

			/**
			 * When it ends.
			 * @return the first instant at which it is over
			 */
			Instant until();

		}

		/**
		 * Nobody has read the code yet.
		 *
		 * @param until when it ends
		 */
		record Waiting(Instant until) implements Open {
		}

		/**
		 * A device has read the code, and nobody knows yet whose.
		 *
		 * @param number to be chosen on that device
		 * @param until when it ends
		 */
		record Connected(int number, Instant until) implements Open {
		}

		/**
		 * The device may add the picture.
		 *
		 * @param until when it ends
		 */
		record Confirmed(Instant until) implements Open {
		}

		/**
		 * Done.
		 *
		 * @param picture what was stored
		 */
		record Arrived(DocumentId picture) implements State {
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
	public enum Why {

		/** Time ran out. */
		EXPIRED,
		/** Another number was chosen. */
		WRONG_NUMBER,
		/** The first screen stopped it, was left, or its customer signed out. */
		STOPPED,
		/** The other device left. */
		LEFT,
		/**
		 * The page of the first screen was loaded once more: its code stands nowhere any
		 * more, or the new page goes on with it.
		 */
		OPENED_AGAIN

	}

	Handover(Handovers all, HandoverId id, UUID screen) {
		this.all = all;
		this.id = id;
		this.screen = screen;
	}

	/**
	 * By what its changes are told.
	 * @return the key
	 */
	public HandoverId id() {
		return this.id;
	}

	/**
	 * How far it has come, on whichever node.
	 * @return for this page
	 */
	public State state() {
		return this.all.shown(this.id, this.screen);
	}

	/** The person before this page stops it. What has ended stays as it is. */
	public void stop() {
		this.all.stop(this.id, this.screen);
	}

	/**
	 * This page is gone: a code that nobody shows any more must not work. If the database
	 * cannot be told, time ends it.
	 */
	public void gone() {
		this.all.quietly(this::stop);
	}

}
