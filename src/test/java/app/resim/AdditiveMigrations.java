package app.resim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads migrations one after the other and says what in them the nodes of the release
 * before could not live with, while both work on one database. Only what is known to be
 * harmless passes: new tables, columns that an old node may leave out, more indexes,
 * wider texts.
 *
 * @see "decision 0033"
 */
final class AdditiveMigrations {

	/** The highest version when this rule came: no release was out then. */
	static final int FREE = 186;

	private static final Pattern COMMENT_OR_TEXT = Pattern.compile("--[^\n]*|/\\*.*?\\*/|'[^']*'", Pattern.DOTALL);

	private static final Pattern CREATE_TABLE = Pattern.compile("create table (?:if not exists )?(\\w+) \\((.*)\\)");

	private static final Pattern CREATE_INDEX = Pattern
		.compile("create (unique )?index (?:if not exists )?(\\w+) on (\\w+) .*");

	private static final Pattern DROP_INDEX = Pattern.compile("drop index (?:if exists )?(\\w+)");

	private static final Pattern DROP_TABLE = Pattern.compile("drop table (?:if exists )?(\\w+)(?: cascade)?");

	private static final Pattern ALTER_TABLE = Pattern.compile("alter table (\\w+) (.*)");

	private static final Pattern ADD_COLUMN = Pattern.compile("add column (?:if not exists )?(\\w+) (.*)");

	private static final Pattern DROP_COLUMN = Pattern.compile("drop column (?:if exists )?(\\w+)");

	private static final Pattern WIDEN = Pattern
		.compile("alter column (\\w+) (?:set data )?type varchar ?\\((\\d+)\\)");

	private static final Pattern INSERT = Pattern.compile("insert into (\\w+) .*");

	private static final Pattern UPDATE = Pattern.compile("update (\\w+) set (.*?)(?: where .*)?");

	private static final Pattern TEXT_COLUMN = Pattern.compile("(\\w+) varchar ?\\((\\d+)\\).*");

	private static final Pattern REFERENCE = Pattern
		.compile("\\breferences (\\w+)(?: ?\\([^)]*\\))?( on delete (?:cascade|set null))?");

	/** Of texts, in characters, by {@code table.column}. */
	private final Map<String, Integer> widths = new HashMap<>();

	private final Set<String> uniqueIndexes = new HashSet<>();

	private final Set<String> retired;

	/** Tables and {@code table.column}s that the migration in hand made itself. */
	private final Set<String> made = new HashSet<>();

	/**
	 * Knows no migration yet.
	 * @param retired tables, {@code table.column}s and indexes that the last release has
	 * ceased to use, so that the next one may drop them
	 */
	AdditiveMigrations(Set<String> retired) {
		this.retired = retired;
	}

	/**
	 * Reads the next one.
	 * @param sql the whole file
	 * @return a sentence for each statement that is refused
	 */
	List<String> read(String sql) {
		this.made.clear();
		List<String> statements = statements(sql);
		var refused = new ArrayList<String>();
		for (String statement : statements) {
			reason(statement, statements).ifPresent(reason -> refused.add(reason + ": " + statement));
			remember(statement);
		}
		return refused;
	}

	private static List<String> statements(String sql) {
		String bare = COMMENT_OR_TEXT.matcher(sql).replaceAll(found -> found.group().startsWith("'") ? "''" : " ");
		return Stream.of(bare.split(";"))
			.map(each -> each.strip().replaceAll("\\s+", " ").replaceAll("(\\w)\\(", "$1 (").toLowerCase(Locale.ROOT))
			.filter(each -> !each.isEmpty())
			.toList();
	}

	private Optional<String> reason(String statement, List<String> all) {
		Matcher found;
		if ((found = CREATE_TABLE.matcher(statement)).matches()) {
			this.made.add(found.group(1));
			return reference(found.group(2));
		}
		if ((found = CREATE_INDEX.matcher(statement)).matches()) {
			return refusedIf(found.group(1) != null && !this.made.contains(found.group(3)),
					"An old node does not keep to a new unique index");
		}
		if ((found = DROP_INDEX.matcher(statement)).matches()) {
			return index(found.group(1), all);
		}
		if ((found = DROP_TABLE.matcher(statement)).matches()) {
			return gone(found.group(1));
		}
		if ((found = ALTER_TABLE.matcher(statement)).matches()) {
			String table = found.group(1);
			return this.made.contains(table) ? Optional.empty()
					: parts(found.group(2)).flatMap(deed -> altered(table, deed).stream()).findFirst();
		}
		if ((found = INSERT.matcher(statement)).matches()) {
			return refusedIf(!this.made.contains(found.group(1)), "An old node may not know what a new row says");
		}
		if ((found = UPDATE.matcher(statement)).matches()) {
			return updated(found.group(1), found.group(2));
		}
		return Optional.of("Nobody has said yet that an old node can live with it");
	}

