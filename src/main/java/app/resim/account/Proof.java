package app.resim.account;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import app.resim.kernel.SubscriberId;

/**
 * What a customer has proven since they signed in.
 *
 * @param who the customer
 * @param factors each at most once, in the order in which they were first proven; never
 * empty
 * @param from from where the customer signed in
 */
public record Proof(SubscriberId who, List<Proven> factors, Origin from) implements Serializable {

	/**
	 * How long a new factor counts for nothing: whoever has taken over a mailbox must not
	 * make themselves a strong factor and use it at once.
	 */
	public static final Duration SETTLING = Duration.ofDays(7);

	/**
	 * How young a factor must be for what cannot be taken back: sending a request, seeing
	 * a code, opening a lock, changing factors.
	 */
	public static final Duration FRESH = Duration.ofMinutes(5);

	public Proof {
		if (factors.isEmpty()) {
			throw new IllegalArgumentException("Nothing is proven");
		}
		factors = List.copyOf(factors);
	}

	/**
	 * The proof of a first factor.
	 * @param who the customer
	 * @param first what they have proven
	 * @return the proof
	 */
	public static Proof of(SubscriberId who, Proven first) {
		return new Proof(who, List.of(first), Origin.UNKNOWN);
	}

	/**
	 * This and another factor; the same factor again takes the place of the older.
	 * @param another what was proven now
	 * @return the proof
	 */
	public Proof and(Proven another) {
		Stream<Proven> others = this.factors.stream().filter(proven -> proven.factor() != another.factor());
		return new Proof(this.who, Stream.concat(others, Stream.of(another)).toList(), this.from);
	}

	/**
	 * The same, signed in from somewhere.
	 * @param origin from where
	 * @return the proof
	 */
	public Proof from(Origin origin) {
		return new Proof(this.who, this.factors, origin);
	}

	/**
	 * When the customer last proved anything.
	 * @return the instant
	 */
	public Instant latest() {
		return this.factors.stream().map(Proven::at).max(Comparator.naturalOrder()).orElseThrow();
	}

	/**
	 * Whether the latest factor is younger than {@link #FRESH}.
	 * @param now the present instant
	 * @return true at the last instant too
	 */
	public boolean isFresh(Instant now) {
		return isFresh(latest(), now);
	}

	/**
	 * Whether what was proven at an instant is younger than {@link #FRESH}.
	 * @param provenAt when
	 * @param now the present instant
	 * @return true at the last instant too
	 */
	public static boolean isFresh(Instant provenAt, Instant now) {
		return !provenAt.plus(FRESH).isBefore(now);
	}

	/**
	 * One factor of the proof.
	 * @param factor which
	 * @return empty if it was not proven
	 */
	public Optional<Proven> find(Factor factor) {
		return this.factors.stream().filter(proven -> proven.factor() == factor).findFirst();
	}

	/**
	 * How strong the proof is. Factors that the customer got less than {@link #SETTLING}
	 * ago do not count.
	 * @param now the present instant
	 * @return the strength, at least {@link Strength#MAIL}
	 */
	public Strength strength(Instant now) {
		Predicate<Factor> counts = factor -> find(factor).filter(proven -> !proven.since().plus(SETTLING).isAfter(now))
			.isPresent();
		if (counts.test(Factor.PASSKEY)) {
			return Strength.PASSKEY;
		}
		boolean printed = counts.test(Factor.RECOVERY_CODE);
		boolean mailbox = counts.test(Factor.MAIL_CODE);
		boolean account = counts.test(Factor.OPERATOR_ACCOUNT);
		boolean strong = counts.test(Factor.STRONG_OPERATOR_ACCOUNT);
		boolean app = counts.test(Factor.AUTHENTICATOR_APP);
		if ((app && (mailbox || printed || account || strong)) || (strong && (mailbox || printed))) {
			return Strength.TWO_FACTORS;
		}
		// an account is never a second factor beside the mailbox: its password comes by
		// mail
		return (printed && (mailbox || account)) ? Strength.MAIL_AND_RECOVERY_CODE : Strength.MAIL;
	}

}
