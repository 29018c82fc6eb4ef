package app.resim.request;

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
	 * Whether nothing can happen any more. Only requests that are not final count as the
	 * line's one live request.
	 * @return true for an end
	 */
	public boolean isFinal() {
		return this == DONE || this == DECLINED || this == WITHDRAWN || this == EXPIRED;
	}

}
