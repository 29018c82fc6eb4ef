package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.catalogue.Reason;
import app.resim.protection.Signal;

/**
 * A case in the worklist. Holds nothing personal but the masked line.
 *
 * @param reference which
 * @param maskedLine the last digits of the line
 * @param reason why a new eSIM is needed
 * @param phase where it stands
 * @param submittedAt when it was sent
 * @param answerBy what the customer was promised; empty for a stalled one
 * @param stalled whether fulfilment, not a decision, needs somebody
 * @param signals what swap protection noticed
 * @param reviewer who has it
 * @param people how many different people have to approve it
 * @param firstApprover who has approved it first, while a second is needed
 * @param reservedFor for whom it is kept for a while
 * @param waitsUntil how long the customer is waited for
 */
public record WorklistRow(RequestReference reference, String maskedLine, Reason reason, Phase phase,
		Instant submittedAt, Optional<Instant> answerBy, boolean stalled, List<Signal> signals,
		Optional<String> reviewer, int people, Optional<String> firstApprover, Optional<String> reservedFor,
		Optional<Instant> waitsUntil) {

	/**
	 * Whether a person still has something to do.
	 * @return false once it is decided, taken back or over
	 */
	public boolean waits() {
		return this.stalled || this.phase == Phase.CHECKING || this.phase == Phase.AT_STORE
				|| this.phase == Phase.PAUSED;
	}

	/**
	 * Whether one person has approved and another has to.
	 * @return true while the second is waited for
	 */
	public boolean needsSecond() {
		return this.firstApprover.isPresent() && this.phase == Phase.CHECKING;
	}

}
