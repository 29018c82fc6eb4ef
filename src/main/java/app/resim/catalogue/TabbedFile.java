package app.resim.catalogue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.core.io.Resource;

/**
 * A text file with one row a line and a tab between cells, as every spreadsheet writes
 * it. The first line names the columns; empty lines and lines that start with {@code #}
 * say nothing.
 */
final class TabbedFile {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final String name;

	private final Set<String> columns;

	/**
	 * A file with known columns.
	 * @param name of the file, as its writer knows it
	 * @param columns the columns that it may have
	 */
	private TabbedFile(String name, Set<String> columns) {
		this.name = name;
		this.columns = columns;
	}

	/**
	 * Reads all rows.
	 * @param file UTF-8 text
	 * @param columns the columns that it may have
	 * @return the rows, in order
	 * @throws CatalogueFileBroken if it is no such file
	 */
	static List<Row> read(Resource file, Set<String> columns) {
		return new TabbedFile(file.getDescription(), columns).rows(text(file));
	}

	private static String text(Resource file) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder()
				.decode(ByteBuffer.wrap(file.getContentAsByteArray()))
				.toString();
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		}
		catch (CharacterCodingException ex) {
			throw new CatalogueFileBroken(file.getDescription(), "the whole file", "it is not UTF-8 text");
		}
		catch (IOException ex) {
			throw new CatalogueFileBroken(file.getDescription(), "the whole file", "it cannot be read");
		}
	}

	private List<Row> rows(String text) {
		var rows = new ArrayList<Row>();
		List<String> header = List.of();
		int number = 0;
		for (String line : text.lines().toList()) {
			number++;
			if (line.isBlank() || line.startsWith("#")) {
				continue;
			}
			if (header.isEmpty()) {
				header = header(line, number);
			}
			else {
				rows.add(row(header, line, number));
			}
		}
		return rows;
	}

	private List<String> header(String line, int number) {
		List<String> header = cells(line);
		var seen = new HashSet<String>();
		for (String column : header) {
			if (!this.columns.contains(column)) {
				throw broken(number, "'" + column + "' is no column");
			}
			if (!seen.add(column)) {
				throw broken(number, "the column '" + column + "' occurs twice");
			}
		}
		return header;
	}

	private Row row(List<String> header, String line, int number) {
		List<String> cells = cells(line);
		if (cells.size() > header.size()) {
			throw broken(number, "it has " + cells.size() + " cells, but there are " + header.size() + " columns");
		}
		Map<String, String> row = new HashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			if (!cells.get(i).isEmpty()) {
				row.put(header.get(i), cells.get(i));
			}
		}
		return new Row(this, number, Map.copyOf(row));
	}

	private static List<String> cells(String line) {
		return List.of(line.split("\t", -1)).stream().map(String::strip).toList();
	}

	private CatalogueFileBroken broken(int line, String problem) {
		return new CatalogueFileBroken(this.name, "line " + line, problem);
	}

	/**
	 * One row.
	 *
	 * @param file the file it stands in
	 * @param line the number of its line, from 1
	 * @param cells the cells that are not empty, by column
	 */
	record Row(TabbedFile file, int line, Map<String, String> cells) {

		Optional<String> get(String column) {
			return Optional.ofNullable(this.cells.get(column));
		}

		String need(String column) {
			return get(column).orElseThrow(() -> broken("the cell '" + column + "' is empty"));
		}

		/**
		 * Reads a cell into a value.
		 * @param <T> the value
		 * @param column the column
		 * @param reading throws {@link IllegalArgumentException} with a sentence for what
		 * is no such value
		 * @return the value, empty where the cell is
		 */
		<T> Optional<T> get(String column, Function<String, T> reading) {
			return get(column).map(text -> {
				try {
					return reading.apply(text);
				}
				catch (IllegalArgumentException ex) {
					throw broken(column + ": " + ex.getMessage());
				}
			});
		}

		<T> T need(String column, Function<String, T> reading) {
			need(column);
			return get(column, reading).orElseThrow();
		}

		CatalogueFileBroken broken(String problem) {
			return this.file.broken(this.line, problem);
		}

		static LocalDate date(String text) {
			try {
				return LocalDate.parse(text);
			}
			catch (DateTimeParseException ex) {
				throw new IllegalArgumentException("'" + text + "' is no date such as 2026-11-21");
			}
		}

		/**
		 * Reads one of a few words.
		 * @param <E> the words
		 * @param type the enum whose constants are the words
		 * @return a reading for {@link #get(String, Function)}
		 */
		static <E extends Enum<E>> Function<String, E> word(Class<E> type) {
			return text -> {
				for (E constant : type.getEnumConstants()) {
					if (constant.name().equalsIgnoreCase(text)) {
						return constant;
					}
				}
				throw new IllegalArgumentException("'" + text + "' is none of "
						+ List.of(type.getEnumConstants()).toString().toLowerCase(Locale.ROOT));
			};
		}

	}

}
