package app.resim.catalogue;

import java.util.OptionalInt;

/**
 * How many SIMs somebody may have with one operator; told to people and counted by nobody
 * here. A replacement keeps its place.
 *
 * @param person at most, in one's own name
 * @param foreigner where fewer are allowed to people of other countries
 * @param company where companies have a number of their own
 */
public record SimCap(int person, @MayBeLeftOut OptionalInt foreigner, @MayBeLeftOut OptionalInt company) {

	public SimCap {
		Rule.check(person > 0 && foreigner.orElse(1) > 0 && company.orElse(1) > 0, "at least one SIM is allowed");
	}

}
