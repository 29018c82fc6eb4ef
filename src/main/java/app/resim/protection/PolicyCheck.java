package app.resim.protection;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import app.resim.catalogue.Brand;
import app.resim.catalogue.BrandCheck;
import app.resim.catalogue.Catalogue;
import jakarta.annotation.PostConstruct;

import org.springframework.stereotype.Component;

/**
 * Ends the start where a brand's rule names a signal that there is not, or does not say
 * what one weighs: a misspelt rule would otherwise never hold.
 */
@Component
class PolicyCheck implements BrandCheck {

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

	@Override
	public Optional<String> objection(Brand brand) {
		try {
			check(brand);
			return Optional.empty();
		}
		catch (IllegalStateException ex) {
			return Optional.ofNullable(ex.getMessage());
		}
	}

	static void check(Brand brand) {
		brand.twoReviewers()
			.stream()
			.flatMap(rule -> rule.signals().stream())
			.filter(signal -> !SIGNALS.contains(signal))
			.forEach(signal -> refuse("The rule twoReviewers of brand %s names the signal %s; there are %s", brand,
					signal));
		brand.routes()
			.oneDown()
			.stream()
			.filter(signal -> !SIGNALS.contains(signal))
			.forEach(signal -> refuse("The routes of brand %s name the signal %s; there are %s", brand, signal));
		Set<String> weighed = brand.protection().weights().keySet();
		weighed.stream()
			.filter(signal -> !SIGNALS.contains(signal))
			.forEach(signal -> refuse("The weights of brand %s name the signal %s; there are %s", brand, signal));
		SIGNALS.stream()
			.filter(signal -> !weighed.contains(signal))
			.forEach(signal -> refuse("The weights of brand %s leave out the signal %s of %s", brand, signal));
	}

	private static void refuse(String sentence, Brand brand, String signal) {
		throw new IllegalStateException(sentence.formatted(brand.id().brand(), signal, SIGNALS));
	}

}
