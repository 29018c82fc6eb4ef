package app.resim.catalogue;

import java.util.Locale;
import java.util.Set;

/**
 * The countries of the world.
 */
final class Regions {

	private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

	private Regions() {
	}

	static boolean isKnown(String region) {
		return KNOWN.contains(region);
	}

}
