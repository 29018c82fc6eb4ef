package app.resim.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import javax.sql.DataSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The catalogue with what is shipped, over an empty database.
 */
final class CatalogueFixture {

	static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	private CatalogueFixture() {
	}

	static Devices devices() {
		return devices(DeviceLists.of(ShippedDevices.read(DeviceLists.SHIPPED)));
	}

	static Devices devices(DeviceList list) {
		return new Devices(list, unknownNames(h2(), Clock.fixed(NOW, ZoneOffset.UTC)));
	}

	/**
	 * What an operator wrote, laid over what is shipped.
	 * @param tsv the operator's file
	 * @return the devices
	 */
	static Devices devicesWith(String tsv) {
		return devices(operators(tsv));
	}

	static DeviceList operators(String tsv) {
		return OperatorDevices.over(ShippedDevices.read(DeviceLists.SHIPPED), file(tsv));
	}

	static Resource file(String text) {
		return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "devices of a test") {
			@Override
			public String getDescription() {
				return "devices of a test";
			}

			@Override
			public long lastModified() {
				return NOW.toEpochMilli();
			}
		};
	}

	static UnknownNames unknownNames(DataSource database, Clock clock) {
		return new UnknownNames(JdbcClient.create(database), new JdbcTransactionManager(database), clock);
	}

	static DataSource h2() {
		var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID()
				+ ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
		migrate(database);
		return database;
	}

	static void migrate(DataSource database) {
		new ResourceDatabasePopulator(new ClassPathResource("db/migration/V80__catalogue.sql")).execute(database);
	}

}
