package app.resim.protection;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import app.resim.catalogue.Brand;
import app.resim.catalogue.Catalogue;
import jakarta.annotation.PostConstruct;

import org.springframework.stereotype.Component;

/**
 * Ends the start where a brand's rule names a signal that there is not: a misspelt rule
 * would otherwise never hold.
 */
@Component
class PolicyCheck {

	private static final Set<String> SIGNALS = Arrays.stream(Signal.values())
		.map(Signal::name)
		.collect(Collectors.toUnmodifiableSet());

	private final Catalogue catalogue;

	PolicyCheck(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@PostConstruct
	void everySignalIsKnown() {
		this.catalogue.brands().forEach(PolicyCheck::check);
	}

	static void check(Brand brand) {
		brand.twoReviewers().stream().flatMap(rule -> rule.signals().stream()).forEach(signal -> {
			if (!SIGNALS.contains(signal)) {
				throw new IllegalStateException("The rule twoReviewers of brand %s names the signal %s; there are %s"
					.formatted(brand.id().brand(), signal, SIGNALS));
			}
		});
	}

}
