package app.resim.catalogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import app.resim.FreshDatabase;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * The catalogue with what is shipped.
 */
final class CatalogueFixture {

	static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

	/** For tests that do not look at what was counted. */
	private static final DataSource ANY = FreshDatabase.h2();

	private CatalogueFixture() {
	}

	static Devices devices() {
		return devices(DeviceLists.of(ShippedDevices.read(DeviceLists.SHIPPED)));
	}

	static Devices devices(DeviceList list) {
		return new Devices(list, unknownNames(ANY, Clock.fixed(NOW, ZoneOffset.UTC)));
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

}
