package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Money;

/**
 * What would become of a request if it were sent now: what a customer is told before
 * anything is decided.
 */
public sealed interface Outlook {

	/**
	 * It can be sent.
	 *
	 * @param route who would decide
	 * @param answerBy by when a person would have answered; only with
	 * {@link Route#REVIEWED} a promise
	 * @param fee what a new profile costs; showing an unused code again is free
	 * @param notBefore before which nothing would be issued, so that the owner can
	 * object; empty if nothing has to be waited for
	 */
	record Open(Route route, Instant answerBy, Money fee, Optional<Instant> notBefore) implements Outlook {
	}

	/**
	 * The line was replaced as often as the brand allows.
	 *
	 * @param until when it may be asked for again
	 */
	record TooOften(Instant until) implements Outlook {
	}

	/**
	 * Swap protection does not let it pass now. Nobody but a reviewer learns why.
	 */
	record NotNow() implements Outlook {
	}

}