	private Optional<String> altered(String table, String deed) {
		Matcher found;
		if ((found = ADD_COLUMN.matcher(deed)).matches()) {
			this.made.add(table + "." + found.group(1));
			return column(found.group(2));
		}
		if ((found = DROP_COLUMN.matcher(deed)).matches()) {
			return gone(table + "." + found.group(1));
		}
		if ((found = WIDEN.matcher(deed)).matches()) {
			int before = this.widths.getOrDefault(table + "." + found.group(1), Integer.MAX_VALUE);
			return refusedIf(Integer.parseInt(found.group(2)) < before, "What an old node writes may be too long");
		}
		return Optional.of("An old node knows the table as it was");
	}

	private static Optional<String> column(String definition) {
		if (definition.contains("not null") && !definition.contains("default ")) {
			return Optional.of("An old node leaves the column out, and it has no default");
		}
		if (definition.matches(".*\\b(unique|primary key|check|generated)\\b.*")) {
			return Optional.of("An old node does not keep to a new constraint");
		}
		return definition.contains("references ")
				? refusedIf(!definition.contains("on delete "), "An old node could not delete what is referred to")
				: Optional.empty();
	}

	/** Old nodes go on deleting rows of the tables that they know. */
	private Optional<String> reference(String body) {
		return REFERENCE.matcher(body)
			.results()
			.filter(found -> found.group(2) == null && !this.made.contains(found.group(1)))
			.map(found -> "An old node could not delete what is referred to")
			.findFirst();
	}

	private Optional<String> index(String name, List<String> all) {
		boolean again = all.stream()
			.map(CREATE_INDEX::matcher)
			.anyMatch(found -> found.matches() && found.group(2).equals(name));
		return (again && !this.uniqueIndexes.contains(name)) ? Optional.empty() : gone(name);
	}

	private Optional<String> gone(String what) {
		return refusedIf(!this.retired.contains(what) && !this.made.contains(what), "An old node may still use it");
	}

	/** What old nodes read stays as it is; only what they do not know is filled. */
	private Optional<String> updated(String table, String assignments) {
		return refusedIf(
				!this.made.contains(table) && parts(assignments)
					.anyMatch(each -> !this.made.contains(table + "." + each.split("\\W", 2)[0])),
				"An old node may not understand what it reads then");
	}

	private void remember(String statement) {
		Matcher found;
		if ((found = CREATE_TABLE.matcher(statement)).matches()) {
			String table = found.group(1);
			parts(found.group(2)).forEach(column -> width(table, column));
		}
		else if ((found = CREATE_INDEX.matcher(statement)).matches() && found.group(1) != null) {
			this.uniqueIndexes.add(found.group(2));
		}
		else if ((found = ALTER_TABLE.matcher(statement)).matches()) {
			String table = found.group(1);
			parts(found.group(2)).forEach(deed -> {
				width(table, deed.replaceFirst("add column (if not exists )?", ""));
				width(table, deed.replaceFirst("alter column (\\w+) (set data )?type", "$1"));
			});
		}
	}

	private void width(String table, String column) {
		Matcher found = TEXT_COLUMN.matcher(column);
		if (found.matches()) {
			this.widths.put(table + "." + found.group(1), Integer.parseInt(found.group(2)));
		}
	}

	/** Parted by the commas that stand in no brackets. */
	private static Stream<String> parts(String list) {
		var parts = new ArrayList<String>();
		int depth = 0;
		int begin = 0;
		for (int at = 0; at < list.length(); at++) {
			switch (list.charAt(at)) {
				case '(' -> depth++;
				case ')' -> depth--;
				case ',' -> {
					if (depth == 0) {
						parts.add(list.substring(begin, at).strip());
						begin = at + 1;
					}
				}
				default -> {
					// belongs to a word
				}
			}
		}
		parts.add(list.substring(begin).strip());
		return parts.stream();
	}

	private static Optional<String> refusedIf(boolean refused, String reason) {
		return refused ? Optional.of(reason) : Optional.empty();
	}

}
