package app.resim.visit;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class AppointmentsOnPostgresTest extends AppointmentsContract {

	private static final DataSource DATABASE = FreshDatabase.postgres();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
