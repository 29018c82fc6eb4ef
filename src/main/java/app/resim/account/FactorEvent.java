package app.resim.account;

import java.time.Instant;

import app.resim.kernel.Actor;

/**
 * A factor was proven or refused.
 *
 * @param at when
 * @param who whose factor
 * @param deed {@code factor.proven} or {@code factor.refused}
 * @param factor which
 */
record FactorEvent(Instant at, Actor who, String deed, Factor factor) implements FactorRow {

	static final String PROVEN = "factor.proven";

	static final String REFUSED = "factor.refused";

}
