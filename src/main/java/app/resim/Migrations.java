package app.resim;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * One set of migrations for H2 and PostgreSQL. The placeholder {@code ${bytes}} is the
 * only word in which the two differ: H2's {@code BYTEA} ends at one megabyte.
 *
 * <p>
 * On PostgreSQL they run on connections of their own: a statement over a large table may
 * take longer than the portal's connections may be silent.
 */
@Configuration
class Migrations {

	@Bean
	FlywayConfigurationCustomizer bytesColumn(DataSource database) throws MetaDataAccessException {
		String product = JdbcUtils.extractDatabaseMetaData(database, Migrations::product);
		String bytes = "PostgreSQL".equals(product) ? "BYTEA" : "BINARY LARGE OBJECT";
		return flyway -> flyway.placeholders(Map.of("bytes", bytes));
	}

	@Bean
	FlywayConfigurationCustomizer connectionsOfItsOwn(DataSource database) throws SQLException {
		if (!database.isWrapperFor(HikariDataSource.class)) {
			return flyway -> {
			};
		}
		HikariDataSource pool = database.unwrap(HikariDataSource.class);
		return flyway -> {
			if (flyway.getDataSource() == database && ImpatientDatabase.concerns(pool)) {
				flyway.dataSource(patient(pool));
			}
		};
	}

	private static DataSource patient(HikariDataSource pool) {
		var properties = new Properties();
		properties.putAll(pool.getDataSourceProperties());
		properties.remove(ImpatientDatabase.SOCKET_TIMEOUT);
		var own = new DriverManagerDataSource(pool.getJdbcUrl(), properties);
		own.setUsername(pool.getUsername());
		own.setPassword(pool.getPassword());
		return own;
	}

	private static String product(java.sql.DatabaseMetaData data) throws SQLException {
		return data.getDatabaseProductName();
	}

}
