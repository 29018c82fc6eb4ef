package app.resim.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import app.resim.account.SessionId;
import app.resim.identity.DocumentId;
import app.resim.request.Handover.State;
import app.resim.request.Handover.Why;

/**
 * A handover as it is kept, and every move that it can make. A move that is not open to
 * it leaves it as it is.
 *
 * @param id its key
 * @param session the sign-in with which it ends
 * @param screen which page shows it
 * @param request to which request the picture belongs
 * @param wanted which picture
 * @param numbers among what is chosen
 * @param fitting which of them the first screen shows
 * @param state how far it has come
 * @param sending a picture that is just looked at, if there is one
 */
record HandoverRow(HandoverId id, SessionId session, UUID screen, RequestReference request, WantedPicture wanted,
		List<Integer> numbers, int fitting, State state, Optional<Sending> sending) {

	/**
	 * A picture on its way.
	 *
	 * @param by one try to send it
	 * @param until when nobody waits for it any more
	 */
	record Sending(UUID by, Instant until) {
	}

	/** What time and the sign-in have made of it. */
	HandoverRow at(Instant now, boolean present) {
		if (!(this.state instanceof State.Open open)) {
			return this;
		}
		if (!now.isBefore(open.until()) && !isSending(now)) {
			return over(Why.EXPIRED);
		}
		return present ? this : over(Why.STOPPED);
	}

	HandoverRow read(Instant now) {
		return (this.state instanceof State.Waiting)
				? with(new State.Connected(this.fitting, now.plus(Handovers.READABLE))) : this;
	}

	HandoverRow chosen(int number, Instant now) {
		if (!(this.state instanceof State.Connected)) {
			return this;
		}
		return (number == this.fitting) ? with(new State.Confirmed(now.plus(Handovers.USABLE)))
				: over(Why.WRONG_NUMBER);
	}

	HandoverRow sent(UUID by, Instant now, Duration patience) {
		return (this.state instanceof State.Confirmed && !isSending(now))
				? with(this.state, Optional.of(new Sending(by, now.plus(patience)))) : this;
	}

	/** What was sent was not good enough, or broke off. */
	HandoverRow free(UUID by) {
		return isSentBy(by) ? with(this.state, Optional.empty()) : this;
	}

	HandoverRow arrived(UUID by, DocumentId picture) {
		return isSentBy(by) ? with(new State.Arrived(picture)) : this;
	}

	HandoverRow over(Why why) {
		return (this.state instanceof State.Open) ? with(new State.Over(why)) : this;
	}

	/**
	 * The page with the code is gone; with a number there is nothing to show but that.
	 */
	HandoverRow shownOn(UUID other) {
		return switch (this.state) {
			case State.Waiting waiting -> over(Why.OPENED_AGAIN).on(other);
			case State.Connected connected -> on(other);
			case State.Confirmed confirmed -> on(other);
			case State.Arrived arrived -> this;
			case State.Over over -> this;
		};
	}

	/** Whether the pages have nothing new to show. */
	boolean looksLike(HandoverRow other) {
		return this.state.equals(other.state) && this.screen.equals(other.screen);
	}

	boolean isSentBy(UUID by) {
		return this.state instanceof State.Confirmed && this.sending.filter(found -> found.by().equals(by)).isPresent();
	}

	private boolean isSending(Instant now) {
		return this.sending.filter(found -> now.isBefore(found.until())).isPresent();
	}

	private HandoverRow on(UUID other) {
		return new HandoverRow(this.id, this.session, other, this.request, this.wanted, this.numbers, this.fitting,
				this.state, this.sending);
	}

	private HandoverRow with(State next) {
		return with(next, Optional.empty());
	}

	private HandoverRow with(State next, Optional<Sending> on) {
		return new HandoverRow(this.id, this.session, this.screen, this.request, this.wanted, this.numbers,
				this.fitting, next, on);
	}

}
