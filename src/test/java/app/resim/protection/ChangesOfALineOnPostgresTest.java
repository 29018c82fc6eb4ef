package app.resim.protection;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ChangesOfALineOnPostgresTest extends ChangesOfALineContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
