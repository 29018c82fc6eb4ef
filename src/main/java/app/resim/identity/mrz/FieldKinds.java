package app.resim.identity.mrz;

import java.util.ArrayList;
import java.util.List;

/**
 * Corrects by what can stand in a field, never by whether a check digit then fits: a date
 * has no letters, a name no digits. The number has both and stays as it was read.
 */
final class FieldKinds {

	private static final String LETTERS = "ODQILZSGB";

	private static final String DIGITS = "000112568";

	private FieldKinds() {
	}

	static List<String> corrected(Format format, List<String> lines) {
		var corrected = new ArrayList<String>();
		for (int row = 0; row < lines.size(); row++) {
			corrected.add(corrected(lines.get(row), format.kinds().get(row)));
		}
		return List.copyOf(corrected);
	}

	private static String corrected(String line, String kinds) {
		var corrected = new StringBuilder(line.length());
		for (int i = 0; i < line.length(); i++) {
			corrected.append(corrected(line.charAt(i), kinds.charAt(i)));
		}
		return corrected.toString();
	}

	private static char corrected(char symbol, char kind) {
		return switch (kind) {
			case 'D', 'F' -> replaced(symbol, LETTERS, DIGITS);
			case 'L' -> letter(symbol);
			default -> symbol;
		};
	}

	private static char letter(char symbol) {
		return switch (symbol) {
			case '0' -> 'O';
			case '1' -> 'I';
			case '2' -> 'Z';
			case '5' -> 'S';
			case '6' -> 'G';
			case '8' -> 'B';
			default -> symbol;
		};
	}

	private static char replaced(char symbol, String from, String to) {
		int at = from.indexOf(symbol);
		return (at < 0) ? symbol : to.charAt(at);
	}

}
