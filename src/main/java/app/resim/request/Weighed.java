package app.resim.request;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import app.resim.account.Proven;
import app.resim.account.Strength;
import app.resim.protection.Fact;
import app.resim.protection.Signal;

/**
 * What was known when a request was sent, and what followed from it. Of this the customer
 * learns the proof, the people and the time; the rest is for reviewers.
 *
 * @param at when
 * @param proven by which means the customer had proven who they are
 * @param strength how strong that was
 * @param people how many have to decide, 0 to 2
 * @param heldUntil before when nothing is issued
 * @param points what speaks against it, by the brand's weights
 * @param signals what was noticed
 * @param unknown what could not be known
 * @param policy version of the brand's rules, see {@code Brand.policyVersion}
 */
public record Weighed(Instant at, List<Proven> proven, Strength strength, int people, Optional<Instant> heldUntil,
		int points, List<Signal> signals, Set<Fact> unknown, String policy) {

	public Weighed {
		proven = List.copyOf(proven);
		signals = List.copyOf(signals);
		unknown = Set.copyOf(unknown);
	}

}
