package app.resim.account;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ResumptionOnPostgresTest extends ResumptionContract {

	@Override
	DataSource database() {
		return FreshDatabase.postgres();
	}

}
