package app.resim.protection;

import java.util.List;
import java.util.Set;

/**
 * Why an assessment is what it is. For reviewers only.
 *
 * @param signals what the rules noticed
 * @param unknown what they could not know
 * @param points what both weigh by the brand's rules
 */
public record Grounds(List<Signal> signals, Set<Fact> unknown, int points) {

	public Grounds {
		signals = List.copyOf(signals);
		unknown = Set.copyOf(unknown);
	}

}
