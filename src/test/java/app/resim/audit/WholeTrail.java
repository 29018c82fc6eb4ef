package app.resim.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import app.resim.keys.Seal;

/**
 * Asks what {@code script/verify-audit} asks.
 */
public final class WholeTrail {

	private WholeTrail() {
	}

	public static boolean is(String url, String user, Seal seal) throws SQLException, IOException {
		return VerifyAudit.run(Map.of("SPRING_DATASOURCE_URL", url, "SPRING_DATASOURCE_USERNAME", user), seal,
				Optional.empty(), sentence -> {
				});
	}

}
