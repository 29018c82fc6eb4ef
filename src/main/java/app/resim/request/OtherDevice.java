package app.resim.request;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import app.resim.identity.Acceptance;
import app.resim.identity.Findings;

/**
 * A {@link Handover} as the device sees it that has read the code. It learns which
 * picture is wanted and nothing of anybody.
 *
 * @see "decision 0011"
 */
public final class OtherDevice {

	private final Handovers all;

	private final HandoverId id;

	private final WantedPicture wanted;

	private final List<Integer> numbers;

	private final Object delivery = new Object();

	/** What became of a picture that was sent. */
	public sealed interface Answer {

		/** It is in the request; sent again, it is answered so again. */
		record Arrived() implements Answer {
		}

		/**
		 * Not stored, because a better one is asked for.
		 *
		 * @param findings what is wrong
		 */
		record Again(Findings.Retake findings) implements Answer {
		}

		/**
		 * Not stored; another one may follow.
		 *
		 * @param refusal why
		 */
		record Refused(Acceptance.Refusal refusal) implements Answer {
		}

		/** Nothing may be added any more. */
		record Over() implements Answer {
		}

	}

	OtherDevice(Handovers all, HandoverRow row) {
		this.all = all;
		this.id = row.id();
		this.wanted = row.wanted();
		this.numbers = row.numbers();
	}

	/**
	 * Which picture is wanted.
	 * @return to be asked for
	 */
	public WantedPicture wanted() {
		return this.wanted;
	}

	/**
	 * Among what a person chooses the number that the first screen shows.
	 * @return three numbers of two digits
	 */
	public List<Integer> numbers() {
		return this.numbers;
	}

	/**
	 * A number was chosen. There is no second try.
	 * @param number which
	 * @return whether this device may now add the picture
	 */
	public boolean choose(int number) {
		return this.all.choose(this.id, number);
	}

	/**
	 * Adds the picture.
	 * @param upload its bytes
	 * @return what became of it
	 * @throws IOException if the upload breaks off, or while one is still under way:
	 * sending it again finds out
	 */
	public Answer deliver(InputStream upload) throws IOException {
		// what is sent again after a broken line waits here for what became of the first
		synchronized (this.delivery) {
			return this.all.deliver(this.id, upload);
		}
	}

	/**
	 * Why nothing can be added any more.
	 * @return for a sentence
	 */
	public Handover.Why why() {
		return (this.all.state(this.id) instanceof Handover.State.Over(Handover.Why why)) ? why : Handover.Why.STOPPED;
	}

	/**
	 * The device has left the page. If the database cannot be told, time ends it.
	 */
	public void leave() {
		this.all.quietly(() -> this.all.end(this.id, Handover.Why.LEFT));
	}

}
