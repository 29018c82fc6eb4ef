package app.resim.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Fingerprint of a brand's rules. Words that customers read, fees and hours are not part
 * of it.
 */
final class PolicyVersion {

	private static final int BYTES = 8;

	private PolicyVersion() {
	}

	static String of(Brand brand) {
		Brand.Protection rules = brand.protection();
		var all = List.of(brand.automatic(), brand.limits(), brand.twoReviewers(), brand.documents(), brand.routes(),
				brand.rules().stream().map(PolicyVersion::withoutWords).toList(), new TreeMap<>(rules.weights()),
				List.of(rules.unknown(), rules.stepUp(), rules.onePerson(), rules.twoPeople(), rules.hold(),
						rules.refuse(), rules.cooling(), rules.newAccount(), rules.newContact(), rules.failedSignIns(),
						rules.perDay()));
		return HexFormat.of().formatHex(sha256(all.toString()), 0, BYTES);
	}

	private static List<?> withoutWords(CountryRule rule) {
		return List.of(rule.condition(), rule.region(), rule.consequence(), rule.since());
	}

	private static byte[] sha256(String text) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
