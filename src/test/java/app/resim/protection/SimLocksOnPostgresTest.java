package app.resim.protection;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SimLocksOnPostgresTest extends SimLocksContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
