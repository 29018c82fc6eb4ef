package app.resim.request;

import java.util.List;
import java.util.Optional;

import app.resim.catalogue.CountryRule;

/**
 * Whom a request is for, as far as the rules of a country care.
 *
 * @param rules the rules that hold, each of which might mean its owner
 * @param is which of them does; empty if none, or if that was not answered
 * @param answered whether it is known
 * @param adult who agrees for a minor
 * @param stopped the rule because of which it does not go on online
 */
public record PersonView(List<CountryRule> rules, Optional<CountryRule.Condition> is, boolean answered,
		Optional<String> adult, Optional<CountryRule> stopped) {

	@Override
	public String toString() {
		return "PersonView[" + this.is + "]";
	}

}
