package app.resim.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a browser is asked to do with its passkeys. Kept in the session until the answer
 * comes; it takes one answer.
 *
 * @param <O> what the rules compare the answer with
 */
abstract sealed class PasskeyCall<O extends Serializable> implements Serializable
		permits PasskeyQuestion, PasskeyOffer {

	/** How long a browser may take to answer. */
	static final Duration PATIENCE = Duration.ofMinutes(5);

	/** Far above what a browser sends, in characters. */
	private static final int LONGEST_ANSWER = 50_000;

	private final O options;

	private final String json;

	private final Instant madeAt;

	private final AtomicBoolean answered = new AtomicBoolean();

	PasskeyCall(O options, String json, Instant madeAt) {
		this.options = options;
		this.json = json;
		this.madeAt = madeAt;
	}

	/**
	 * What the method of {@code navigator.credentials} takes, in JSON.
	 * @return the text
	 */
	public String json() {
		return this.json;
	}

	O options() {
		return this.options;
	}

	/**
	 * Whether an answer is worth looking at. False from the second one on: whoever has
	 * read one cannot send it again.
	 */
	boolean takes(String answer, Instant now) {
		return this.answered.compareAndSet(false, true) && !now.isAfter(this.madeAt.plus(PATIENCE))
				&& answer.length() <= LONGEST_ANSWER;
	}

}
