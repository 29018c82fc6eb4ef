package app.resim.identity.workshop;

import org.jspecify.annotations.Nullable;

/**
 * Thrown when a worker gives no useful answer; never leaves this package. The upload is
 * lost, everything else goes on.
 */
final class Failure extends Exception {

	private final Cause cause;

	Failure(Cause cause, @Nullable Throwable fault) {
		super(cause.name(), fault, false, false);
		this.cause = cause;
	}

	Cause what() {
		return this.cause;
	}

	/** Why a worker was replaced. */
	enum Cause {

		START, CRASH, TIMEOUT, GARBAGE, WORN

	}

}
