package app.resim.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whoever reads a brand's pages can read its terms and rules, too.
 */
final class BrandTexts {

	private BrandTexts() {
	}

	static void check(List<Locale> languages, List<Terms> terms, List<CountryRule> rules) {
		Rule.check(!terms.isEmpty(), "at least one version of the terms is needed");
		var versions = new HashSet<String>();
		for (Terms some : terms) {
			Rule.check(versions.add(some.version()), "two terms have the version " + some.version());
			check(languages, Stream.of(some.text()), "the terms " + some.version() + " have");
		}
		for (CountryRule rule : rules) {
			check(languages, Stream.concat(Stream.of(rule.reason()), rule.bring().stream()),
					"the rule about " + rule.condition() + " has");
		}
	}

	private static void check(List<Locale> languages, Stream<Said> texts, String where) {
		texts.forEach(text -> text.missing(languages)
			.ifPresent(language -> Rule.check(false, where + " no text in " + language)));
	}

}
