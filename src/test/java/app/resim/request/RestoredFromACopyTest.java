package app.resim.request;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import app.resim.RacingResim;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What docs/operations.md says about a base backup of PostgreSQL, done: the files are
 * copied while Resim works, a second server starts on the copy, and Resim on that.
 */
@Tag("postgres")
class RestoredFromACopyTest {

	/** The server makes them for itself. */
	private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "pg_wal");

	@TempDir
	private Path folder;

	@Test
	void aCopyOfARunningDatabaseBringsBackEveryRequestAndAWholeTrail() throws Exception {
		Path copy = this.folder.resolve("copy");
		List<String> requests;
		try (var resim = Restored.start(this.folder.resolve("first"))) {
			new Races(resim.context()).run(3);
			requests = Restored.requests(resim);
			copy(resim.database(), this.folder.resolve("first"), copy);
			new Races(resim.context()).run(3);
		}

		try (var restored = Restored.start(copy)) {
			assertThat(Restored.requests(restored)).isNotEmpty().containsExactlyElementsOf(requests);
			assertThat(Restored.isWhole(restored)).isTrue();

			Races.Report later = new Races(restored.context()).run(3);

			assertThat(later.faults()).as("it goes on where the copy was made").isEmpty();
			assertThat(Restored.isWhole(restored)).isTrue();
		}
	}

	private static void copy(EmbeddedPostgres server, Path from, Path to) throws SQLException, IOException {
		try (Connection held = server.getPostgresDatabase().getConnection(); Statement step = held.createStatement()) {
			step.execute("SELECT pg_backup_start('copy', true)");
			copyFiles(from, to, LEFT_OUT);
			try (ResultSet end = step.executeQuery("SELECT labelfile FROM pg_backup_stop(false)")) {
				end.next();
				Files.writeString(to.resolve("backup_label"), end.getString(1));
			}
		}
		copyFiles(from.resolve("pg_wal"), to.resolve("pg_wal"), Set.of());
	}

	private static void copyFiles(Path from, Path to, Set<String> leftOut) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : (Iterable<Path>) files::iterator) {
				Path inside = from.relativize(file);
				if (!leftOut.contains(inside.getName(0).toString())) {
					copyFile(file, to.resolve(inside.toString()));
				}
			}
		}
		Files.setPosixFilePermissions(to, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
	}

	private static void copyFile(Path file, Path to) throws IOException {
		try {
			if (Files.isDirectory(file)) {
				Files.createDirectories(to);
			}
			else {
				Files.copy(file, to);
			}
		}
		catch (NoSuchFileException ex) {
			// gone while others were copied: what it held is written again from the log
		}
	}

}
