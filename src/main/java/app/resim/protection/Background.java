package app.resim.protection;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known about who asks, and from where. Each part may be unknown; what is unknown
 * is named in the assessment and never counts as good.
 *
 * @param askedSince when the request was first sent; empty while it is being sent. A
 * cooling time begins then
 * @param customerSince when the account was opened
 * @param contactSince when the ways to reach the customer were last changed; the opening
 * of the account if never
 * @param browser whether the customer was seen with this browser before
 * @param failedSignIns how often somebody failed to sign in within the last day
 * @param earlier requests within the last day, this one not counted
 * @param oldSim whether the SIM that is to be replaced is attached to the network
 * @param signIn how the customer proved to be the customer
 * @param lock whether the customer locked the line against replacement
 */
public record Background(Optional<Instant> askedSince, Optional<Instant> customerSince, Optional<Instant> contactSince,
		Browser browser, OptionalInt failedSignIns, Earlier earlier, OldSim oldSim, SignIn signIn, Lock lock) {

	/** Nothing is known. */
	public static final Background UNKNOWN = new Background(Optional.empty(), Optional.empty(), Optional.empty(),
			Browser.UNKNOWN, OptionalInt.empty(), Earlier.UNKNOWN, OldSim.UNKNOWN, SignIn.UNKNOWN, Lock.UNKNOWN);

	/**
	 * The same with the earlier requests.
	 * @param counted as far as known
	 * @return a copy
	 */
	public Background with(Earlier counted) {
		return new Background(this.askedSince, this.customerSince, this.contactSince, this.browser, this.failedSignIns,
				counted, this.oldSim, this.signIn, this.lock);
	}

	/**
	 * How many requests were sent within the last day.
	 *
	 * @param line for this line
	 * @param account by this account
	 * @param document with this document
	 * @param network from this network
	 */
	public record Earlier(OptionalInt line, OptionalInt account, OptionalInt document, OptionalInt network) {

		/** None was counted. */
		public static final Earlier UNKNOWN = new Earlier(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty(),
				OptionalInt.empty());

	}

	/**
	 * The same customer with another sign-in.
	 * @param other how the customer signed in
	 * @return a copy
	 */
	public Background with(SignIn other) {
		return new Background(this.askedSince, this.customerSince, this.contactSince, this.browser, this.failedSignIns,
				this.earlier, this.oldSim, other, this.lock);
	}

	/** Whether a browser was seen before. */
	public enum Browser {

		SEEN_BEFORE, NEW, UNKNOWN

	}

	/** What the network says about the SIM that is to be replaced. */
	public enum OldSim {

		DETACHED, ATTACHED, UNKNOWN

	}

	/** How the customer signed in, the strongest first. */
	public enum SignIn {

		PASSKEY, TWO_FACTORS, MAILED_AND_SAVED_CODE, MAILED_CODE, UNKNOWN;

		/** Whether nothing stronger can be asked for. */
		boolean isSteppedUp() {
			return this == PASSKEY || this == TWO_FACTORS;
		}

	}

	/** Whether the line may be replaced at all. */
	public enum Lock {

		OPEN, LOCKED, UNKNOWN

	}

}
