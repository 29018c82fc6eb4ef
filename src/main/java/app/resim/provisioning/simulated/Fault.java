package app.resim.provisioning.simulated;

import java.time.Duration;

/**
 * What the simulated SM-DP+ does wrong until it is told otherwise.
 */
public sealed interface Fault {

	/** Nothing. */
	record None() implements Fault {
	}

	/**
	 * Refuses every function.
	 *
	 * @param code subject and reason code such as {@code 8.2.5-3.7}
	 */
	record Refuse(String code) implements Fault {
	}

	/**
	 * Waits, and then does what was asked for although the caller may have gone.
	 *
	 * @param time how long, at most a minute
	 */
	record Hang(Duration time) implements Fault {
	}

	/** Does nothing and answers HTTP 500 with a body of its own. */
	record Broken() implements Fault {
	}

	/** Does nothing and answers HTTP 400 with a body of its own. */
	record BadRequest() implements Fault {
	}

	/** Does everything and breaks the connection before the answer is out. */
	record LoseAnswer() implements Fault {
	}

	/** Sends every progress notice twice, the later first. */
	record RepeatNotices() implements Fault {
	}

	/** Cannot be reached. */
	record Down() implements Fault {
	}

}
