package app.resim.provisioning;

import java.time.Instant;
import java.util.Optional;

/**
 * What an outer system was asked for an order, and what it answered.
 *
 * @param askedAt when
 * @param question for what
 * @param answer how it ended; empty while it is awaited, and for ever if the node that
 * asked was killed meanwhile
 */
public record OutsideCall(Instant askedAt, Question question, Optional<Answer> answer) {

	/** For what. */
	public enum Question {

		/** ES2+ DownloadOrder. */
		ORDER,
		/** Linking the new SIM to the line in the network. */
		ATTACH,
		/** ES2+ ConfirmOrder. */
		CONFIRM,
		/** ES2+ ReleaseProfile, which also proves an unanswered confirmation. */
		RELEASE,
		/** ES2+ CancelOrder. */
		CANCEL

	}

	/**
	 * How a call ended.
	 *
	 * @param at when
	 * @param word {@code done}, or what went wrong, such as {@code refused 8.2.5-3.7},
	 * {@code unknown timeout} or {@code unreachable}
	 */
	public record Answer(Instant at, String word) {
	}

}
