package app.resim.privacy;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ErasureOnPostgresTest extends ErasureContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
