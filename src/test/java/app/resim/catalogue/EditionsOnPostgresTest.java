package app.resim.catalogue;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class EditionsOnPostgresTest extends EditionsContract {

	@SuppressWarnings("NullAway.Init")
	private static DataSource database;

	@BeforeAll
	static void begin() {
		database = FreshDatabase.postgres();
	}

	@Override
	DataSource database() {
		return database;
	}

}
