package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;

/**
 * A factor was added or removed by its owner.
 *
 * @param at when
 * @param who whose factor
 * @param deed {@code factor.added} or {@code factor.removed}
 * @param factor which
 */
record FactorChange(Instant at, Actor who, String deed, Factor factor) implements FactorRow, FactorsChanged {

	static final String ADDED = "factor.added";

	static final String REMOVED = "factor.removed";

}
