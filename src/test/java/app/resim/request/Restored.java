package app.resim.request;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

import app.resim.RacingResim;
import app.resim.audit.WholeTrail;
import app.resim.keys.Seal;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Resim on files of PostgreSQL that lie where somebody wants, and what has to be found
 * there again.
 */
final class Restored {

	private Restored() {
	}

	static RacingResim start(Path data) throws IOException {
		var server = server(data);
		return new RacingResim(server, RacingResim.on(server, "postgres", 20));
	}

	static EmbeddedPostgres server(Path data) throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setServerConfig("log_error_verbosity", "terse")
			.start();
	}

	static List<String> requests(RacingResim resim) {
		return resim.context()
			.getBean(JdbcClient.class)
			.sql("SELECT reference || ' ' || status FROM replacement_request ORDER BY reference")
			.query(String.class)
			.list();
	}

	static boolean isWhole(RacingResim resim) throws SQLException, IOException {
		return WholeTrail.is(resim.database().getJdbcUrl("postgres", "postgres"), "postgres",
				resim.context().getBean(Seal.class));
	}

}
