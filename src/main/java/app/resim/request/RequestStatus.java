package app.resim.request;

import org.jspecify.annotations.Nullable;

/**
 * Where a request stands. {@code Transitions} says how it gets from one to the next.
 */
public enum RequestStatus {

	/** The customer is still answering. */
	DRAFT(Phase.DRAFT),
	/** Sent; the route is being chosen. */
	SUBMITTED(Phase.CHECKING),
	/** Waiting for a person's decision. */
	IN_REVIEW(Phase.CHECKING),
	/** The customer has to send another picture. */
	WAITING_FOR_PICTURE(Phase.PICTURE_WANTED),
	/** The customer has to come to a store; reviewers can still decide. */
	HANDED_OVER(Phase.AT_STORE),
	/** Nothing is issued before a time; then it goes on by itself. */
	HELD(Phase.COOLING),
	/** Stopped from a message to the owner; a person has to look into it. */
	PAUSED(Phase.PAUSED),
	/** Approved; the profile is being ordered, attached and released. */
	APPROVED(Phase.PREPARING),
	/** A step of fulfilment needs a person of the operator. */
	STALLED(Phase.PREPARING),
	/** Released: the code can be shown. */
	READY(Phase.READY),
	/** The phone installed it; the old SIM has still to be ended. */
	INSTALLED(Phase.DONE),
	/** Nothing left to do. */
	DONE(Phase.DONE),
	/** A reviewer refused it. */
	DECLINED(Phase.DECLINED),
	/** The customer took it back. */
	WITHDRAWN(Phase.WITHDRAWN),
	/** The draft or the code was not used in time. */
	EXPIRED(Phase.EXPIRED);

	private final Phase phase;

	RequestStatus(Phase phase) {
		this.phase = phase;
	}

	public Phase phase() {
		return this.phase;
	}

	/**
	 * Whose turn it is.
	 * @return the desk, or null where nobody has to look at a case
	 */
	@Nullable Desk desk() {
		return switch (this) {
			case IN_REVIEW, STALLED, PAUSED -> Desk.OPEN;
			case WAITING_FOR_PICTURE, HANDED_OVER -> Desk.CUSTOMER;
			case DRAFT, SUBMITTED, HELD, APPROVED, READY, INSTALLED, DONE, DECLINED, WITHDRAWN, EXPIRED -> null;
		};
	}

	/** On which desk a case lies. */
	enum Desk {

		/** With the reviewers. */
		OPEN,
		/** With the customer. */
		CUSTOMER

	}

	/**
	 * Whether nothing can happen any more. Only requests that are not final count as the
	 * line's one live request.
	 * @return true for an end
	 */
	public boolean isFinal() {
		return this == DONE || this == DECLINED || this == WITHDRAWN || this == EXPIRED;
	}

}
