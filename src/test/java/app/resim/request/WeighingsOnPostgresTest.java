package app.resim.request;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class WeighingsOnPostgresTest extends WeighingsContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
