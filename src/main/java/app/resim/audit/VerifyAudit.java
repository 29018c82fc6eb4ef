package app.resim.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import app.resim.keys.Seal;
import app.resim.keys.Seals;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * What {@code script/verify-audit} does. It reads the portal's settings for the database
 * and the key service from the environment.
 */
final class VerifyAudit {

	private VerifyAudit() {
	}

	public static void main(String[] words) {
		int outcome;
		try {
			Seal seal = Seals.of(Path.of(words[0]), System.getenv());
			Optional<Anchor> anchor = (words.length > 1) ? Optional.of(new Anchor(Path.of(words[1]), seal))
					: Optional.empty();
			outcome = run(System.getenv(), seal, anchor, System.out::println) ? 0 : 1;
		}
		catch (SQLException | DataAccessException ex) {
			System.err.println("The database could not be read (%s): see SPRING_DATASOURCE_URL, _USERNAME, _PASSWORD."
				.formatted(ex.getClass().getSimpleName()));
			outcome = 2;
		}
		catch (IllegalStateException | IOException ex) {
			System.err.println(ex.getMessage());
			outcome = 2;
		}
		System.exit(outcome);
	}

	/**
	 * Checks, and writes the anchor anew if nothing is wrong.
	 * @return whether the trail is whole
	 */
	static boolean run(Map<String, String> environment, Seal seal, Optional<Anchor> anchor, Consumer<String> say)
			throws SQLException, IOException {
		Optional<Link> anchored = anchor.isPresent() ? anchor.get().read() : Optional.empty();
		ChainCheck.Result result = check(environment, seal, anchored);
		List<Finding> findings = result.findings();
		if (!findings.isEmpty()) {
			findings.forEach(finding -> say.accept(finding.sentence()));
			say.accept("%d finding(s) in %d rows. Keep the database as it is and ask who could write to it."
				.formatted(findings.size(), result.end().place()));
			return false;
		}
		say.accept("The audit trail is whole: %d rows.".formatted(result.end().place()));
		if (anchor.isPresent()) {
			anchor.get().write(result.end());
		}
		return true;
	}

	private static ChainCheck.Result check(Map<String, String> environment, Seal seal, Optional<Link> anchored)
			throws SQLException {
		try (var connection = DriverManager.getConnection(environment.getOrDefault("SPRING_DATASOURCE_URL", ""),
				environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "resim"),
				environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", ""))) {
			connection.setAutoCommit(false);
			connection.setReadOnly(true);
			return ChainCheck.check(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), seal, anchored);
		}
	}

}
