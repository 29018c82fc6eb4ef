package app.resim.catalogue;

import java.util.Optional;
import java.util.Set;

/**
 * What is known about one version of a model, written as {@code A2846=only@US}: the code,
 * whether it takes an eSIM, and where it was sold.
 *
 * @param code model code; {@code SM-S928*} for every other code that starts so; empty
 * where only the place is known
 * @param esim empty where the version is as its model
 * @param esimOnly without a place for a card
 * @param places ISO 3166 countries, where the version stands for a place
 * @param exception why it fails, where that differs from its model
 */
record Version(String code, Optional<Esim> esim, boolean esimOnly, Set<String> places, Optional<String> exception) {

	private static final String NO_CODE = "-";

	private static final String ANY = "*";

	/**
	 * Reads a version.
	 * @param text for example {@code A3092=no@CN,HK,MO}, {@code SM-S928*},
	 * {@code -=no@CN}
	 * @return the version
	 * @throws IllegalArgumentException if it is none
	 */
	static Version read(String text) {
		String[] sold = text.split("@", 2);
		String[] said = sold[0].split("=", 2);
		String word = (said.length == 2) ? said[1] : "";
		String code = NO_CODE.equals(said[0]) ? "" : said[0];
		Rule.check(code.matches("([A-Za-z0-9][A-Za-z0-9./-]{2,29}\\*?)?"), "'" + said[0] + "' is no model code");
		return new Version(code, esim(word), "only".equals(word), (sold.length == 2) ? places(sold[1]) : Set.of(),
				Optional.empty());
	}

	private static Optional<Esim> esim(String word) {
		return switch (word) {
			case "" -> Optional.empty();
			case "yes", "only" -> Optional.of(Esim.YES);
			case "some" -> Optional.of(Esim.SOME);
			case "no" -> Optional.of(Esim.NO);
			default -> throw new IllegalArgumentException("'" + word + "' is none of yes, only, some, no");
		};
	}

	private static Set<String> places(String text) {
		Rule.check(text.matches("[A-Z]{2}(,[A-Z]{2})*"), "'" + text + "' are no country codes");
		return Set.of(text.split(","));
	}

	Version onlyRecognised() {
		return new Version(this.code, Optional.empty(), this.esimOnly, Set.of(), Optional.empty());
	}

	boolean isPrefix() {
		return this.code.endsWith(ANY);
	}

	boolean hasCode() {
		return !this.code.isEmpty() && !isPrefix();
	}

	/**
	 * The code as it is compared.
	 * @return only letters and digits, upper case
	 */
	String bareCode() {
		return Spelling.code(this.code);
	}

}
