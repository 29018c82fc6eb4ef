package app.resim.chaos;

/**
 * Where a journey is held when the blow falls. A journey is held by the row that the next
 * step needs, which the driver locks, or by an SM-DP+ that takes three seconds: so every
 * blow falls where it is meant to, and the node that it falls on is known.
 */
enum Boundary {

	/** A profile is being taken from the pool. */
	RESERVE("LOCK TABLE iccid_stock IN EXCLUSIVE MODE"),

	/** DownloadOrder was sent and not answered. */
	ORDER(""),

	/** The new SIM is being linked to the line. */
	ATTACH("SELECT 1 FROM simulated_line WHERE line = ANY (?) FOR UPDATE"),

	/** ConfirmOrder was sent and not answered. */
	CONFIRM(""),

	/** The profile is released; the request is about to be told. */
	READY("SELECT 1 FROM replacement_request WHERE line = ANY (?) FOR UPDATE"),

	/** The notice that the code is ready is claimed and not sent. */
	NOTIFY("LOCK TABLE caught_message IN EXCLUSIVE MODE"),

	/** A report of the SM-DP+ is in a node's hands and not answered. */
	REPORT("SELECT 1 FROM profile_order WHERE line = ANY (?) FOR UPDATE"),

	/** The report is answered; the request is about to be told. */
	INSTALLED("SELECT 1 FROM replacement_request WHERE line = ANY (?) FOR UPDATE"),

	/** The old SIM is being ended. */
	OLD_SIM("SELECT 1 FROM simulated_line WHERE line = ANY (?) FOR UPDATE"),

	/** Withdrawn: CancelOrder was sent and not answered. */
	TAKE_BACK("");

	private final String lock;

	Boundary(String lock) {
		this.lock = lock;
	}

	/** What holds journeys here, with the lines as its only parameter if it has one. */
	String lock() {
		return this.lock;
	}

	/** Whether a call to the SM-DP+ is under way here. */
	boolean isACall() {
		return this.lock.isEmpty();
	}

	/** The state of an order whose call is under way here. */
	String stateOfTheOrder() {
		return switch (this) {
			case ORDER -> "ORDERING";
			case CONFIRM -> "ATTACHED";
			case TAKE_BACK -> "CANCELLING";
			default -> throw new IllegalStateException("No call is made at " + this);
		};
	}

	/** Whether journeys come here only after the code was shown. */
	boolean isAfterReady() {
		return compareTo(REPORT) >= 0;
	}

}
