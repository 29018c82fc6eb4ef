package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.account.Strength;

/**
 * How a request goes with a certain proof.
 *
 * @param strength the proof
 * @param possible whether it can be sent at all
 * @param people how many different people decide, 0 to 2
 * @param heldUntil before when nothing is issued, so that the owner can object
 * @param answerBy by when people would have answered
 */
public record Prospect(Strength strength, boolean possible, int people, Optional<Instant> heldUntil, Instant answerBy) {

	/**
	 * Whether nobody has to decide and nothing has to be waited for.
	 * @return true if it takes some minutes
	 */
	public boolean isAtOnce() {
		return this.possible && this.people == 0 && this.heldUntil.isEmpty();
	}

	/** Whether it saves people or time. */
	boolean isBetterThan(Prospect other) {
		if (this.possible != other.possible) {
			return this.possible;
		}
		Instant end = this.heldUntil.orElse(Instant.MIN);
		return this.people < other.people || end.isBefore(other.heldUntil.orElse(Instant.MIN));
	}

}
