package app.resim.protection;

import java.time.Instant;
import java.util.Optional;

/**
 * What swap protection says about a replacement, from the mildest to the hardest.
 */
public sealed interface Assessment {

	/**
	 * Why.
	 * @return for reviewers, never for the customer
	 */
	Grounds grounds();

	/**
	 * Nothing speaks against issuing at once.
	 *
	 * @param grounds no more than the brand lets pass
	 */
	record Clear(Grounds grounds) implements Assessment {
	}

	/**
	 * The customer has to show something stronger first.
	 *
	 * @param grounds why
	 */
	record StepUp(Grounds grounds) implements Assessment {
	}

	/**
	 * People have to decide.
	 *
	 * @param people how many, 1 or 2
	 * @param grounds why
	 */
	record NeedsPeople(int people, Grounds grounds) implements Assessment {
	}

	/**
	 * Nothing is issued before a time, so that the owner can object.
	 *
	 * @param until when it may go on
	 * @param people how many have to decide, 0 to 2
	 * @param grounds why
	 */
	record HoldUntil(Instant until, int people, Grounds grounds) implements Assessment {
	}

	/**
	 * Not like this.
	 *
	 * @param until when it may be asked for again; empty where waiting does not help
	 * @param grounds why
	 */
	record Refuse(Optional<Instant> until, Grounds grounds) implements Assessment {
	}

}
