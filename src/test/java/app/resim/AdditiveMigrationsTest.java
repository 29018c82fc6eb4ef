package app.resim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * While an operator upgrades, a node of the release before works beside a new one that
 * has migrated already.
 */
class AdditiveMigrationsTest {

	/**
	 * What the last release has ceased to use, with the release that did:
	 * {@code Map.of("notice.given_up", "1.4")}.
	 */
	private static final Map<String, String> RETIRED = Map.of();

	private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

	@Test
	void noMigrationTakesAnythingFromAnOldNode() throws IOException {
		TreeMap<Integer, List<String>> refused = refused();

		assertThat(refused).containsKey(AdditiveMigrations.FREE);
		assertThat(refused.tailMap(AdditiveMigrations.FREE, false))
			.allSatisfy((version, refusals) -> assertThat(refusals).as("V" + version).isEmpty());
	}

	@Test
	void migrationsFromBeforeThatDidAreSeen() throws IOException {
		Map<Integer, List<String>> refused = refused();

		assertThat(refused.get(120)).as("a table is exchanged for another")
			.anyMatch(each -> each.contains("drop table"));
		assertThat(refused.get(121)).as("a role gets another name").hasSize(1);
		assertThat(refused.get(155)).as("two texts become longer").isEmpty();
		assertThat(refused.get(180)).as("tables and columns are added").isEmpty();
		assertThat(refused.get(185)).as("indexes are exchanged").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "DROP TABLE person", "DROP TABLE IF EXISTS person CASCADE",
			"ALTER TABLE person DROP COLUMN name", "ALTER TABLE person RENAME TO people",
			"ALTER TABLE person RENAME COLUMN name TO full_name", "ALTER TABLE person ADD COLUMN age INT NOT NULL",
			"ALTER TABLE person ADD COLUMN age INT, ADD COLUMN size INT NOT NULL",
			"ALTER TABLE person ADD COLUMN age INT UNIQUE", "ALTER TABLE person ADD COLUMN age INT CHECK (age > 0)",
			"ALTER TABLE person ADD COLUMN place UUID REFERENCES place (id)",
			"ALTER TABLE person ADD CONSTRAINT one_each UNIQUE (name)", "ALTER TABLE person ADD PRIMARY KEY (name)",
			"ALTER TABLE person ALTER COLUMN name SET DATA TYPE VARCHAR(39)",
			"ALTER TABLE person ALTER COLUMN id TYPE VARCHAR(60)", "ALTER TABLE person ALTER COLUMN name SET NOT NULL",
			"ALTER TABLE person ALTER COLUMN name DROP DEFAULT", "CREATE UNIQUE INDEX one_each ON person (name)",
			"DROP INDEX person_by_name", "DROP INDEX one_number; CREATE INDEX one_number ON person (number)",
			"UPDATE person SET name = 'PERSON; OR NOT'", "DELETE FROM person", "INSERT INTO person (id) VALUES (1)",
			"CREATE TABLE pet (person UUID REFERENCES person (id))",
			"ALTER TABLE pet ADD COLUMN nothing_known INT NOT NULL", "TRUNCATE TABLE person",
			"DO $$ BEGIN EXECUTE 'DROP TABLE person'; END $$" })
	void whatAnOldNodeCouldNotLiveWithIsRefused(String sql) {
		assertThat(readLater(sql)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ALTER TABLE person ADD COLUMN age INT",
			"ALTER TABLE person ADD COLUMN kind VARCHAR(20) DEFAULT 'ANY' NOT NULL",
			"ALTER TABLE person ALTER COLUMN name SET DATA TYPE VARCHAR(41)",
			"ALTER TABLE person ALTER COLUMN name TYPE VARCHAR (60)", "CREATE INDEX person_by_kind ON person (kind)",
			"DROP INDEX person_by_name; CREATE INDEX person_by_name ON person (name, id)",
			"CREATE TABLE pet (id INT PRIMARY KEY, name VARCHAR(4) UNIQUE NOT NULL, person UUID REFERENCES person (id) ON DELETE CASCADE)",
			"CREATE TABLE pet (id INT); CREATE UNIQUE INDEX one_pet ON pet (id); INSERT INTO pet VALUES (1); ALTER TABLE pet ADD CHECK (id > 0)",
			"ALTER TABLE person ADD COLUMN age INT; -- it's filled; no more\nUPDATE person SET age = 1 WHERE name = 'A, B'",
			"ALTER TABLE person DROP COLUMN shoe_size", "/* DROP TABLE person; */ DROP TABLE IF EXISTS fax" })
	void whatIsAddedAndWhatNobodyUsesAnyMorePasses(String sql) {
		assertThat(readLater(sql)).isEmpty();
	}

	private static List<String> readLater(String sql) {
		var migrations = new AdditiveMigrations(Set.of("person.shoe_size", "fax"));
		assertThat(migrations.read("""
				CREATE TABLE fax (id INT);
				CREATE TABLE person (id UUID PRIMARY KEY, name VARCHAR(40) NOT NULL, number INT, shoe_size INT);
				CREATE INDEX person_by_name ON person (name);
				CREATE UNIQUE INDEX one_number ON person (number);""")).isEmpty();
		return migrations.read(sql);
	}

	private static TreeMap<Integer, List<String>> refused() throws IOException {
		var files = new TreeMap<Integer, Path>();
		try (Stream<Path> all = Files.list(MIGRATIONS)) {
			all.forEach(file -> files.put(version(file.getFileName().toString()), file));
		}
		var migrations = new AdditiveMigrations(RETIRED.keySet());
		var refused = new TreeMap<Integer, List<String>>();
		for (var file : files.entrySet()) {
			refused.put(file.getKey(), migrations.read(Files.readString(file.getValue())));
		}
		return refused;
	}

	private static int version(String file) {
		assertThat(file).as("one set for H2 and PostgreSQL, and no code").matches("V[0-9]+__\\w+\\.sql");
		return Integer.parseInt(file.substring(1, file.indexOf('_')));
	}

}
