package app.resim.catalogue;

import java.io.IOException;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class UnknownNamesOnPostgresTest extends UnknownNamesContract {

	private static final EmbeddedPostgres SERVER = start();

	private static final DataSource DATABASE = migrated(SERVER.getPostgresDatabase());

	@Override
	DataSource database() {
		return DATABASE;
	}

	@AfterAll
	static void stop() throws IOException {
		SERVER.close();
	}

	private static EmbeddedPostgres start() {
		try {
			return EmbeddedPostgres.start();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static DataSource migrated(DataSource database) {
		CatalogueFixture.migrate(database);
		return database;
	}

}
