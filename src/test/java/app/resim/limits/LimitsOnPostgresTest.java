package app.resim.limits;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class LimitsOnPostgresTest extends LimitsContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
