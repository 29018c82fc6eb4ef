package app.resim.catalogue;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class UnknownNamesOnPostgresTest extends UnknownNamesContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
