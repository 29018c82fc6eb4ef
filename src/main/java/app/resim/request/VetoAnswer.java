package app.resim.request;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.BrandId;

/**
 * How a request stands to somebody who holds a message about it and says: this was not
 * me. Tells no more than the message did.
 */
public sealed interface VetoAnswer {

	/** There is no such message. */
	record Unknown() implements VetoAnswer {
	}

	/**
	 * It runs, and can be stopped.
	 *
	 * @param about which
	 */
	record Running(About about) implements VetoAnswer {
	}

	/**
	 * It is stopped: nothing is issued until a person has looked into it.
	 *
	 * @param about which
	 * @param answerBy by when somebody has looked
	 */
	record Stopped(About about, Optional<Instant> answerBy) implements VetoAnswer {
	}

	/**
	 * It was stopped from this message before, a person has looked into it and lets it go
	 * on. The message has no further power.
	 *
	 * @param about which
	 */
	record LookedInto(About about) implements VetoAnswer {
	}

	/**
	 * A phone has installed the new eSIM: only a call helps now.
	 *
	 * @param about which
	 */
	record TooLate(About about) implements VetoAnswer {
	}

	/**
	 * It ended, and nothing of it can be used.
	 *
	 * @param about which
	 */
	record Over(About about) implements VetoAnswer {
	}

	/**
	 * What the message said already.
	 *
	 * @param reference which request
	 * @param brand whose customer
	 * @param lastDigits the last two of the number
	 * @param askedAt when it was sent
	 */
	record About(RequestReference reference, BrandId brand, String lastDigits, Instant askedAt) {
	}

}
