package app.resim.identity.mrz;

/**
 * The coding of Russian names in the internal passport: one symbol for each letter of the
 * Russian alphabet, digits included, so that nothing is lost.
 */
final class RussianNames {

	private static final String CODED = "ABVGDE2JZIQKLMNOPRSTUFHC34WXY9678";

	private static final String LETTERS = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";

	private RussianNames() {
	}

	static String decoded(String coded) {
		var letters = new StringBuilder();
		for (char symbol : coded.toCharArray()) {
			int at = CODED.indexOf(symbol);
			letters.append((at < 0) ? symbol : LETTERS.charAt(at));
		}
		return letters.toString();
	}

	static boolean codes(String text) {
		return text.chars().allMatch(c -> c == ' ' || CODED.indexOf(c) >= 0);
	}

}
