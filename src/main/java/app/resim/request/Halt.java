package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import app.resim.provisioning.OutsideCall;

/**
 * A request that stands still because another system does not do its part.
 *
 * @param reference which
 * @param maskedLine the end of its number
 * @param phase where it stands
 * @param needsPerson whether Resim does not go on by itself
 * @param fault what keeps it
 * @param tries how often it was tried in vain
 * @param nextTry when Resim tries again by itself
 * @param asked what other systems were asked for its profile, the newest first
 */
public record Halt(RequestReference reference, String maskedLine, Phase phase, boolean needsPerson, String fault,
		int tries, Optional<Instant> nextTry, List<Asked> asked) {

	/**
	 * A question to another system.
	 *
	 * @param at when it was asked
	 * @param question what was asked, a word such as {@code CONFIRM}
	 * @param answer how it ended, a word such as {@code done} or {@code unknown timeout};
	 * empty if nothing came back
	 */
	public record Asked(Instant at, String question, Optional<String> answer) {

		static Asked of(OutsideCall call) {
			return new Asked(call.askedAt(), call.question().name(), call.answer().map(OutsideCall.Answer::word));
		}

	}

}
