package app.resim.notification;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import app.resim.notification.NoticeLog.Slot;
import app.resim.notification.port.Outcome;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Gives each notice once on each channel, however often the event that it tells of is
 * handed out.
 */
@Component
class Delivery {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	private final NoticeLog notices;

	private final ObservationRegistry traces;

	Delivery(NoticeLog notices, ObservationRegistry traces) {
		this.notices = notices;
		this.traces = traces;
	}

	/**
	 * Sends a notice unless it was sent before.
	 * @param slot which
	 * @param letter sends it
	 */
	void deliver(Slot slot, Supplier<Outcome> letter) {
		switch (this.notices.claim(slot)) {
			case MINE -> this.notices.settle(slot, traced(slot, letter));
			case TAKEN -> throw new NoticeInFlight();
			case DONE -> log.debug("{} was given before", slot);
		}
	}

	@SuppressWarnings("NullAway") // sending answers, and so does what observes it
	private Outcome traced(Slot slot, Supplier<Outcome> letter) {
		return Observation.createNotStarted("resim.notices", this.traces)
			.lowCardinalityKeyValue("channel", slot.channel())
			.observe(() -> sent(slot, letter));
	}

	private Outcome sent(Slot slot, Supplier<Outcome> letter) {
		var over = new CountDownLatch(1);
		Thread.ofVirtual().name("notice-claim").start(() -> keep(slot, over));
		try {
			Outcome outcome = letter.get();
			if (outcome == Outcome.REFUSED) {
				log.warn("{} was refused for good", slot);
			}
			return outcome;
		}
		catch (RuntimeException ex) {
			this.notices.release(slot);
			throw ex;
		}
		finally {
			over.countDown();
		}
	}

	/** A mail server may take longer than a claim lasts. */
	private void keep(Slot slot, CountDownLatch over) {
		try {
			while (!over.await(NoticeLog.CLAIM.toMillis() / 3, TimeUnit.MILLISECONDS)) {
				this.notices.renew(slot);
			}
		}
		catch (RuntimeException ex) {
			log.warn("The claim of {} could not be renewed", slot, ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Thrown when the same notice is being sent at this moment; later it is done. */
	static class NoticeInFlight extends RuntimeException {

		NoticeInFlight() {
			super("The same notice is being sent at this moment");
		}

	}

}
