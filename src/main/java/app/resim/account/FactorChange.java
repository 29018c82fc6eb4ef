package app.resim.account;

import java.time.Instant;
import java.util.Optional;

import app.resim.kernel.Actor;
import app.resim.kernel.SubscriberId;

/**
 * A factor was added or removed by its owner.
 *
 * @param at when
 * @param who whose factor
 * @param deed {@code factor.added} or {@code factor.removed}
 * @param factor which
 */
public record FactorChange(Instant at, Actor who, String deed, Factor factor) implements FactorRow, FactorsChanged {

	static final String ADDED = "factor.added";

	static final String REMOVED = "factor.removed";

	/**
	 * Whether there is one more now.
	 * @return false if it was removed
	 */
	public boolean added() {
		return this.deed.equals(ADDED);
	}

	/**
	 * The customer whose factor it is.
	 * @return empty for one of the staff
	 */
	public Optional<SubscriberId> customer() {
		return (this.who.kind() == Actor.Kind.CUSTOMER) ? Optional.of(new SubscriberId(this.who.id()))
				: Optional.empty();
	}

}
