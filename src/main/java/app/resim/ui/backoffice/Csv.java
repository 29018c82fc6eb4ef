package app.resim.ui.backoffice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Rows for a spreadsheet (RFC 4180). A cell that a spreadsheet would take for a formula
 * begins with an apostrophe.
 */
final class Csv {

	private final List<String> rows = new ArrayList<>();

	Csv(String... columns) {
		row(columns);
	}

	void row(String... cells) {
		this.rows.add(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")));
	}

	String written() {
		return String.join("\r\n", this.rows) + "\r\n";
	}

	static String cell(String text) {
		String harmless = (!text.isEmpty() && "=+-@\t\r\n|%".indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
		return harmless.matches("(?s).*[\",\r\n].*") ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
	}

}
