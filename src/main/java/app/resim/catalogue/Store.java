package app.resim.catalogue;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;

/**
 * A shop of a brand, where people show their document.
 *
 * @param name by language tag; the first one stands for all others
 * @param address by language tag, likewise
 * @param opens every day, local time
 * @param closes every day, after {@code opens}
 */
public record Store(Map<String, String> name, Map<String, String> address, LocalTime opens, LocalTime closes) {

	public Store {
		Rule.check(!name.isEmpty() && !address.isEmpty(), "a store has a name and an address");
		Rule.check(closes.isAfter(opens), "closing comes after opening");
	}

	public String name(Locale reader) {
		return in(reader, this.name);
	}

	public String address(Locale reader) {
		return in(reader, this.address);
	}

	private static String in(Locale reader, Map<String, String> said) {
		String own = said.get(reader.toLanguageTag());
		return (own != null) ? own : said.values().iterator().next();
	}

}
