package app.resim.protection;

import java.time.Instant;
import java.util.List;

/**
 * What swap protection says about a replacement.
 */
public sealed interface Assessment {

	/** Nothing speaks against issuing at once. */
	record Clear() implements Assessment {
	}

	/**
	 * People have to decide.
	 *
	 * @param people how many
	 * @param signals why, never empty
	 */
	record NeedsPeople(int people, List<Signal> signals) implements Assessment {
	}

	/**
	 * Not now.
	 *
	 * @param until when it may be asked for again
	 * @param signal why
	 */
	record Refuse(Instant until, Signal signal) implements Assessment {
	}

}
