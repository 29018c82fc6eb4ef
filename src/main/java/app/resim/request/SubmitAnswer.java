package app.resim.request;

import java.time.Instant;

/**
 * The answer to sending a request.
 */
public sealed interface SubmitAnswer {

	/** It is sent, now or by an earlier press of the button. */
	record Sent() implements SubmitAnswer {
	}

	/** The last factor is older than five minutes: a fresh one first. */
	record NeedsFreshProof() implements SubmitAnswer {
	}

	/**
	 * A question is still open.
	 *
	 * @param question the first one
	 */
	record Incomplete(Question question) implements SubmitAnswer {
	}

	/**
	 * The line was replaced as often as the brand allows.
	 *
	 * @param until when it may be asked for again
	 */
	record TooOften(Instant until) implements SubmitAnswer {
	}

	/**
	 * Swap protection does not let it pass now.
	 */
	record NotNow() implements SubmitAnswer {
	}

	/** The request ended meanwhile, for example in another tab. */
	record Over() implements SubmitAnswer {
	}

}
