package app.resim.catalogue;

import java.util.Map;

/**
 * Where the figures of a brand come from.
 */
final class BrandFacts {

	private BrandFacts() {
	}

	static void check(Standing standing, Map<String, Fact> facts) {
		facts.forEach((field, fact) -> {
			Rule.check(Fields.has(field), "facts name the field " + field + ", which a brand does not have");
			Rule.check(standing == Standing.OWN || fact.mark() != Mark.OWN,
					"only the operator's own brand has figures of its own: " + field);
		});
	}

	static Fact of(Brand brand, String field) {
		if (!Fields.has(field)) {
			throw new IllegalArgumentException("A brand has no field " + field);
		}
		String path = field;
		while (!brand.facts().containsKey(path)) {
			if (!path.contains(".")) {
				return Fact.of((brand.standing() == Standing.OWN) ? Mark.OWN : Mark.ILLUSTRATIVE);
			}
			path = path.substring(0, path.lastIndexOf('.'));
		}
		return brand.facts().get(path);
	}

}
