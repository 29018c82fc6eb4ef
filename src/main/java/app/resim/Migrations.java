package app.resim;

import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * One set of migrations for H2 and PostgreSQL. The placeholder {@code ${bytes}} is the
 * only word in which the two differ: H2's {@code BYTEA} ends at one megabyte.
 */
@Configuration
class Migrations {

	@Bean
	FlywayConfigurationCustomizer bytesColumn(DataSource database) throws MetaDataAccessException {
		String product = JdbcUtils.extractDatabaseMetaData(database, Migrations::product);
		String bytes = "PostgreSQL".equals(product) ? "BYTEA" : "BINARY LARGE OBJECT";
		return flyway -> flyway.placeholders(Map.of("bytes", bytes));
	}

	private static String product(java.sql.DatabaseMetaData data) throws SQLException {
		return data.getDatabaseProductName();
	}

}
