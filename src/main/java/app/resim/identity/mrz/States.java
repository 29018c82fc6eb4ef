package app.resim.identity.mrz;

import java.util.Locale;
import java.util.Set;

/**
 * The codes of issuers and nationalities: ISO 3166-1 alpha-3 and those that ICAO Doc 9303
 * part 3 adds.
 */
final class States {

	private static final Set<String> ISO = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);

	private static final Set<String> ICAO = Set.of("D", "EUE", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNA", "UNK",
			"UNO", "UTO", "XBA", "XCC", "XCE", "XCO", "XCT", "XDC", "XEC", "XES", "XIM", "XMP", "XOM", "XPO", "XXA",
			"XXB", "XXC", "XXX", "ZIM");

	private States() {
	}

	static boolean known(String code) {
		return ISO.contains(code) || ICAO.contains(code);
	}

}
