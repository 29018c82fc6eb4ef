package app.resim.account.simulated;

import javax.sql.DataSource;

import app.resim.FreshDatabase;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SimulatedBillingOnPostgresTest extends SimulatedBillingContract {

	private static final DataSource DATABASE = FreshDatabase.postgres();

	@Override
	DataSource database() {
		return DATABASE;
	}

}
