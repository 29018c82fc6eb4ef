package app.resim.nodes;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.random.RandomGenerator;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * Several nodes need PostgreSQL; the embedded database has one.
 */
@Configuration
class Wiring {

	@Bean
	Wire wire(DataSource database, RandomGenerator chance) throws MetaDataAccessException {
		return "PostgreSQL".equals(JdbcUtils.extractDatabaseMetaData(database, Wiring::product))
				? new PostgresWire(database, chance) : new Wire.None();
	}

	private static String product(DatabaseMetaData data) throws SQLException {
		return data.getDatabaseProductName();
	}

}
